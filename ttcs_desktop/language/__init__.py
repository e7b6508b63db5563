"""Vietnamese as such: letters, case, tone marks, old encodings, dates and numbers in words."""
