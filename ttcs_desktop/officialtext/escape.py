"""Make a value safe to stand anywhere in official text (giá trị điền vào mẫu)."""

import re

from ttcs_desktop.language.letters import nfc
from ttcs_desktop.language.remembering import remembered
from ttcs_desktop.officialtext.annexes import annex_head, is_annex_reference
from ttcs_desktop.officialtext.body import is_enacting, may_be_first_basis
from ttcs_desktop.officialtext.ending import is_foot_mark
from ttcs_desktop.officialtext.frontmatter import FENCE
from ttcs_desktop.officialtext.heading import is_head_line
from ttcs_desktop.officialtext.inline import words_of
from ttcs_desktop.officialtext.letterhead import is_letterhead_fact
from ttcs_desktop.officialtext.lines import (
    ESCAPE,
    UNPRINTABLE,
    bare,
    centred,
    is_note,
    is_page_break,
    is_rule,
)
from ttcs_desktop.officialtext.markers import is_initial, marker
from ttcs_desktop.officialtext.recipients import is_filing, label, purpose_at
from ttcs_desktop.officialtext.signatures import is_anchor
from ttcs_desktop.officialtext.tables import ABOVE, PIPE, is_alignment, is_row

_MARKS = re.compile(r"\\|(?<=\[)[\[^]|\[$|\*+")
_END = re.compile(r"(?<=\.)/(?=\.?$)|/(?=\.$)")
"""`./.`, and what would be it with a full stop before or after."""
_ENDS_A_MARK = (".", ")", ":", "/", "-", "–", "—")


def escape(value: str) -> str:
    """Return a value as text that can never be read as structure (thoát ký tự).

    It is read back word for word, wherever a template puts it: on a line of its own, behind a
    mark, in mid-sentence, in a cell, in the recipients. Several lines become one; white space of
    any kind and length is one space; characters that cannot be printed are dropped. Ordinary
    words stay as they are, for the clerk sees this text.
    """
    text = escaped_pipes(escaped(" ".join(nfc(UNPRINTABLE.sub("", value)).split())))
    return guarded(text) if reads_as_structure(text) or _joins_structure(text) else text


def escaped(text: str) -> str:
    """Return words that make up a whole line or entry, all marks in them escaped."""
    text = escaped_words(text)
    while (start := purpose_at(text)) is not None:
        text = text[:start] + ESCAPE + text[start:]
    return with_end_kept(text)


def with_end_kept(text: str) -> str:
    """Return words whose `./.` is not taken for the end mark of the whole text."""
    return _END.sub(r"\\/", text)


@remembered
def escaped_words(text: str) -> str:
    """Return words with a backslash before each mark that would dress or cite them."""
    return _MARKS.sub(_escaped_mark, text)


def escaped_pipes(text: str) -> str:
    """Return the words of a cell with a backslash before each pipe."""
    return text.replace(PIPE, ESCAPE + PIPE)


def _escaped_mark(found: re.Match[str]) -> str:
    """Put a backslash before each sign of a mark; asterisks between spaces are none."""
    start, end, text = found.start(), found.end(), found.string
    before, after = text[max(0, start - 1) : start], text[end : end + 1]
    if before == after == " ":
        return found[0]
    return "".join(ESCAPE + sign for sign in found[0])


def guarded(text: str) -> str:
    """Return a line that nothing at its start can make structure of."""
    opening = text[: len(text) - len(text.lstrip("*"))]
    rest = text[len(opening) :]
    return text if rest.startswith(ESCAPE) else f"{opening}{ESCAPE}{rest}"


def reads_as_structure(text: str) -> bool:
    """Tell whether a line by itself is, or may be read as, more than a paragraph."""
    words = words_of(text)
    return (
        marker(text) is not None
        or text in {FENCE, ABOVE}
        or is_row(text)
        or is_rule(text)
        or is_alignment(text)
        or is_page_break(text)
        or centred(text) is not None
        or is_head_line(text)
        or is_letterhead_fact(text)
        or may_be_first_basis(words)
        or is_enacting(words)
        or is_note(words)
        or label(text) is not None
        or is_filing(text)
        or is_anchor(bare(text))
        or is_foot_mark(text)
        or annex_head(text) is not None
        or is_annex_reference(text)
    )


def _joins_structure(text: str) -> bool:
    """Tell whether a value can be a mark before the words of a template, or part of its mark."""
    is_mark = len(text) > 1 and text.endswith(_ENDS_A_MARK) and marker(f"{text} X") is not None
    return is_mark or is_initial(text)
