"""Which component every line of a file is (nhận diện thành phần thể thức), by what it says."""

from ttcs_desktop.checking.recognition.recognise import recognise

__all__ = ["recognise"]
