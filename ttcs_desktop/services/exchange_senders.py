"""Who signs exchange packages, and whom the clerk trusts (người gửi tin cậy).

A sender is trusted from the moment the clerk says that the fingerprint was compared.
"""

import datetime
from dataclasses import dataclass
from pathlib import Path

from ttcs_desktop.codec import from_json, to_json
from ttcs_desktop.delivery import exchange_key
from ttcs_desktop.i18n import _
from ttcs_desktop.language.letters import without_marks
from ttcs_desktop.model.exchange import Sender, Trust, TrustedSender
from ttcs_desktop.rules.units import period_on
from ttcs_desktop.services.files import write_atomically
from ttcs_desktop.services.library import Library
from ttcs_desktop.services.settings import load_settings

FILE_NAME = "trusted-senders.json"
KEY_FOLDER = "exchange-key"


@dataclass(frozen=True)
class Senders:
    """Keeps this office's own key and the list of trusted senders."""

    library: Library

    @property
    def key_folder(self) -> Path:
        """Where the private key is."""
        return self.library.own / KEY_FOLDER

    def own(self) -> Sender:
        """Return this office as a sender; its key is made when it is first asked for.

        Raises:
            UserError: the key cannot be made or read.
        """
        key = exchange_key.public_key(self.key_folder)
        return Sender(self._own_name(), key, exchange_key.fingerprint(key))

    def sign(self, data: bytes) -> str:
        """Return this office's signature.

        Raises:
            UserError: the key cannot be made or read.
        """
        return exchange_key.signed(self.key_folder, data)

    def trusted(self) -> tuple[TrustedSender, ...]:
        """Return whom the clerk trusts.

        Raises:
            DataError: the list was changed by hand and is wrong.
        """
        path = self.library.own / FILE_NAME
        if not path.exists():
            return ()
        return from_json(path.read_bytes(), tuple[TrustedSender, ...], where=str(path))

    def standing(self, sender: Sender) -> Trust:
        """Tell how a sender stands to those that are trusted."""
        known = self.trusted()
        if any(one.sender.key == sender.key for one in known):
            return Trust.KNOWN
        key_is_there = (self.key_folder / exchange_key.FILE_NAME).exists()
        if key_is_there and self.own().key == sender.key:
            return Trust.OWN
        names = {_folded(one.sender.name) for one in known}
        return Trust.OTHER_KEY if _folded(sender.name) in names else Trust.UNKNOWN

    def trust(self, sender: Sender, today: datetime.date) -> None:
        """Trust a sender from now on.

        Raises:
            WriteError: the list cannot be written.
        """
        others = [one for one in self.trusted() if one.sender.key != sender.key]
        self._keep((*others, TrustedSender(sender, today)))

    def distrust(self, sender: Sender) -> None:
        """Trust a sender no longer.

        Raises:
            WriteError: the list cannot be written.
        """
        self._keep(tuple(one for one in self.trusted() if one.sender.key != sender.key))

    def _keep(self, senders: tuple[TrustedSender, ...]) -> None:
        write_atomically(self.library.own / FILE_NAME, to_json(senders))

    def _own_name(self) -> str:
        unit = self.library.units.get(load_settings().unit)
        if unit is None:
            return _("Đơn vị chưa đặt tên")
        return period_on(unit, datetime.datetime.now().astimezone().date()).name


def _folded(name: str) -> str:
    return " ".join(without_marks(name).casefold().split())
