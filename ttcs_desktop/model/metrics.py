"""Lengths on which the two writers of pages agree, so that .docx and PDF are one page."""

CELL_SIDE = 1.9
"""Room left and right of the words in a cell of a ruled table, mm (108 twips)."""
TABLE_LINE = 0.5
"""Thickness of the lines of a ruled table, pt."""
FOOT_FROM_EDGE = 10.0
"""From the lower edge of the paper to the lines at the foot of the first or last page, mm
(Hướng dẫn 05-HD/VPTW, II.4.1).
"""
AFTER_TABLE = 1.0
"""Height of the paragraph that has to follow a table where another table, the end of a section or
lines at the foot of the last page come next, pt.
"""
SINGLE_LINE = 1.1499
"""Height of a line of single spacing in Times New Roman, parts of its size."""
BELOW_GRID = 6.0
"""Least space between a ruled table and the line below it, pt."""
