"""A secret document is not kept, listed or named where it could be read."""

import dataclasses
from pathlib import Path

import pytest

from ttcs_desktop.model.document import Marks
from ttcs_desktop.model.draft import Draft
from ttcs_desktop.places import user_data
from ttcs_desktop.services.composing import Composer
from ttcs_desktop.services.library import Library
from ttcs_desktop.services.naming import suggested_name
from ttcs_desktop.services.recent import recent_files, remember
from ttcs_desktop.services.recovery import Autosave
from ttcs_desktop.services.secrecy import SecretError, Trace, refused

TYPED = """ỦY BAN NHÂN DÂN XÃ NAM CAM RANH

Số: 12/KH-UBND

MẬT

KẾ HOẠCH

Diễn tập khu vực phòng thủ

1. Mục đích
"""
OPEN = Draft(text=TYPED.replace("MẬT\n\n", ""), unit="ubnd-22480")
CHOSEN = dataclasses.replace(OPEN, marks=Marks(secrecy="Mật"))
SECRET = (Draft(text=TYPED, unit="ubnd-22480"), CHOSEN)


def everything_kept() -> bytes:
    return b"".join(path.read_bytes() for path in user_data().rglob("*") if path.is_file())


@pytest.mark.parametrize("draft", SECRET, ids=["typed in the text", "chosen beside it"])
def test_the_mark_counts_wherever_it_was_given(draft: Draft) -> None:
    assert all(refused(draft, trace) for trace in Trace)
    assert not any(refused(OPEN, trace) for trace in Trace)


@pytest.mark.parametrize("draft", SECRET)
def test_nothing_is_kept_by_itself_and_what_was_kept_goes(draft: Draft) -> None:
    kept = Autosave()
    kept.save(OPEN)
    assert "Diễn tập".encode() in everything_kept()
    with pytest.raises(SecretError, match="không tự lưu"):
        kept.save(draft)
    assert "Diễn tập".encode() not in everything_kept()
    kept.close()
    assert Autosave().recoverable() == ()


@pytest.mark.parametrize("draft", SECRET)
def test_a_file_that_becomes_secret_leaves_the_list(draft: Draft, tmp_path: Path) -> None:
    path = tmp_path / "ke-hoach.docx"
    path.touch()
    assert remember(path, "Kế hoạch Diễn tập", OPEN) == ""
    assert [file.title for file in recent_files()] == ["Kế hoạch Diễn tập"]
    assert "gần đây" in remember(path, "Kế hoạch Diễn tập", draft)
    assert recent_files() == ()
    assert "Diễn tập".encode() not in everything_kept()


@pytest.mark.parametrize("draft", SECRET)
def test_the_name_of_the_file_does_not_tell_the_subject(draft: Draft) -> None:
    composer, pattern = Composer(Library()), "{type}-{unit}-{subject}"
    assert suggested_name(composer.compose(draft), pattern) == "KH-UBND"
    assert suggested_name(composer.compose(OPEN), pattern) == (
        "KH-UBND-Ke-hoach-Dien-tap-khu-vuc-phong-thu"
    )
