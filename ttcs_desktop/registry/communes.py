"""Communes and the patterns that make their bodies (xã, phường, đặc khu và các cơ quan của nó)."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from ttcs_desktop.codec import to_record
from ttcs_desktop.errors import DataError
from ttcs_desktop.i18n import _
from ttcs_desktop.language.case import upper
from ttcs_desktop.language.tones import in_spelling
from ttcs_desktop.model.unit import Habits
from ttcs_desktop.rules.units import place_name


@dataclass(frozen=True, slots=True)
class Commune:
    """A commune-level unit (đơn vị hành chính cấp xã).

    Attributes:
        type: "xã", "phường", "thị trấn" or "đặc khu".
        name: its proper name, in State spelling.
        former: the units that it was made from.
        district: code of the district that it lay in, before there were none.
        successors: codes of the units that it became, several when it was split.
        place: its place in the date line where the rule cannot tell it, e.g. "Phường Ngô Quyền"
            (a person's name), "Phường Phú Thọ" (the province's name).
    """

    type: str
    name: str
    former: tuple[str, ...] = ()
    place: str = ""
    district: str = ""
    successors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class District:
    """A district (huyện, thị xã, thành phố) with its Party committee and that one's id."""

    type: str = ""
    name: str = ""
    committee_name: str = ""
    committee: str = ""


@dataclass(frozen=True, slots=True)
class Around:
    """What a commune's own words may name: its district, and the communes that it became."""

    districts: Mapping[str, District] = field(default_factory=dict)
    communes: Mapping[str, Commune] = field(default_factory=dict)


def bodies_of(
    communes: Mapping[str, Commune],
    patterns: Mapping[str, Mapping[str, Any]],
    homes: Mapping[str, Path],
    around: Around,
) -> Iterator[tuple[str, Callable[[], dict[str, Any]]]]:
    """Yield the id of every body that the patterns make for every commune, and its table's maker.

    The maker raises `DataError` where a pattern has a blank that we do not know; `homes` tells its
    file.
    """
    for pattern_id, pattern in patterns.items():
        where = f"{homes[pattern_id]}: {pattern_id}"
        habits = to_record(pattern.get("habits", {}), Habits, where=f"{where}.habits")
        table = _Pattern(pattern_id, pattern, habits.spelling or "old", around, where)
        for code, commune in communes.items():
            yield f"{pattern_id}-{code}", partial(table.of, code, commune)


class _Pattern:
    """A pattern, with what is to be filled in told apart from what stays."""

    def __init__(
        self,
        pattern_id: str,
        pattern: Mapping[str, Any],
        spelling: str,
        around: Around,
        where: str,
    ) -> None:
        self._fixed = {key: value for key, value in pattern.items() if "{" not in str(value)}
        self._fixed["kind"] = self._fixed.get("kind", pattern_id)
        self._filled = {key: value for key, value in pattern.items() if key not in self._fixed}
        self._spelling, self._around, self._where = spelling, around, where

    def of(self, code: str, commune: Commune) -> dict[str, Any]:
        """Return the table of a commune's body."""
        words = _words(code, commune, self._spelling, self._around)
        heirs = [_heir(one, self._spelling, self._around) for one in commune.successors]
        filled = {
            key: _filled(value, words, heirs, f"{self._where}.{key}")
            for key, value in self._filled.items()
        }
        return {"former": commune.former, **self._fixed, **filled}


def _words(code: str, commune: Commune, spelling: str, around: Around) -> dict[str, str]:
    name = in_spelling(commune.name, spelling)
    district = around.districts.get(commune.district, District())
    lies_in = in_spelling(f"{district.type} {district.name}", spelling).strip()
    return {
        "code": code,
        "type": commune.type,
        "TYPE": upper(commune.type),
        "name": name,
        "NAME": upper(name),
        "place": in_spelling(commune.place, spelling) or place_name(commune.type, name),
        "district": lies_in,
        "DISTRICT": upper(lies_in),
        "committee": district.committee,
        "committee_name": in_spelling(district.committee_name, spelling),
    }


def _heir(code: str, spelling: str, around: Around) -> dict[str, str]:
    commune = around.communes.get(code, Commune("", code))
    name = in_spelling(f"{commune.type} {commune.name}", spelling).strip()
    return {"successor": code, "successor_name": name}


def _filled(
    value: Any,  # noqa: ANN401  any TOML value
    words: Mapping[str, str],
    heirs: Sequence[Mapping[str, str]],
    where: str,
) -> Any:  # noqa: ANN401
    """Fill the blanks of a value; what names a successor is said once for each of them."""
    if isinstance(value, list):
        filled = [_filled(item, words, heirs, where) for item in value if not _names_heir(item)]
        repeated = [item for item in value if _names_heir(item)]
        return filled + [
            _written(item, {**words, **one}, where) for item in repeated for one in heirs
        ]
    if _names_heir(value):
        return "; ".join(_written(value, {**words, **one}, where) for one in heirs)
    return _written(value, words, where) if isinstance(value, str) else value


def _names_heir(value: object) -> bool:
    return isinstance(value, str) and "{successor" in value


def _written(value: str, words: Mapping[str, str], where: str) -> str:
    try:
        return value.format_map(words)
    except (KeyError, ValueError, IndexError, AttributeError) as error:
        raise DataError(
            _("Không hiểu chỗ trống trong “{value}”.").format(value=value),
            where=where,
            remedy=_("Các chỗ trống có thể dùng: {names}.").format(
                names=", ".join(f"{{{name}}}" for name in words)
            ),
        ) from error
