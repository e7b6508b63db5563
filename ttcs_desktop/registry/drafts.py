"""Drafts that are being written, kept in the database (bản thảo)."""

import datetime
import getpass
import platform
from collections.abc import Sequence
from functools import cache

from ttcs_desktop.codec import from_json, to_json
from ttcs_desktop.errors import UnknownError
from ttcs_desktop.i18n import _
from ttcs_desktop.model.draft import Draft
from ttcs_desktop.model.kept import DAYS_TO_REPENT, DraftCard, DraftState, KeptDraft
from ttcs_desktop.registry.statements import Run, Statements

_CARD = "id, unit, template, kind, title, state, path, changed_at, session"
_OWN = "SELECT {columns} FROM draft WHERE keeper = :keeper"


@cache
def keeper() -> str:
    """Return who keeps drafts here: paths mean something on one machine, to one clerk."""
    try:
        return f"{getpass.getuser()}@{platform.node()}"
    except (OSError, KeyError):
        return platform.node()


class KeptDrafts:
    """The drafts of one clerk on one machine."""

    def __init__(self, statements: Statements) -> None:
        self._statements = statements

    def keep(self, card: DraftCard, draft: Draft, session: str) -> int:
        """Write a draft; return its id.

        `session` holds what no file does, "" for none. A draft without an id is known by its file.
        How far it has come stays as it is known.
        """
        values: dict[str, object] = {
            name: getattr(card, name) for name in ("unit", "template", "kind", "title", "path")
        }
        values |= {
            "keeper": keeper(),
            "changed_at": moment(card.changed_at),
            "session": session,
            "content": to_json(draft).decode(),
        }
        with self._statements.writing() as run:
            known = _known(run, card)
            if known:
                changes = ", ".join(f"{name} = :{name}" for name in values)
                alive = "CASE WHEN state = 'discarded' THEN 'draft' ELSE state END"
                changes += f", state = {alive}"
                run(f"UPDATE draft SET {changes} WHERE id = :id", id=known, **values)  # noqa: S608
                return known
            return _added(run, values)

    def forget(self, draft_id: int) -> None:
        """Delete a draft and all its versions; nothing of their words stays in the file."""
        with self._statements.writing() as run:
            _delete(run, [draft_id])
        self._statements.empty_log()

    def rest(self, session: str) -> None:
        """Let go of what a session held: a file holds it, or nobody wants it.

        A draft without a file is discarded; those discarded long ago are deleted.
        """
        before = datetime.datetime.now(datetime.UTC) - datetime.timedelta(days=DAYS_TO_REPENT)
        with self._statements.writing() as run:
            run(
                "UPDATE draft SET session = '',"
                " state = CASE WHEN path = '' THEN 'discarded' ELSE state END"
                " WHERE session = :session",
                session=session,
            )
            long_ago = run(
                "SELECT id FROM draft WHERE keeper = :keeper AND state = 'discarded'"
                " AND changed_at < :before",
                keeper=keeper(),
                before=moment(before),
            )
            _delete(run, [found[0] for found in long_ago])

    def mark(self, draft_id: int, state: DraftState) -> None:
        """Note how far a draft has come."""
        with self._statements.writing() as run:
            run("UPDATE draft SET state = :state WHERE id = :id", state=str(state), id=draft_id)

    def listed(
        self, limit: int, offset: int = 0, states: Sequence[DraftState] = ()
    ) -> tuple[DraftCard, ...]:
        """Return drafts that were not discarded, the one changed last first."""
        told = ", ".join(f"'{state}'" for state in states)
        chosen = f"state IN ({told})" if told else "state <> 'discarded'"
        asked = f"{_OWN.format(columns=_CARD)} AND {chosen}"
        rows = self._statements.read(
            f"{asked} ORDER BY changed_at DESC LIMIT :limit OFFSET :offset",
            keeper=keeper(),
            limit=limit,
            offset=offset,
        )
        return tuple(_card(row) for row in rows)

    def count(self) -> int:
        """Return how many drafts there are that were not discarded."""
        asked = f"{_OWN.format(columns='count(*)')} AND state <> 'discarded'"
        rows = self._statements.read(asked, keeper=keeper())
        return int(rows[0][0]) if rows else 0

    def of_file(self, path: str) -> int:
        """Return the id of the draft of a file, 0 for none."""
        rows = self._statements.read(
            f"{_OWN.format(columns='id')} AND path = :path ORDER BY changed_at DESC LIMIT 1",
            keeper=keeper(),
            path=path,
        )
        return int(rows[0][0]) if rows and path else 0

    def draft(self, draft_id: int) -> KeptDraft:
        """Return a draft.

        Raises:
            UnknownError: there is none of that id.
        """
        rows = self._statements.read(
            f"SELECT {_CARD}, content FROM draft WHERE id = :id",  # noqa: S608
            id=draft_id,
        )
        if not rows:
            raise UnknownError(
                _("Không có bản thảo {id} trong sổ.").format(id=draft_id),
                remedy=_("Mở lại danh sách bản thảo rồi chọn."),
            )
        return _kept(rows[0])

    def held(self) -> tuple[tuple[str, KeptDraft], ...]:
        """Return the drafts with words that no file holds, each with the session that holds it."""
        rows = self._statements.read(
            f"{_OWN.format(columns=f'{_CARD}, content')} AND session <> ''"
            " ORDER BY changed_at DESC",
            keeper=keeper(),
        )
        return tuple((row[8], _kept(row)) for row in rows)


def moment(at: datetime.datetime) -> str:
    """Write a moment so that later ones sort later."""
    return f"{at.astimezone(datetime.UTC):%Y-%m-%dT%H:%M:%S.%fZ}"


def read_moment(text: str) -> datetime.datetime:
    """Read a moment."""
    return datetime.datetime.fromisoformat(text)


def _known(run: Run, card: DraftCard) -> int:
    if card.id and run("SELECT 1 FROM draft WHERE id = :id", id=card.id):
        return card.id
    if not card.path:
        return 0
    rows = run(
        f"{_OWN.format(columns='id')} AND path = :path ORDER BY changed_at DESC LIMIT 1",
        keeper=keeper(),
        path=card.path,
    )
    return int(rows[0][0]) if rows else 0


def _added(run: Run, values: dict[str, object]) -> int:
    names = (*values, "state")
    rows = run(
        f"INSERT INTO draft ({', '.join(names)})"  # noqa: S608
        f" VALUES ({', '.join(f':{name}' for name in names)}) RETURNING id",
        **values,
        state=str(DraftState.DRAFT),
    )
    return int(rows[0][0])


def _delete(run: Run, ids: Sequence[int]) -> None:
    for draft_id in ids:
        run("DELETE FROM version WHERE draft_id = :id", id=draft_id)
        run("DELETE FROM draft WHERE id = :id", id=draft_id)


def _card(row: Sequence[str]) -> DraftCard:
    draft_id, unit, template, kind, title, state, path, changed_at, session = row[:9]
    return DraftCard(
        int(draft_id),
        unit,
        template,
        kind,
        title,
        DraftState(state),
        path,
        read_moment(changed_at),
        bool(session),
    )


def _kept(row: Sequence[str]) -> KeptDraft:
    card = _card(row)
    return KeptDraft(card, from_json(row[9], Draft, where=card.title))
