"""Signers, contacts and usual recipients in one list."""

import dataclasses
import datetime

from ttcs_desktop.model.unit import Contact, Person
from ttcs_desktop.services.directory import Entry, directory
from ttcs_desktop.services.library import Library
from ttcs_desktop.services.registries import Registries

DAY = datetime.date(2026, 11, 24)


def test_signers_and_contacts_of_every_unit_are_listed_with_what_holds_today() -> None:
    library = Library()
    unit = dataclasses.replace(
        library.unit("so-vhttdl"),
        people=(
            Person("Nguyễn Văn A", "Giám đốc", (("GIÁM ĐỐC",),), datetime.date(2026, 1, 1)),
            Person("Trần Thị B", "Giám đốc", valid_to=datetime.date(2025, 12, 31)),
        ),
        contacts=(Contact("Văn phòng", "vp@so.example", "0258"), Contact("Phòng họp")),
    )
    Registries(library).save([unit])
    rows = [row for row in directory(library, "", DAY) if row.unit_id == "so-vhttdl"]
    told = [(row.kind, row.name, row.reached, row.since, row.holds) for row in rows]
    assert told == [
        (Entry.SIGNER, "Nguyễn Văn A", "GIÁM ĐỐC", "từ 01/01/2026", True),
        (Entry.SIGNER, "Trần Thị B", "", "đến 31/12/2025", False),
        (Entry.CONTACT, "Văn phòng", "vp@so.example; 0258", "", True),
        (Entry.CONTACT, "Phòng họp", "", "", False),
    ]


def test_the_recipients_of_the_own_unit_are_listed_with_their_address() -> None:
    library = Library()
    office = library.unit("tu")
    reached = dataclasses.replace(office, contacts=(Contact("Văn thư", "vt@tu.example"),))
    Registries(library).save([reached])
    own = dataclasses.replace(
        library.unit("btgtu"),
        periods=tuple(
            dataclasses.replace(one, recipients=("Tỉnh uỷ Khánh Hoà (báo cáo)", "Nơi chưa rõ"))
            for one in library.unit("btgtu").periods
        ),
    )
    Registries(library).save([own])
    rows = [row for row in directory(library, "btgtu", DAY) if row.kind is Entry.RECIPIENT]
    assert [(row.name, row.role, row.holds) for row in rows] == [
        ("Tỉnh uỷ Khánh Hoà", "báo cáo", True),
        ("Nơi chưa rõ", "", False),
    ]
    assert rows[0].reached == "vt@tu.example"
    assert rows[1].reached == "chưa có địa chỉ"
