"""The letters of the outbox as rows, and the choices among them (dòng của hộp thư đi)."""

import datetime

from ttcs_desktop.i18n import _
from ttcs_desktop.model.mail import DeliveryState, Letter, LetterState
from ttcs_desktop.ui.tables.rows import Column

States = tuple[LetterState, ...]
UNDER_WAY = (LetterState.WAITING, LetterState.SENDING, LetterState.HANDED_OVER)


def state_choices() -> tuple[tuple[States, str], ...]:
    """Return what the outbox may be looked through for."""
    return (
        ((), _("Mọi thư")),
        ((LetterState.ASKED,), _("Chờ đồng ý")),
        (UNDER_WAY, _("Chờ gửi, đang gửi")),
        ((LetterState.UNSURE,), _("Chưa chắc đã gửi")),
        ((LetterState.REFUSED,), _("Bị từ chối")),
        ((LetterState.SENT,), _("Đã gửi")),
        ((LetterState.WITHDRAWN,), _("Đã rút lại")),
    )


def letter_columns() -> tuple[Column[Letter], ...]:
    """Return the columns: where a letter stands, whom it is for, what it is, when."""
    from ttcs_desktop.services.outbox_words import letter_word

    looks = {
        LetterState.ASKED: ("note", "note"),
        LetterState.WAITING: ("note", "muted"),
        LetterState.SENDING: ("note", "muted"),
        LetterState.HANDED_OVER: ("note", "muted"),
        LetterState.SENT: ("check", "good"),
        LetterState.UNSURE: ("warning", "warning"),
        LetterState.REFUSED: ("error", "error"),
        LetterState.WITHDRAWN: ("close", "muted"),
    }
    return (
        Column(
            _("Tình trạng"),
            lambda letter: " ".join((letter_word(letter.state), _how_many(letter))).strip(),
            17,
            sign=lambda letter: looks[letter.state],
            tone=lambda letter: looks[letter.state][1],
        ),
        Column(_("Nơi nhận"), lambda letter: letter.recipient),
        Column(_("Tiêu đề"), lambda letter: letter.subject),
        Column(_("Lúc"), _when, 12, order=_moment),
    )


def _how_many(letter: Letter) -> str:
    """Return how many addresses have it, of how many, where they are several."""
    if len(letter.deliveries) < 2:
        return ""
    sent = sum(one.state is DeliveryState.SENT for one in letter.deliveries)
    return f"({sent}/{len(letter.deliveries)})"


def _moment(letter: Letter) -> datetime.datetime:
    return letter.sent_at or letter.approved_at or letter.put_in_at


def _when(letter: Letter) -> str:
    return f"{_moment(letter).astimezone():%H:%M %d/%m}"
