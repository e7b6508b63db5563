"""What stays on a page and what starts one (giữ cùng trang, sang trang)."""

import dataclasses

from ttcs_desktop.model.sheet import Element, Grid, Line


def keep_last(elements: list[Element]) -> list[Element]:
    """Keep the last line on the page of the signature, which is never alone there."""
    for index in range(len(elements) - 1, -1, -1):
        element = elements[index]
        if isinstance(element, Line):
            return [
                *elements[:index],
                dataclasses.replace(element, keep_with_next=True),
                *elements[index + 1 :],
            ]
        if isinstance(element, Grid):
            break
    return elements


def turned_to_new_page(elements: list[Element]) -> list[Element]:
    """Let the first of some elements start a new page."""
    first, *rest = elements
    if isinstance(first, Line | Grid):
        first = dataclasses.replace(first, page_break_before=True)
    return [first, *rest]
