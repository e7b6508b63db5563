"""The mailbox that letters are sent from, kept in one readable file without its password."""

from pathlib import Path

from ttcs_desktop.codec import read_toml, to_record, to_table
from ttcs_desktop.model.mail import MailAccount
from ttcs_desktop.places import user_data
from ttcs_desktop.services.files import write_atomically


def account_file() -> Path:
    """Return where the mailbox is kept."""
    return user_data() / "mailbox.toml"


def load_account() -> MailAccount:
    """Return the mailbox; an empty one while none is set up.

    Raises:
        DataError: the file was changed by hand and is wrong; names the field.
    """
    path = account_file()
    if not path.exists():
        return MailAccount()
    return to_record(read_toml(path), MailAccount, where=str(path))


def save_account(account: MailAccount) -> None:
    """Keep the mailbox.

    Raises:
        WriteError: the clerk's own folder cannot be written.
    """
    import tomli_w

    write_atomically(account_file(), tomli_w.dumps(to_table(account)).encode("utf-8"))
