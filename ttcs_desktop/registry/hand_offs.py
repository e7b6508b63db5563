"""The follow-up of packs handed off for signature, kept in the database (theo dõi trình ký)."""

import datetime

import sqlalchemy as sa

from ttcs_desktop.errors import UnknownError
from ttcs_desktop.i18n import _
from ttcs_desktop.model.hand_off import HandOff, KnownBy
from ttcs_desktop.registry.database import Database
from ttcs_desktop.registry.letter_rows import aware
from ttcs_desktop.registry.tables import HandOffRow

_TOLD = ("document", "number", "title", "name", "folder", "pdf_size", "pdf_sha256")
_RETURNED = ("returned_file", "returned_sha256", "verdict")


class HandOffs:
    """Packs that are out, and those that came back."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, made: HandOff) -> HandOff:
        """Note a pack that was made; its id is given here.

        Raises:
            UserError: the database cannot be written.
        """
        with self._database.writing() as session:
            row = HandOffRow(
                **{name: getattr(made, name) for name in _TOLD},
                made_at=made.made_at,
                known_by="",
                **dict.fromkeys(_RETURNED, ""),
            )
            session.add(row)
            session.flush()
            return _hand_off_in(row)

    def tick(
        self, hand_off_id: int, *, file: str, sha256: str, known_by: KnownBy, verdict: str
    ) -> HandOff:
        """Note the signed file that came back.

        Raises:
            UserError: there is no such pack, or the database cannot be written.
        """
        with self._database.writing() as session:
            row = session.get(HandOffRow, hand_off_id, with_for_update=True)
            if row is None:
                raise _unknown(hand_off_id)
            row.returned_at = datetime.datetime.now(datetime.UTC)
            row.returned_file, row.returned_sha256 = file, sha256
            row.known_by, row.verdict = known_by, verdict
            return _hand_off_in(row)

    def all(self) -> tuple[HandOff, ...]:
        """Return every pack: those still out first, then the newest first."""
        if not self._database.location.exists():
            return ()
        asked = sa.select(HandOffRow).order_by(
            HandOffRow.returned_at.is_not(None), HandOffRow.id.desc()
        )
        with self._database.reading() as session:
            return tuple(map(_hand_off_in, session.scalars(asked)))

    def hand_off(self, hand_off_id: int) -> HandOff:
        """Return a pack.

        Raises:
            UnknownError: there is none of that id.
        """
        for known in self.all():
            if known.id == hand_off_id:
                return known
        raise _unknown(hand_off_id)


def _hand_off_in(row: HandOffRow) -> HandOff:
    return HandOff(
        id=row.id,
        **{name: getattr(row, name) for name in (*_TOLD, *_RETURNED)},
        made_at=aware(row.made_at) or datetime.datetime.now(datetime.UTC),
        returned_at=aware(row.returned_at),
        known_by=KnownBy(row.known_by) if row.known_by else None,
    )


def _unknown(hand_off_id: int) -> UnknownError:
    return UnknownError(
        _("Không có hồ sơ trình ký {id}.").format(id=hand_off_id),
        remedy=_("Mở lại danh sách trình ký rồi chọn hồ sơ."),
    )
