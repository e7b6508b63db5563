"""The zip of a .docx against the standard library's reader."""

import io
import zipfile

from hypothesis import given
from hypothesis import strategies as st

from ttcs_desktop.writers.docx.zipping import Archive, closed, with_parts

NAMES = st.text("abcdefghij/.[]_", min_size=1, max_size=20)
PARTS = st.dictionaries(NAMES, st.binary(max_size=3000), max_size=6)


@given(PARTS, st.integers(1, 9))
def test_what_was_packed_comes_out_again(parts: dict[str, bytes], level: int) -> None:
    with zipfile.ZipFile(io.BytesIO(closed(with_parts(Archive(), parts, level)))) as package:
        assert package.testzip() is None
        assert package.namelist() == list(parts)
        assert {name: package.read(name) for name in parts} == parts


@given(PARTS, PARTS)
def test_an_archive_grows_without_changing_what_it_grew_from(
    early: dict[str, bytes], late: dict[str, bytes]
) -> None:
    late = {name: content for name, content in late.items() if name not in early}
    begun = with_parts(Archive(), early, 6)
    alone = closed(begun)
    assert closed(with_parts(begun, late, 6)) == closed(with_parts(Archive(), early | late, 6))
    assert closed(begun) == alone


def test_an_entry_says_neither_time_nor_system_nor_rights() -> None:
    package = zipfile.ZipFile(io.BytesIO(closed(with_parts(Archive(), {"a": b"x"}, 6))))
    entry = package.getinfo("a")
    assert entry.date_time == (1980, 1, 1, 0, 0, 0)
    assert (entry.create_system, entry.external_attr) == (0, 0)
