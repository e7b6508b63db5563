"""The password of the mailbox: in the system's keyring, where there is one (mật khẩu hộp thư).

A machine without a keyring, or the packaged app on it, is asked for the password each time; so
nothing here fails, and nothing is ever written to a file of ours.
"""

from collections.abc import Callable
from types import ModuleType
from typing import TypeVar

from ttcs_desktop.model.mail import MailAccount

SERVICE = "ttcs-desktop"
_SAFE = 1.0
"""Keyrings of a lower priority keep passwords as plain text, or none at all."""

T = TypeVar("T")


def can_remember() -> bool:
    """Tell whether this machine has a keyring that keeps passwords safe."""
    return _asked(lambda _keyring: True, otherwise=False)


def remembered(account: MailAccount) -> str | None:
    """Return the password that was kept for a mailbox; None when there is none, or no keyring."""
    kept: str | None = _asked(
        lambda keyring: keyring.get_password(SERVICE, _name(account)), otherwise=None
    )
    return kept


def remember(account: MailAccount, password: str) -> bool:
    """Keep a password; tell whether that was possible."""

    def keep(keyring: ModuleType) -> bool:
        keyring.set_password(SERVICE, _name(account), password)
        return True

    return _asked(keep, otherwise=False)


def forget(account: MailAccount) -> None:
    """Take a password out of the keyring, if it is there."""
    if remembered(account) is not None:
        _asked(lambda keyring: keyring.delete_password(SERVICE, _name(account)), otherwise=None)


def _asked(work: Callable[[ModuleType], T], *, otherwise: T) -> T:
    """Return what a safe keyring answers; `otherwise` where there is none, or it fails."""
    try:
        import keyring

        # A keyring may fail in any way it likes.
        if keyring.get_keyring().priority >= _SAFE:
            return work(keyring)
    except Exception:
        return otherwise
    return otherwise


def _name(account: MailAccount) -> str:
    return f"{account.user}@{account.host}:{account.port}"
