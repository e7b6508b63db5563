"""Communes and the patterns that make their bodies (xã, phường, đặc khu và các cơ quan của nó)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
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
        type: "xã", "phường" or "đặc khu".
        name: its proper name, in State spelling.
        former: the units that it was made from.
        place: its place in the date line where the rule cannot tell it, e.g. "Phường Ngô Quyền"
            (a person's name), "Phường Phú Thọ" (the province's name).
    """

    type: str
    name: str
    former: tuple[str, ...] = ()
    place: str = ""


def bodies_of(
    communes: Mapping[str, Commune],
    patterns: Mapping[str, Mapping[str, Any]],
    homes: Mapping[str, Path],
) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the id and the table of every body that the patterns make for every commune.

    Raises:
        DataError: a pattern has a blank that we do not know; `homes` tells its file.
    """
    for pattern_id, pattern in patterns.items():
        habits = to_record(
            pattern.get("habits", {}), Habits, where=f"{homes[pattern_id]}: {pattern_id}.habits"
        )
        fixed = {key: value for key, value in pattern.items() if "{" not in str(value)}
        filled = {key: value for key, value in pattern.items() if key not in fixed}
        for code, commune in communes.items():
            words = _words(code, commune, habits.spelling or "old")
            yield (
                f"{pattern_id}-{code}",
                {
                    "kind": pattern_id,
                    "former": commune.former,
                    **fixed,
                    **{
                        key: _filled(value, words, f"{homes[pattern_id]}: {pattern_id}.{key}")
                        for key, value in filled.items()
                    },
                },
            )


def _words(code: str, commune: Commune, spelling: str) -> dict[str, str]:
    name = in_spelling(commune.name, spelling)
    return {
        "code": code,
        "type": commune.type,
        "TYPE": upper(commune.type),
        "name": name,
        "NAME": upper(name),
        "place": in_spelling(commune.place, spelling) or place_name(commune.type, name),
    }


def _filled(value: Any, words: Mapping[str, str], where: str) -> Any:  # noqa: ANN401  any TOML value
    if isinstance(value, list):
        return [_filled(item, words, where) for item in value]
    if not isinstance(value, str):
        return value
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
