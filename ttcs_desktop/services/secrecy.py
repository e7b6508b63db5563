"""Whether a draft is secret, and what is therefore not done with it (văn bản mật)."""

from ttcs_desktop.errors import UserError
from ttcs_desktop.model.document import Marks
from ttcs_desktop.model.draft import Draft
from ttcs_desktop.officialtext.parse import parse
from ttcs_desktop.rules.secrecy import Trace, refusal

__all__ = ["SecretError", "Trace", "marks_of", "refuse", "refused"]


class SecretError(UserError):
    """Something that is not done with a secret document."""


def marks_of(draft: Draft) -> Marks:
    """Return the marks of a draft: chosen beside its text, or typed in it (1 ms a page)."""
    return draft.marks if draft.marks.secrecy else parse(draft.text).marks


def refused(draft: Draft, trace: Trace) -> str:
    """Return the sentence that says why a trace of a draft is not left; "" where it may be."""
    return refusal(marks_of(draft), trace)


def refuse(draft: Draft, trace: Trace) -> None:
    """Stop where a trace of a draft must not be left.

    Raises:
        SecretError: the draft bears a mark of secrecy.
    """
    if told := refused(draft, trace):
        raise SecretError(told)
