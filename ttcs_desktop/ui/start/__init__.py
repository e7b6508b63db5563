"""The first screen: begin, carry on, open (màn hình bắt đầu)."""
