"""The screen from which a document leaves the house: signed, sent, printed, taken back."""
