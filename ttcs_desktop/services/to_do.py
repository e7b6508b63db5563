"""What is to be done: reports and tasks that are due, what waits for others (việc cần làm)."""

import datetime
from collections.abc import Iterator

from ttcs_desktop.i18n import _
from ttcs_desktop.language.dates import short_date
from ttcs_desktop.model.home import ToDo, ToDoKind
from ttcs_desktop.model.kept import DraftCard
from ttcs_desktop.model.mail import LetterState
from ttcs_desktop.registry.statements import Statements
from ttcs_desktop.registry.waiting import Waiting
from ttcs_desktop.services.deadline_list import due_around
from ttcs_desktop.services.drafts import Drafts
from ttcs_desktop.services.library import Library
from ttcs_desktop.services.searching import Searching

DAYS_AHEAD = 31
"""For reports."""
TASK_DAYS_AHEAD, TASK_DAYS_PAST = 14, 30
WAITING_AS = 3
"""What waits without a day stands among what is due in three days."""


def urgency(thing: ToDo) -> int:
    """Return what things to do are sorted by."""
    return WAITING_AS if thing.days is None else thing.days


def reports_due(library: Library, unit_id: str, today: datetime.date) -> Iterator[ToDo]:
    """Yield the reports of a unit that are due within a month; none for a unit not known."""
    if unit_id not in library.units:
        return
    regime = library.units[unit_id].regime
    title = _("Báo cáo {period}, gửi {recipient}")
    detail = _("hạn {last}; trong đơn vị {inner} ({left})")
    for due in due_around(library, today):
        is_ours = not due.rule.regimes or regime in due.rule.regimes
        if is_ours and 0 <= (due.last_day - today).days <= DAYS_AHEAD:
            days = (due.inner_day - today).days
            yield ToDo(
                ToDoKind.REPORT,
                title.format(period=due.period_name, recipient=due.rule.recipient),
                detail.format(
                    last=short_date(due.last_day), inner=short_date(due.inner_day), left=_left(days)
                ),
                days,
            )


def tasks_due(searching: Searching, unit_id: str, today: datetime.date) -> Iterator[ToDo]:
    """Yield the tasks of a unit's plans that are due soon, or were lately and are not done.

    Raises:
        UserError: the index was damaged and is to be made again.
    """
    first = today - datetime.timedelta(TASK_DAYS_PAST)
    last = today + datetime.timedelta(TASK_DAYS_AHEAD)
    for one in searching.due_tasks(unit_id, first, last):
        days = (one.due - today).days
        told = _("hạn {day} ({left})").format(day=short_date(one.due), left=_left(days))
        words = (told, one.task.lead, one.plan.number or one.plan.title)
        yield ToDo(
            ToDoKind.TASK,
            one.task.wording,
            " · ".join(word for word in words if word),
            days,
            one.plan.path,
            one.task.line,
        )


def drafts_waiting(drafts: Drafts) -> Iterator[ToDo]:
    """Yield the drafts that wait for a number or the signer, and the packs that are out.

    Raises:
        UserError: the database cannot be read.
    """
    for card in drafts.waiting_for_number():
        yield _waiting(ToDoKind.NUMBER, card, _("chờ lấy số"))
    signing = drafts.waiting_for_signature()
    for card in signing:
        yield _waiting(ToDoKind.SIGNATURE, card, _("chờ ký"))
    told = {card.path for card in signing}
    for pack in Waiting(drafts.statements).packs():
        if not pack.document or pack.document not in told:
            day = short_date(pack.made_at.astimezone().date())
            detail = _("trình ký từ {day}").format(day=day)
            words = (pack.number, detail)
            told.add(pack.document)
            yield ToDo(
                ToDoKind.SIGNATURE,
                pack.title or pack.number,
                " · ".join(word for word in words if word),
                path=pack.document,
            )


def letters_waiting(statements: Statements) -> Iterator[ToDo]:
    """Yield what the outbox asks for: a network, the clerk's yes, or to be looked at.

    Raises:
        UserError: the database cannot be read.
    """
    counted = Waiting(statements).letters()
    unsure = counted.get(LetterState.UNSURE, 0) + counted.get(LetterState.HANDED_OVER, 0)
    told = (
        (counted.get(LetterState.WAITING, 0), _("{count} thư chờ gửi"), _("gửi khi có mạng")),
        (counted.get(LetterState.ASKED, 0), _("{count} thư chờ đồng ý"), _("chưa được gửi")),
        (unsure, _("{count} thư có thể đã gửi"), _("cần xác nhận, không tự gửi lại")),
    )
    for count, title, detail in told:
        if count:
            yield ToDo(ToDoKind.OUTBOX, title.format(count=count), detail)


def _waiting(kind: ToDoKind, card: DraftCard, detail: str) -> ToDo:
    return ToDo(kind, card.title, detail, path=card.path, draft_id=card.id)


def _left(days: int) -> str:
    if days > 0:
        return _("còn {days} ngày").format(days=days)
    return _("hôm nay") if days == 0 else _("đã qua {days} ngày").format(days=-days)
