"""Formats by id: what ships, with the clerk's own laid over it (thể thức).

The id is the file's name. What is notation in a file and not in `FormatProfile`:

- `size = 14` for a range is a fixed value;
- `like` in a style: as that style, but for what is written here;
- `like` at the top: as that format, but for what is written here, its dates and notes aside;
  `like_verified` then says how far what is taken over was verified for this regime.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ttcs_desktop.codec import merged, to_record
from ttcs_desktop.errors import DataError
from ttcs_desktop.i18n import _
from ttcs_desktop.model.document import Level
from ttcs_desktop.model.format import FormatProfile
from ttcs_desktop.model.look import STYLE_NAMES
from ttcs_desktop.registry.data_files import data_files, refuse_unknown
from ttcs_desktop.registry.format_patterns import refuse_unusable
from ttcs_desktop.registry.format_tables import checked

Table = dict[str, Any]

_NOT_TAKEN_OVER = ("title_en", "valid_from", "valid_to", "notes")


def load_formats(*folders: Path) -> Mapping[str, FormatProfile]:
    """Read every format; a later folder lies over an earlier one, table by table.

    Raises:
        DataError: a file is not TOML, a field is wrong, unknown or missing, a format is like one
            that is not there, or one of the clerk's has a pattern that cannot be used; names the
            file and the field.
    """
    laid: dict[str, Table] = {}
    homes: dict[str, Path] = {}
    for path, values in data_files(folders):
        table = checked(values, FormatProfile, str(path))
        laid[path.stem] = _over(laid.get(path.stem, {}), table)
        homes[path.stem] = path
    parents_first = sorted(laid, key=lambda format_id: "like" in laid[format_id])
    formats = {
        format_id: _format(format_id, _with_parent(format_id, laid, homes), str(homes[format_id]))
        for format_id in parents_first
    }
    if any(home.parent != folders[0] for home in homes.values()):
        for format_id, form in formats.items():
            refuse_unusable(form, str(homes[format_id]))
    return formats


def _over(below: Table, above: Table) -> Table:
    """Lay a format over another; a style that says what it is like starts anew."""
    anew = {name for name, style in above.get("styles", {}).items() if "like" in style}
    kept = {name: style for name, style in below.get("styles", {}).items() if name not in anew}
    return merged({**below, "styles": kept}, above)


def _with_parent(
    format_id: str,
    laid: Mapping[str, Table],
    homes: Mapping[str, Path],
    heirs: tuple[str, ...] = (),
) -> Table:
    """Return a format with what it takes over from the one that it is like."""
    own = dict(laid[format_id])
    parent, verified = own.pop("like", ""), own.pop("like_verified", "")
    if not parent:
        return own
    if parent not in laid or parent in (format_id, *heirs):
        raise DataError(
            _("Không lấy được thể thức “{id}” làm gốc (trường like).").format(id=parent),
            where=str(homes[format_id]),
            remedy=_("Ghi mã của một thể thức khác: {ids}.").format(ids=", ".join(sorted(laid))),
        )
    taken = _with_parent(parent, laid, homes, (format_id, *heirs))
    taken = {key: value for key, value in taken.items() if key not in _NOT_TAKEN_OVER}
    return _over(_as_verified(taken, verified) if verified else taken, own)


def _as_verified(table: Table, verified: str) -> Table:
    """Return tables that are verified only so far, whatever they were for their own regime."""
    changed = {
        key: _as_verified(value, verified) if isinstance(value, dict) else value
        for key, value in table.items()
    }
    return changed | {key: verified for key in ("verified", "status") if key in changed}


def _format(format_id: str, table: Table, where: str) -> FormatProfile:
    typed = table.get("styles", {})
    styles: dict[str, Table] = {}
    for name in typed:
        _dress(name, typed, styles, where)
    _refuse_missing(table, styles, where)
    values = {
        **table,
        "id": format_id,
        "styles": styles,
        "types": [{"name": name, **own} for name, own in table.get("types", {}).items()],
        "size_sets": [_size_set(own, typed, where) for own in table.get("size_sets", ())],
    }
    return to_record(values, FormatProfile, where=where)


def _dress(
    name: str, typed: Mapping[str, Table], done: dict[str, Table], where: str, heirs: int = 0
) -> Table:
    """Return a style with everything it takes over from the one that it is like."""
    if name in done:
        return done[name]
    own = dict(typed[name])
    model = own.pop("like", "")
    if model:
        if model not in typed or heirs > len(typed):
            raise DataError(
                _("Không có kiểu chữ “{name}” để lấy làm gốc (trường like).").format(name=model),
                where=f"{where}: styles.{name}",
                remedy=_("Ghi tên một kiểu chữ khác trong tệp."),
            )
        own = {**_dress(model, typed, done, where, heirs + 1), **own}
    done[name] = own
    return own


def _size_set(own: Table, typed: Mapping[str, Table], where: str) -> Table:
    """Return a size set in which styles without a size of their own move with their model."""
    sizes = own.get("sizes", {})
    refuse_unknown(sizes, typed, f"{where}: size_sets")
    moving = {name: _moved_with(name, typed, sizes) for name in typed}
    return {**own, "sizes": {name: sizes[model] for name, model in moving.items() if model}}


def _moved_with(name: str, typed: Mapping[str, Table], sizes: Table) -> str:
    """Return the style of a size set that decides the size of a style; "" for none."""
    while name not in sizes:
        style = typed[name]
        if "size" in style or "like" not in style:
            return ""
        name = style["like"]
    return name


def _refuse_missing(table: Table, styles: Mapping[str, Table], where: str) -> None:
    """Refuse a format without a style or level that every sheet may need."""
    needed = {
        "styles": (STYLE_NAMES, styles),
        "levels": (tuple(Level), table.get("levels", {})),
    }
    for field, (names, known) in needed.items():
        missing = [str(name) for name in names if name not in known]
        if missing:
            raise DataError(
                _("Thiếu: {fields}.").format(fields=", ".join(missing)),
                where=f"{where}: {field}",
                remedy=_("Ghi thêm, hoặc lấy một thể thức khác làm gốc bằng trường like."),
            )
