"""Lines of a signature (phần ký): authority, titles, `(đã ký)`, name."""

import re
from dataclasses import dataclass, field

from ttcs_desktop.language.remembering import remembered
from ttcs_desktop.language.tones import fold
from ttcs_desktop.model.document import AuthorityLine, SignatureBlock, SigningAuthority
from ttcs_desktop.officialtext.inline import name_of
from ttcs_desktop.officialtext.lines import TextLine, is_rule
from ttcs_desktop.officialtext.words import key, known

JOINER = "kiêm"
SIGNED = "(đã ký)"
_LONGEST_TITLE, _LONGEST_NAME = 120, 60
_NAME_WORDS = range(2, 8)
_AUTHORITIES = tuple(
    (authority, re.compile(pattern + r"\s*(?P<of>\S.*)"))
    for authority, pattern in (
        (SigningAuthority.BY_AUTHORISATION, r"(?:T/?UQ|T/U)(?:\.|\s)"),
        (SigningAuthority.ON_BEHALF, r"(?:T/M|T\.?M)(?:\.|\s)"),
        (SigningAuthority.FOR, r"(?:K/T|K\.?T)(?:\.|\s)"),
        (SigningAuthority.BY_ORDER, r"(?:T/L|T\.?L)(?:\.|\s)"),
        (SigningAuthority.ACTING, r"Q\."),
    )
)


@remembered
def authority_line(text: str) -> AuthorityLine | None:
    """Read a line of authority, `T/M BAN THƯỜNG VỤ` or `TM. ỦY BAN`; None when it is not one."""
    for authority, pattern in _AUTHORITIES:
        found = pattern.fullmatch(text)
        if found and len(text) <= _LONGEST_TITLE and found["of"][:1].isupper():
            return AuthorityLine(authority, found["of"])
    return None


@remembered
def is_anchor(text: str) -> bool:
    """Tell whether a line can only be part of a signature: authority, known title, `(đã ký)`."""
    return is_signed(text) or authority_line(text) is not None or is_known_title(text)


def is_known_title(text: str) -> bool:
    """Tell whether a line is a signer's title in capitals: TRƯỞNG BAN, PHÓ CHỦ TỊCH."""
    return is_title(text) and known().position.match(fold(text).upper()) is not None


def is_title(text: str) -> bool:
    """Tell whether a line may be a signer's title: short, in capitals, without end mark."""
    return (
        text.isupper()
        and len(text) <= _LONGEST_TITLE
        and not text.endswith((".", ":", ";", ","))
        and not is_rule(text)
    )


def is_name_rest(text: str) -> bool:
    """Tell whether a line in capitals goes on with the name above it: XÃ VẠN NINH."""
    return known().name_rest.match(fold(text).upper()) is not None


def is_signed(text: str) -> bool:
    """Tell whether a line says that the original is signed: `(đã ký)`."""
    return len(text) <= len(SIGNED) * 3 and key(text) in known().signed


@remembered
def is_name(text: str) -> bool:
    """Tell whether a line reads as a person's name: a few words, each with a capital."""
    words = text.split()
    return (
        len(text) <= _LONGEST_NAME
        and len(words) in _NAME_WORDS
        and not text.isupper()
        and all(word[0].isupper() and word[-1] not in ",;:" for word in words)
        and not any(letter.isdigit() for letter in text)
    )


@remembered
def may_be_signature(text: str) -> bool:
    """Tell whether a line may stand in a signature at all."""
    return (
        is_anchor(text)
        or is_title(text)
        or is_name(text)
        or text.lower() == JOINER
        or is_rule(text)
    )


@dataclass(slots=True)
class SignatureReader:
    """Reads the lines of signatures from top to bottom, one block after the other."""

    blocks: list["_Open"] = field(default_factory=list)

    def read(self, line: TextLine, *, is_apart: bool) -> bool:
        """Take up a line, and tell whether it belongs to a signature.

        `is_apart`: a blank line stands above it. A plain line is a title or a name, never more.
        """
        text = name_of(line.text)
        last = self.blocks[-1] if self.blocks and not self.blocks[-1].is_closed else None
        if is_rule(line.text):
            return self._close()
        if last and last.awaits_name(text, is_apart=is_apart, is_plain=line.is_plain):
            last.name = text
        elif not line.is_plain and (is_signed(text) or authority_line(text)):
            self._read_anchor(text, line.number, last)
        elif last and text.lower() == JOINER:
            last.is_joined = True
        elif last and not line.is_plain and last.goes_on(text, is_apart=is_apart):
            last.add_to_authority(text)
        elif is_title(text):
            is_new = bool(last and last.is_complete(text, is_apart=is_apart))
            self._open(line.number, is_new=is_new).add_title(text)
        elif is_name(text):
            self._open(line.number, is_new=bool(last and last.name)).name = text
        else:
            return False
        return True

    @property
    def is_awaiting(self) -> bool:
        """Tell whether the last signer has signed, and the name is still to come."""
        last = self.blocks[-1] if self.blocks else None
        return bool(last and last.is_signed and not last.name and not last.is_closed)

    def signatures(self) -> tuple[SignatureBlock, ...]:
        """Return the blocks read."""
        return tuple(
            SignatureBlock(
                tuple(block.authority),
                tuple(block.positions),
                block.name,
                block.is_signed,
                block.line,
            )
            for block in self.blocks
        )

    def _read_anchor(self, text: str, line: int, last: "_Open | None") -> None:
        typed = authority_line(text)
        if typed is None:
            self._open(line, is_new=bool(last and (last.is_signed or last.name))).is_signed = True
            return
        is_new = bool(last and (last.is_titled or last.has(typed.authority)))
        self._open(line, is_new=is_new).authority.append(typed)

    def _open(self, line: int, *, is_new: bool) -> "_Open":
        """Return the block that a line belongs to."""
        if is_new or not self.blocks or self.blocks[-1].is_closed:
            self.blocks.append(_Open(line))
        return self.blocks[-1]

    def _close(self) -> bool:
        """Let what follows a drawn line be the next signer's."""
        if self.blocks:
            self.blocks[-1].is_closed = True
        return True


@dataclass(slots=True)
class _Open:
    """A signature block being read."""

    line: int
    authority: list[AuthorityLine] = field(default_factory=list)
    positions: list[str] = field(default_factory=list)
    name: str = ""
    is_signed: bool = False
    is_joined: bool = False
    is_closed: bool = False

    @property
    def is_titled(self) -> bool:
        return bool(self.positions or self.name or self.is_signed)

    def has(self, authority: SigningAuthority) -> bool:
        """Tell whether the signer already signs by this authority."""
        return any(line.authority is authority for line in self.authority)

    def is_complete(self, text: str, *, is_apart: bool) -> bool:
        """Tell whether a further title belongs to the next signer."""
        is_long = self.positions and len(self.positions[-1]) + len(text) >= _LONGEST_TITLE
        return bool(self.name or self.is_signed or (self.positions and is_apart) or is_long)

    def awaits_name(self, text: str, *, is_apart: bool, is_plain: bool) -> bool:
        """Tell whether a line is the signer's name, also one that is typed in capitals."""
        is_other = not is_plain and (is_anchor(text) or text.endswith((":", ";")))
        if self.name or is_other or len(text) > _LONGEST_NAME:
            return False
        if self.is_signed:
            return True
        is_capital_name = text.isupper() and is_apart and len(text.split()) in _NAME_WORDS
        return is_capital_name and bool(self.positions)

    def goes_on(self, text: str, *, is_apart: bool) -> bool:
        """Tell whether a line is the rest of a long line of authority: XÃ VẠN NINH."""
        if not self.authority or self.is_titled or is_apart or not is_title(text):
            return False
        is_short = len(self.authority[-1].of) + len(text) < _LONGEST_TITLE - len("TUQ. ")
        return is_short and is_name_rest(text)

    def add_to_authority(self, text: str) -> None:
        """Add the rest of a long line of authority."""
        above = self.authority[-1]
        self.authority[-1] = AuthorityLine(above.authority, f"{above.of} {text}")

    def add_title(self, text: str) -> None:
        """Add a title, or one more line of a long title."""
        if self.positions and not self.is_joined:
            self.positions[-1] += f" {text}"
        else:
            self.positions.append(text)
        self.is_joined = False
