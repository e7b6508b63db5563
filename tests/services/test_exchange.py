"""A package on a USB stick: signed, compared with what is here, taken in item by item, or not."""

import dataclasses
import datetime
import json
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from ttcs_desktop.errors import SourceError, UserError, WriteError
from ttcs_desktop.model.difference import RecordKind
from ttcs_desktop.model.exchange import ExchangeKind, ItemState, Trust
from ttcs_desktop.places import user_data
from ttcs_desktop.services import exchange_taking
from ttcs_desktop.services.exchange_opening import Opened, Unpacking
from ttcs_desktop.services.exchange_packing import Packing
from ttcs_desktop.services.exchange_senders import Senders
from ttcs_desktop.services.exchange_taking import Taking
from ttcs_desktop.services.library import Library
from ttcs_desktop.services.registries import Registries
from ttcs_desktop.services.secrecy import SecretError
from ttcs_desktop.services.settings import Settings, save_settings

TEMPLATES = Path(__file__).parents[1] / "ui" / "templates"
TODAY = datetime.date(2026, 11, 24)
Move = Callable[[str], Library]


@pytest.fixture
def at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Move:
    """Sit down at the machine of an office."""

    def sit(office: str) -> Library:
        monkeypatch.setenv("TTCS_HOME", str(tmp_path / office))
        return Library()

    return sit


def furnish(library: Library) -> None:
    """Give an office a template, a format, a changed unit."""
    save_settings(Settings(unit="btgtu"))
    shutil.copytree(TEMPLATES / "trial-plan", user_data() / "templates" / "trial-plan")
    formats = user_data() / "formats"
    formats.mkdir()
    (formats / "own-2026.toml").write_text(
        'like = "party-2026"\nversion = "3"\ntitle = "Của tỉnh"\nregime = "party"\n'
        "valid_from = 2026-11-01\n"
    )
    unit = library.unit("btgtu")
    last = dataclasses.replace(unit.periods[-1], filing="VT, LLCT")
    changed = dataclasses.replace(unit, periods=(*unit.periods[:-1], last))
    Registries(library).save([changed])


@pytest.fixture
def package(at: Move, tmp_path: Path) -> Path:
    """Return what the province packs for a commune."""
    library = at("province")
    furnish(library)
    library = Library()
    draft = tmp_path / "Kế hoạch mẫu.txt"
    draft.write_text("KẾ HOẠCH\n\nvề tuyên truyền\n", encoding="utf-8")
    packing = Packing(library)
    path = tmp_path / "usb" / packing.suggested_name(TODAY)
    assert packing.pack(packing.offered(), [draft], path) == 4
    return path


def opened_at(library: Library, path: Path) -> Opened:
    return Unpacking(library, user_data() / "drafts").open(path)


def taking(library: Library) -> Taking:
    return Taking(library, user_data() / "drafts")


def repacked(path: Path, name: str, changed: dict[str, bytes], gone: str = "") -> Path:
    """Return the package with some files changed, as who has no key could do it."""
    target = path.with_stem(name)
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(target, "w") as new:
        for part in {**dict.fromkeys(old.namelist()), **changed}:
            if part != gone:
                new.writestr(part, changed[part] if part in changed else old.read(part))
    return target


def test_a_commune_sees_what_a_package_brings_takes_it_in_and_goes_back(
    package: Path, at: Move
) -> None:
    library = at("commune")
    opened = opened_at(library, package)
    assert {(one.kind, one.id, one.state) for one in opened.items} == {
        (ExchangeKind.TEMPLATE, "trial-plan", ItemState.NEW),
        (ExchangeKind.FORMAT, "own-2026", ItemState.NEW),
        (ExchangeKind.UNIT, "btgtu", ItemState.CHANGED),
        (ExchangeKind.DRAFT, "Kế hoạch mẫu.txt", ItemState.NEW),
    }
    unit = next(one for one in opened.items if one.kind is ExchangeKind.UNIT)
    before = library.unit("btgtu").periods[-1].filing
    assert [(one.before, one.after) for one in unit.changes] == [(before, "VT, LLCT")]
    assert not (user_data() / "templates").exists()
    taken = taking(library).take_in(opened, opened.items)
    assert taken.count == 4
    assert library.unit("btgtu").periods[-1].filing == "VT, LLCT"
    assert library.templates.get("trial-plan").info.id == "trial-plan"
    assert "own-2026" in library.formats
    assert (user_data() / "drafts" / "Kế hoạch mẫu.txt").exists()
    again = opened_at(library, package)
    assert {one.state for one in again.items} == {ItemState.SAME}
    taking(library).go_back(taken)
    assert library.unit("btgtu").periods[-1].filing == before
    assert "own-2026" not in library.formats
    assert not list((user_data() / "templates").glob("*/*"))
    assert not (user_data() / "drafts").exists()
    assert Registries(library).own(RecordKind.UNIT) == ()


def test_only_what_was_chosen_is_taken(package: Path, at: Move) -> None:
    library = at("commune")
    opened = opened_at(library, package)
    wanted = [one for one in opened.items if one.kind is ExchangeKind.FORMAT]
    taking(library).take_in(opened, wanted)
    assert "own-2026" in library.formats
    assert not (user_data() / "templates").exists()
    assert library.unit("btgtu").periods[-1].filing != "VT, LLCT"


def test_changes_show_both_sides_and_older_items_say_so(package: Path, at: Move) -> None:
    library = at("commune")
    opened = opened_at(library, package)
    taking(library).take_in(opened, opened.items)
    form = user_data() / "formats" / "own-2026.toml"
    form.write_text(form.read_text().replace('"3"', '"4"').replace("Của tỉnh", "Của xã"))
    body = user_data() / "templates" / "trial-plan" / "body.txt.j2"
    body.write_text(body.read_text() + "Dòng của xã.\n")
    draft = user_data() / "drafts" / "Kế hoạch mẫu.txt"
    draft.write_text("KẾ HOẠCH\n\nvề việc khác\n", encoding="utf-8")
    library = Library()
    items = {one.id: one for one in opened_at(library, package).items}
    assert items["own-2026"].state is ItemState.OLDER
    assert "3 < 4" in items["own-2026"].note
    assert any(
        "Của xã" in one.before and "Của tỉnh" in one.after for one in items["own-2026"].changes
    )
    assert items["trial-plan"].state is ItemState.CHANGED
    assert items["trial-plan"].changes[-1].before == "Dòng của xã."
    opened = opened_at(library, package)
    taken = taking(library).take_in(opened, opened.items)
    assert draft.read_text(encoding="utf-8").endswith("về việc khác\n")
    assert (user_data() / "drafts" / "Kế hoạch mẫu-2.txt").exists()
    taking(library).go_back(taken)
    assert body.read_text().endswith("Dòng của xã.\n")
    assert "Của xã" in form.read_text()
    assert not (user_data() / "drafts" / "Kế hoạch mẫu-2.txt").exists()


def test_a_sender_is_trusted_once_the_fingerprint_was_compared(package: Path, at: Move) -> None:
    own = Senders(at("province")).own()
    library = at("commune")
    sender = opened_at(library, package).sender
    senders = Senders(library)
    assert (sender.fingerprint, sender.name) == (own.fingerprint, own.name)
    assert len(own.fingerprint.split()) == 6
    assert senders.standing(sender) is Trust.UNKNOWN
    senders.trust(sender, TODAY)
    assert senders.standing(sender) is Trust.KNOWN
    stranger = dataclasses.replace(sender, key="ab" * 32)
    assert senders.standing(stranger) is Trust.OTHER_KEY
    senders.distrust(sender)
    assert senders.standing(sender) is Trust.UNKNOWN
    assert senders.standing(senders.own()) is Trust.OWN
    assert Senders(at("province")).own() == own


def test_the_private_key_is_for_its_owner_alone_and_leaves_with_nothing(at: Move) -> None:
    from ttcs_desktop.services.backing_up import back_up

    library = at("province")
    Senders(library).own()
    key = user_data() / "exchange-key" / "key.pem"
    assert key.stat().st_mode & 0o077 == 0
    made = back_up(library, user_data().parent / "a.zip")
    with zipfile.ZipFile(made.path) as archive:
        assert not any("key" in name for name in archive.namelist())
    key.write_text("nothing")
    with pytest.raises(UserError, match="hỏng"):
        Senders(library).own()


def tampered_with(package: Path) -> dict[str, Path]:
    with zipfile.ZipFile(package) as archive:
        manifest = json.loads(archive.read("manifest.json"))
        signature = json.loads(archive.read("signature.json"))
        unit = archive.read("units/btgtu.json")
    manifest["about"]["signer"] = "Người khác"
    other = json.dumps({**signature, "key": "ab" * 32}).encode()
    changes = {
        "content": {"units/btgtu.json": unit.replace(b"LLCT", b"XXXX")},
        "signer": {"manifest.json": json.dumps(manifest).encode()},
        "key": {"signature.json": other},
        "one more file": {"templates/evil/template.toml": b""},
    }
    gone = {"no signature": "signature.json", "one less file": "units/btgtu.json"}
    return {
        **{way: repacked(package, way, changed) for way, changed in changes.items()},
        **{way: repacked(package, way, {}, name) for way, name in gone.items()},
    }


@pytest.mark.parametrize(
    "way", ["content", "signer", "key", "no signature", "one more file", "one less file"]
)
def test_a_package_changed_after_signing_is_told_and_not_opened(
    package: Path, at: Move, way: str
) -> None:
    library = at("commune")
    with pytest.raises(SourceError) as told:
        opened_at(library, tampered_with(package)[way])
    assert "chưa" in told.value.what
    assert not user_data().exists()


def test_truncated_and_foreign_files_are_told(package: Path, at: Move, tmp_path: Path) -> None:
    library = at("commune")
    cut = tmp_path / "cut.ttcs-goi"
    cut.write_bytes(package.read_bytes()[:-300])
    with pytest.raises(SourceError, match="chép thiếu"):
        opened_at(library, cut)
    with pytest.raises(SourceError, match="Không mở được"):
        opened_at(library, tmp_path / "none.ttcs-goi")


def test_secret_drafts_are_not_packed(at: Move, tmp_path: Path) -> None:
    library = at("province")
    secret, path = tmp_path / "mật.txt", tmp_path / "x.ttcs-goi"
    secret.write_text("MẬT\n\nKẾ HOẠCH\n\nviệc kín\n", encoding="utf-8")
    with pytest.raises(SecretError, match="gói trao đổi"):
        Packing(library).pack((), [secret], path)
    assert not path.exists()
    with pytest.raises(UserError, match="Chưa chọn"):
        Packing(library).pack((), (), path)


def test_a_faulty_template_is_told_and_stays_outside(at: Move, tmp_path: Path) -> None:
    library = at("province")
    furnish(library)
    body = user_data() / "templates" / "trial-plan" / "body.txt.j2"
    body.write_text("{{ nothing_of_that_name }}")
    packing = Packing(Library())
    path = tmp_path / "x.ttcs-goi"
    packing.pack([one for one in packing.offered() if one.kind is ExchangeKind.TEMPLATE], (), path)
    library = at("commune")
    opened = opened_at(library, path)
    assert opened.items[0].state is ItemState.FAULTY
    assert opened.items[0].note
    assert taking(library).take_in(opened, opened.items).count == 0
    assert not (user_data() / "templates").exists()


def test_what_cannot_be_written_to_the_end_is_taken_back(
    package: Path, at: Move, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = at("commune")
    opened = opened_at(library, package)
    write = exchange_taking.write_atomically

    def fails(path: Path, data: bytes) -> None:
        if path.suffix == ".txt":
            raise WriteError("đầy")
        write(path, data)

    monkeypatch.setattr(exchange_taking, "write_atomically", fails)
    with pytest.raises(WriteError):
        taking(library).take_in(opened, opened.items)
    assert not [path for path in user_data().rglob("*") if path.is_file()]
