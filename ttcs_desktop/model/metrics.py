"""Lengths on which the two writers of pages agree, so that .docx and PDF are one page."""

CELL_SIDE = 1.9
"""Room left and right of the words in a cell of a ruled table, mm (108 twips)."""
TABLE_LINE = 0.5
"""Thickness of the lines of a ruled table, pt."""
FOOT_FROM_EDGE = 10.0
"""From the lower edge of the paper to the lines at the foot of the first or last page, mm
(Hướng dẫn 05-HD/VPTW, II.4.1).
"""
FOOT_LEAST_FROM_EDGE = 5.0
"""The same for lines at the foot of the last page that do not fit between the text and
FOOT_FROM_EDGE: they start right below the text (at the lower margin), which they take no room from,
and only ones that would come nearer to the edge than this reach up into the text, mm.
"""
AFTER_TABLE = 0.1
"""Height of the paragraph that has to follow a table where another table, the end of a section or
lines at the foot of the last page come next, pt.
"""
SINGLE_LINE = 1.1499
"""Height of a line of single spacing in Times New Roman, parts of its size."""
BELOW_GRID = 6.0
"""Least space between a ruled table and the line below it, pt."""
