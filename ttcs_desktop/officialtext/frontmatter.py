"""Front matter: TOML between two +++ lines at the top of a text (phần khai báo)."""

FENCE = "+++"
_BYTE_ORDER_MARK = "\ufeff"


def split(text: str) -> tuple[str, str, int]:
    """Return the front matter, the text after it, and the line of the file where that starts.

    Without front matter, or when its second fence is missing, the whole text is returned.
    """
    whole = text.removeprefix(_BYTE_ORDER_MARK)
    if not whole.startswith(FENCE):
        return "", text, 1
    lines = whole.splitlines(keepends=True)
    if lines[0].rstrip() != FENCE:
        return "", text, 1
    for index, line in enumerate(lines[1:], start=1):
        if line.rstrip() == FENCE:
            return "".join(lines[1:index]), "".join(lines[index + 1 :]), index + 2
    return "", text, 1
