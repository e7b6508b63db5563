"""Drafts as they were at moments, kept in the database (phiên bản)."""

import datetime
import zlib

from ttcs_desktop.codec import from_json, to_json
from ttcs_desktop.errors import UnknownError
from ttcs_desktop.i18n import _
from ttcs_desktop.model.draft import Draft
from ttcs_desktop.model.kept import Moment, Version
from ttcs_desktop.registry.drafts import moment, read_moment
from ttcs_desktop.registry.statements import Run, Statements

_VERSION = "id, draft_id, made_at, moment, title, note"
PASSING = (Moment.OPENED, Moment.TIMED, Moment.BEFORE_RESTORE)
"""Versions that nobody asked for; only the newest `PASSING_KEPT` of a draft stay."""
PASSING_KEPT = 40


class KeptVersions:
    """The versions of drafts."""

    def __init__(self, statements: Statements) -> None:
        self._statements = statements

    def add(self, draft_id: int, draft: Draft, when: Moment, title: str, note: str) -> int:
        """Keep a version; return its id, 0 where the newest one is the same and nothing is noted.

        A moment that matters takes the place of a passing one with the same words.
        """
        packed = zlib.compress(to_json(draft), 6)
        with self._statements.writing() as run:
            newest = run(
                "SELECT id, moment, note, content FROM version WHERE draft_id = :id"
                " ORDER BY id DESC LIMIT 1",
                id=draft_id,
            )
            if newest and bytes(newest[0][3]) == packed and not note:
                known, known_moment = newest[0][0], newest[0][1]
                if when in PASSING or known_moment not in PASSING:
                    return 0
                run("DELETE FROM version WHERE id = :id", id=known)
            rows = run(
                "INSERT INTO version (draft_id, made_at, moment, title, note, content) VALUES"
                " (:draft_id, :made_at, :moment, :title, :note, :content) RETURNING id",
                draft_id=draft_id,
                made_at=moment(datetime.datetime.now(datetime.UTC)),
                moment=str(when),
                title=title,
                note=note,
                content=packed,
            )
            _thin(run, draft_id)
            return int(rows[0][0])

    def of(self, draft_id: int) -> tuple[Version, ...]:
        """Return the versions of a draft, the newest first."""
        rows = self._statements.read(
            f"SELECT {_VERSION} FROM version WHERE draft_id = :id ORDER BY id DESC",  # noqa: S608
            id=draft_id,
        )
        return tuple(
            Version(row[0], row[1], read_moment(row[2]), Moment(row[3]), row[4], row[5])
            for row in rows
        )

    def draft(self, version_id: int) -> Draft:
        """Return a draft as it was.

        Raises:
            UnknownError: there is no version of that id.
        """
        rows = self._statements.read("SELECT content FROM version WHERE id = :id", id=version_id)
        if not rows:
            raise UnknownError(
                _("Không có phiên bản {id} trong sổ.").format(id=version_id),
                remedy=_("Mở lại danh sách phiên bản rồi chọn."),
            )
        return from_json(zlib.decompress(rows[0][0]), Draft, where=str(version_id))


def _thin(run: Run, draft_id: int) -> None:
    passing = ", ".join(f"'{one}'" for one in PASSING)
    rows = run(
        f"SELECT id FROM version WHERE draft_id = :id AND moment IN ({passing})"  # noqa: S608
        " ORDER BY id DESC LIMIT 1000 OFFSET :kept",
        id=draft_id,
        kept=PASSING_KEPT,
    )
    for row in rows:
        run("DELETE FROM version WHERE id = :id", id=row[0])
