"""Files that are broken or made to harm, made from good ones."""

import io
import random
import zipfile
from collections.abc import Callable, Iterator

from checking.samples import SAMPLES

MAIN = "word/document.xml"
_ENTITIES = (
    '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">'
    + "".join(
        f'<!ENTITY {name} "{used * 10}">'
        for name, used in zip("bcdefghi", (f"&{one};" for one in "abcdefgh"), strict=True)
    )
    + "]>"
)


def parts_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def mutants(count: int, seed: int = 1) -> Iterator[tuple[str, bytes]]:
    """Yield broken files of every kind in turn, the same for the same seed."""
    chance = random.Random(seed)  # noqa: S311  no secret
    names = sorted(SAMPLES)
    for number in range(count):
        kind = _KINDS[number % len(_KINDS)]
        data = SAMPLES[names[number // len(_KINDS) % len(names)]]()
        yield f"{number} {kind.__name__}", kind(data, chance)


def flipped_in_the_zip(data: bytes, chance: random.Random) -> bytes:
    changed = bytearray(data)
    for _time in range(chance.randint(1, 20)):
        changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def flipped_in_a_part(data: bytes, chance: random.Random) -> bytes:
    parts = parts_of(data)
    name = chance.choice(sorted(parts))
    parts[name] = flipped_in_the_zip(parts[name], chance) if parts[name] else b""
    return packed(parts)


def cut_off(data: bytes, chance: random.Random) -> bytes:
    return data[: chance.randrange(len(data))]


def without_a_part(data: bytes, chance: random.Random) -> bytes:
    parts = parts_of(data)
    for name in chance.sample(sorted(parts), k=chance.randint(1, 3)):
        del parts[name]
    return packed(parts)


def with_parts_swapped(data: bytes, chance: random.Random) -> bytes:
    parts = parts_of(data)
    first, second = chance.sample(sorted(parts), k=2)
    parts[first], parts[second] = parts[second], parts[first]
    return packed(parts)


def with_entities(data: bytes, chance: random.Random) -> bytes:
    parts = parts_of(data)
    name = chance.choice([name for name in sorted(parts) if name.endswith((".xml", ".rels"))])
    head, end, rest = parts[name].partition(b"?>")
    doctype = (
        _ENTITIES.encode() if chance.random() < 0.5 else b'<!DOCTYPE x SYSTEM "file:///etc/passwd">'
    )
    parts[name] = head + end + doctype + rest.replace(b"</w:t>", b"&i;</w:t>", 3)
    return packed(parts)


def with_elements_cut(data: bytes, chance: random.Random) -> bytes:
    parts = parts_of(data)
    pieces = parts[MAIN].split(b"<")
    for _time in range(chance.randint(1, 30)):
        del pieces[chance.randrange(1, len(pieces))]
    parts[MAIN] = b"<".join(pieces)
    return packed(parts)


def with_values_changed(data: bytes, chance: random.Random) -> bytes:
    """Put senseless values into attributes: the XML stays well-formed."""
    parts = parts_of(data)
    name = chance.choice([MAIN, "word/styles.xml", "word/settings.xml"])
    pieces = parts[name].split(b'"')
    odd = (b"-1", b"99999999999999999999", b"", b"NaN", b"x" * 5000, b"1e308", "Đ".encode())
    for _time in range(chance.randint(1, 40)):
        index = chance.randrange(len(pieces) // 2) * 2 + 1
        if not pieces[index].startswith((b"http", b"urn")):
            pieces[index] = chance.choice(odd)
    parts[name] = b'"'.join(pieces)
    return packed(parts)


def with_letters_changed(data: bytes, chance: random.Random) -> bytes:
    """Put odd letters into the text."""
    parts = parts_of(data)
    text = parts[MAIN].decode()
    odd = (
        "\u0301" * 50,
        "\u202e",
        "\U0001f600",
        "(" * 300,
        '"' * 99,
        "1/" * 200,
        "A-" * 200,
        " " * 500,
    )
    for _time in range(chance.randint(1, 20)):
        at = text.find("</w:t>", chance.randrange(len(text)))
        if at > 0:
            text = text[:at] + chance.choice(odd) + text[at:]
    parts[MAIN] = text.encode()
    return packed(parts)


def with_nested_tables(data: bytes, chance: random.Random) -> bytes:
    depth = chance.choice((5, 40, 100))
    cell = "<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc>"
    end = "<w:p><w:r><w:t>sâu</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    return _with_body(data, cell * depth + end * depth)


def with_nested_controls(data: bytes, chance: random.Random) -> bytes:
    depth = chance.choice((10, 60, 200))
    inside = "<w:sdt><w:sdtContent>" * depth + "<w:p/>" + "</w:sdtContent></w:sdt>" * depth
    return _with_body(data, inside)


def zip_bomb(data: bytes, chance: random.Random) -> bytes:
    parts = parts_of(data)
    name = chance.choice([MAIN, "word/styles.xml", "word/media/image1.png"])
    parts[name] = parts.get(name, b"") + b" " * chance.choice((10, 40)) * 1024 * 1024
    return packed(parts)


def pages(data: bytes, count: int) -> bytes:
    """Return a document of many pages."""
    text = "Các cơ quan, đơn vị, địa phương phối hợp thực hiện tốt công tác thông tin cơ sở. " * 4
    page = f'<w:p><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>' * 6
    return _with_body(data, (page + '<w:p><w:r><w:br w:type="page"/></w:r></w:p>') * count)


def _with_body(data: bytes, inside: str) -> bytes:
    parts = parts_of(data)
    head, section, end = parts[MAIN].rpartition(b"<w:sectPr")
    parts[MAIN] = head + inside.encode() + section + end
    return packed(parts)


_KINDS: tuple[Callable[[bytes, random.Random], bytes], ...] = (
    flipped_in_the_zip, flipped_in_a_part, cut_off, without_a_part, with_parts_swapped,
    with_entities, with_elements_cut, with_values_changed, with_letters_changed,
    with_nested_tables, with_nested_controls, flipped_in_a_part, with_values_changed,
    with_letters_changed, with_elements_cut, without_a_part, flipped_in_the_zip, cut_off,
    with_entities, zip_bomb,
)  # fmt: skip
