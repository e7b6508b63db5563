"""The form that a template asks to be filled (biểu mẫu)."""
