"""The screen on which a draft is written (màn hình soạn thảo)."""
