"""What the pictures of the registries, the register, the chain and issuing show."""

import dataclasses
import datetime
import os
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

ROOT = Path(__file__).parents[2]
DAY = datetime.date(2026, 11, 24)
OFFICE = "btgtu"
SENT = 60
"""Of 65 units that were asked."""

Scene = Callable[["object"], None]
"""Works the window of a photographer up to what is to be seen."""


def tasks(at_work: "object") -> None:
    tab = _chain(at_work, 0)
    screen = at_work.desktop.window.screen_of("chain")
    screen.guidance.open(ROOT / "tests" / "seed-guidance.txt")
    at_work.wait(tab.tree.topLevelItemCount)
    tab.tree.setCurrentItem(tab.tree.topLevelItem(0).child(0))


def plans(at_work: "object") -> None:
    tasks(at_work)
    tab = _chain(at_work, 1)
    at_work.wait(lambda: tab.units.count() > 5)
    tab.date.set_date(DAY)
    tab.folder.setText(str(_home() / "Kế hoạch 2027"))
    tab.units.show_choice("group:1")
    tab.make()
    at_work.wait(tab.table.rows)
    tab.table.pick(lambda _row: True)


def going_on(at_work: "object") -> None:
    tab = _chain(at_work, 2)
    tab.take(at_work.example("annual-plan"), "Kế hoạch 2027.docx")


def standing(at_work: "object") -> None:
    plans(at_work)
    tab = _chain(at_work, 3)
    tab.asked.show_choice("group:1")
    if not tab.inbox.paths():
        tab.inbox.add([_home() / "Kế hoạch 2027"])
    at_work.wait(lambda: any(row.plan for row in tab.table.rows()))


def consolidation(at_work: "object") -> None:
    tab = _chain(at_work, 4)
    folder = _reports(at_work)
    tab.unit.show_value(OFFICE)
    tab.asked.show_choice("kind:dang-uy")
    tab.inbox.add([folder])
    at_work.wait(lambda: tab.result and tab.result.late)


def register(at_work: "object") -> None:
    from ttcs_desktop.services.number_forms import Act
    from ttcs_desktop.services.registering import Outgoing

    book = at_work.workbench.numbers
    if not book.all_series():
        subject = "thực hiện công tác thông tin cơ sở năm 2027"
        for day in range(1, 9):
            kind = ("hướng dẫn", "kế hoạch")[day % 2]
            date = datetime.date(2026, 11, day)
            book.issue(Outgoing(OFFICE, kind, date, subject, "Nguyễn Văn An"))
        book.reserve(Outgoing(OFFICE, "kế hoạch", DAY, "tuyên truyền bầu cử"), "7")
        book.cancel(book.entries(unit=OFFICE)[1], "Văn bản không ban hành")
    window = at_work.desktop.window
    window.go("register")
    screen = window.screen_of("register")
    screen.show_unit(OFFICE)
    at_work.wait(screen.table.rows)
    screen.table.pick(lambda _entry: True)
    screen.ask(Act.ISSUE)
    at_work.wait(screen.panel.isVisible)
    screen.panel.panel.input("type_name").show_value("Kế hoạch")
    screen.panel.panel.input("date").show_value(DAY.isoformat())
    screen.panel.panel.changed.emit()


def units(at_work: "object") -> None:
    tab = _registry(at_work, 0)
    tab.date.set_date(DAY)
    at_work.wait(lambda: tab.tree.model_.tree)
    tab.pick(OFFICE)
    at_work.wait(lambda: OFFICE in tab.card._detail.text())


def changes(at_work: "object") -> None:
    units(at_work)
    card = _registry(at_work, 0).card
    card.panel.input("filing").show_value("TGTU, VT")
    person = {"name": "Nguyễn Văn An", "position": "Phó Trưởng ban", "valid_from": "2026-09-01"}
    card.panel.input("people").show_value([person])
    card.show_changes()
    at_work.wait(lambda: card.stack.currentIndex() == 2)


def instruments(at_work: "object") -> None:
    tab = _registry(at_work, 1)
    tab.date.set_date(DAY)
    at_work.wait(tab.table.rows)
    tab.table.pick(lambda row: row.instrument.id == "ct-07-2016")
    at_work.wait(tab.cited.text)


def deadlines(at_work: "object") -> None:
    tab = _registry(at_work, 3)
    tab.date.set_date(DAY)
    tab.look()
    at_work.wait(tab.table.rows)


def templates(at_work: "object") -> None:
    tab = _registry(at_work, 4)
    at_work.wait(tab.table.rows)
    tab.table.pick(lambda info: info.id == "annual-plan")
    at_work.wait(tab.pages.page_count)


def search(at_work: "object") -> None:
    folder = _home() / "Tài liệu"
    for template, name in (
        ("guidance", "Hướng dẫn 2026"), ("annual-plan", "Kế hoạch 2027"),
        ("report", "Báo cáo 6 tháng"), ("report-commune", "Báo cáo của phường"),
    ):  # fmt: skip
        draft, path = at_work.example(template), folder / f"{name}.docx"
        at_work.workbench.export_docx(draft, path)
        at_work.workbench.remember(path, at_work.workbench.compose(draft).sheet.title, draft)
    window = at_work.desktop.window
    window.go("search")
    tab = window.screen_of("search").tabs.tab(0)
    tab.wanted.setText("tuyen truyen mieng")
    at_work.wait(tab.table.rows)


def settings(at_work: "object") -> None:
    window = at_work.desktop.window
    window.go("settings")
    tab = window.screen_of("settings").tabs.tab(0)
    at_work.wait(lambda: tab.panel.input("name_pattern").value())
    tab.panel.input("unit").show_value(OFFICE)


def mailbox(at_work: "object") -> None:
    settings(at_work)
    tabs = at_work.desktop.window.screen_of("settings").tabs
    tabs.setCurrentIndex(1)
    panel = tabs.tab(1).panel
    at_work.wait(lambda: panel.input("port").value())
    for name, value in {"email": "vanthu@btg.example", "host": "thu.btg.example"}.items():
        panel.input(name).show_value(value)


def backup(at_work: "object") -> None:
    settings(at_work)
    tabs = at_work.desktop.window.screen_of("settings").tabs
    tabs.setCurrentIndex(2)
    tab, path = tabs.tab(2), _home() / "Tài liệu" / "ttcs-2026-11-24.zip"
    path.parent.mkdir(parents=True, exist_ok=True)
    tab.asker.save = lambda *_asked: path
    tab.asker.open = lambda *_asked: path
    tab.back_up()
    at_work.wait(path.exists)
    tab.look()
    at_work.wait(tab.restore.isEnabled)


def template_maker(at_work: "object") -> None:
    from ttcs_desktop.services.rendering import Renderer, Request

    tab = _registry(at_work, 4)
    at_work.wait(tab.table.rows)
    tab.table.pick(lambda info: info.id == "annual-plan")
    at_work.wait(tab.pages.page_count)
    library = tab._office.workbench.library
    tab.make_of(Renderer(library).render(Request("annual-plan")).composition.draft)
    at_work.wait(tab.maker.table.rowCount)


def directory(at_work: "object") -> None:
    from ttcs_desktop.model.unit import Contact, Person

    tab = _registry(at_work, 6)
    registries = tab.office.workbench.registries
    unit = tab.office.workbench.library.unit(OFFICE)
    signs = Person("Nguyễn Văn A", "Trưởng ban", (("TRƯỞNG BAN",),), datetime.date(2026, 8, 27))
    deputy = Person("Trần Thị B", "Phó Trưởng ban", (("K/T TRƯỞNG BAN", "PHÓ TRƯỞNG BAN"),))
    reached = Contact("Văn thư", "vanthu@btg.example", "0258 0000000")
    registries.save([dataclasses.replace(unit, people=(signs, deputy), contacts=(reached,))])
    tab.look()
    at_work.wait(tab.table.rows)


def roll_over(at_work: "object") -> None:
    from ttcs_desktop.services.roll_over_forms import Change

    tab = _registry(at_work, 5)
    tab.begin(Change.MERGE)
    merging = [{"unit": "dang-uy-22480"}, {"unit": "dang-uy-22546"}]
    tab.whom.input("units").show_value(merging)
    tab.whom.input("day").show_value("2027-01-01")
    tab.go_on()
    at_work.wait(lambda: tab.steps.currentIndex() == 2)
    tab.details.input("name").show_value("Đảng uỷ xã Ninh Hải")
    tab.details.input("letterhead_issuer").show_value(["ĐẢNG UỶ", "XÃ NINH HẢI"])
    tab.details.input("symbol").show_value("ĐU")
    tab.details.input("place").show_value("Ninh Hải")
    tab.go_on()
    at_work.wait(lambda: tab.steps.currentIndex() == 3)


def issuing(at_work: "object") -> None:
    at_work.open_example("annual-plan")
    window = at_work.desktop.window
    panel = window.editor().issuing.panel
    panel.folder.setText(str(_home() / "Văn bản đi"))
    window.commands.trigger("issue")
    at_work.wait(panel.gate.topLevelItemCount)


def _sending(at_work: "object", number: int) -> "object":
    """Turn to a way out of the issued plan of a commune, with a tray of packs and letters."""
    window = at_work.desktop.window
    folder = _home() / "Văn bản đi"
    path = folder / "KH-05-DU-2026-11-24.docx"
    dispatch = at_work.workbench.dispatch
    if not path.exists():
        _fill_out(at_work, path)
    window.send_out(dispatch.of_file(path).composition.draft, path)
    screen = window.screen_of("sending")
    at_work.wait(lambda: screen.desk.out and screen.desk.out.path == path)
    screen.tabs.setCurrentIndex(number)
    return screen.tabs.tab(number)


def _fill_out(at_work: "object", path: Path) -> None:
    """Give three units of the province a mailbox, export the plan, leave packs and letters."""
    from ttcs_desktop.model.mail import MailAccount
    from ttcs_desktop.model.unit import Contact
    from ttcs_desktop.services.mail_account import save_account

    save_account(MailAccount("van-thu@ninhhai.khanhhoa.gov.vn", "Văn thư Đảng uỷ", "mail.local"))
    library, dispatch = at_work.workbench.library, at_work.workbench.dispatch
    contacts = {"btgtu": "btg", "tu": "vptu", "so-tu-phap": "stp"}
    at_work.workbench.registries.save(
        dataclasses.replace(
            library.units[one], contacts=(Contact("Văn thư", f"{box}@khanhhoa.gov.vn"),)
        )
        for one, box in contacts.items()
    )
    text = at_work.example("annual-plan").text.replace("Nơi nhận:", "Nơi nhận:\n- Sở Tư pháp;", 1)
    draft = dataclasses.replace(
        at_work.example("annual-plan"), text=text, is_edited=True, number="05", date=DAY
    )
    at_work.workbench.export_docx(draft, path)
    at_work.workbench.export_pdf(draft, path.with_suffix(".pdf"))
    out = dispatch.of_file(path)
    waiting = dataclasses.replace(out.composition.draft, number="06")
    dispatch.hand_off(out, path.parent / "Trình ký")
    dispatch.hand_off(dispatch.of_draft(waiting, None), path.parent / "Trình ký")


def hand_off(at_work: "object") -> None:
    tab = _sending(at_work, 0)
    at_work.wait(tab.table.rows)
    if not any(pack.is_back for pack in tab.table.rows()):
        tab.take(_signed(at_work, Path(tab.table.rows()[-1].folder)))
    at_work.wait(lambda: tab.told.isVisible() and any(one.is_back for one in tab.table.rows()))
    tab.table.pick(lambda _pack: True)


def _signed(at_work: "object", pack: Path) -> Path:
    """Sign the PDF of a pack as the other tool would, by an authority that is trusted here."""
    import sys

    sys.path.insert(0, str(ROOT / "tests"))
    from signing_keys import authority, picture, signer

    from ttcs_desktop.model.signature import FileKey
    from ttcs_desktop.services.signing import Signing

    library, root = at_work.workbench.library, authority("Cơ quan chứng thực chuyên dùng")
    trust = library.own / "trust"
    trust.mkdir(parents=True, exist_ok=True)
    (trust / "root.pem").write_bytes(root.pem())
    person = signer(root, "Nguyễn Văn An", "Đảng uỷ xã Nam Cam Ranh")
    key = FileKey(person.write_p12(_home() / "an.p12", "x", root), "x")
    pdf = (pack / f"{pack.name}.pdf").read_bytes()
    ink = picture(400, 160, (0, 0, 200))
    back = _home() / "KH-05 đã ký.pdf"
    back.write_bytes(Signing(library).sign(pdf, "Nguoi-ky-1", key, ink))
    return back


def letters(at_work: "object") -> None:
    tab = _sending(at_work, 1)
    at_work.wait(tab.list.topLevelItemCount)


def outbox(at_work: "object") -> None:
    tab = _sending(at_work, 1)
    at_work.wait(tab.chosen)
    if not at_work.workbench.dispatch.outbox().letters():
        tab.put_into_outbox()
    tab = _sending(at_work, 2)
    at_work.wait(tab.table.rows)
    tab.table.pick(lambda letter: letter.state == "asked")
    if all(letter.state == "asked" for letter in tab.table.rows()):
        outbox = at_work.workbench.dispatch.outbox()
        outbox.approve(tab.table.rows()[0].id, "Văn thư")
        tab.look()
    at_work.wait(lambda: any(letter.state == "waiting" for letter in tab.table.rows()))
    tab.table.pick(lambda letter: letter.state == "asked")
    at_work.wait(tab.card.body.toPlainText)


def signing(at_work: "object") -> None:
    tab = _sending(at_work, 3)
    pack = _home() / "Văn bản đi" / "Trình ký" / "KH-05-DU-2026-11-24"
    tab.file.show_path(pack / "KH-05-DU-2026-11-24.pdf")
    at_work.wait(lambda: tab.field.count() > 1)
    tab.verify(_signed(at_work, pack))
    at_work.wait(tab.told.isVisible)
    tab.file.line.setText("Trình ký/KH-05-DU-2026-11-24/KH-05-DU-2026-11-24.pdf")


def papers(at_work: "object") -> None:
    tab = _sending(at_work, 4)
    tab.options.kind.show_choice("document")
    tab.options.kind.chosen.emit("document")
    at_work.wait(lambda: tab.paper and tab.pages.drawn_pages() and tab.options.counts.rows())


def certified_copy(at_work: "object") -> None:
    tab = _sending(at_work, 4)
    tab.options.kind.show_choice("copy")
    tab.options.kind.chosen.emit("copy")
    at_work.wait(lambda: "kind" in tab.options.form._questions)
    answers = {"unit": "so-tu-phap", "date": DAY.isoformat(), "number": "7"}
    tab.options.form.show_answers(answers)
    tab.options.form.changed.emit()
    at_work.wait(lambda: tab.paper and "SAO Y" in tab.paper.title)
    tab.pages.verticalScrollBar().setValue(tab.pages.verticalScrollBar().maximum())


def findings(at_work: "object") -> None:
    path = _faulty(at_work)
    at_work.desktop.window.check_file(path)
    screen = at_work.desktop.window.screen_of("check")
    at_work.wait(screen.table.rows)
    screen.table.pick(lambda _finding: True)


def mends(at_work: "object") -> None:
    findings(at_work)
    screen = at_work.desktop.window.screen_of("check")
    screen.show_changes()
    at_work.wait(screen.changes.rows)


def office_rules(at_work: "object") -> None:
    at_work.workbench.checks.ignore("spacing.before-mark")
    at_work.workbench.checks.keep_lexicon(("Vân Phong", "Cam Ranh"))
    window = at_work.desktop.window
    window.go("check")
    screen = window.screen_of("check")
    screen.tabs.setCurrentIndex(1)
    tab = screen.tabs.tab(1)
    at_work.wait(tab.table.rows)
    tab.table.pick(lambda _rule: True)


def checking(at_work: "object") -> None:
    window = at_work.desktop.window
    window.take_up(_with_slips(at_work), None, None)
    editor = window.editor()
    at_work.wait(lambda: editor.pages.page_count() and editor.problems.topLevelItemCount() > 1)
    if not editor.checks.isVisible():
        window.commands.trigger("go-problems")
    editor.problems.setCurrentItem(editor.problems.topLevelItem(0))
    at_work.wait(editor.checks.isVisible)


def _with_slips(at_work: "object") -> "object":
    draft = at_work.example("annual-plan")
    text = draft.text.replace(", ", " , ", 4).replace("; ", " ; ", 3).replace("\n2. ", "\n3. ", 1)
    return dataclasses.replace(draft, text=text)


def _faulty(at_work: "object") -> Path:
    path = _home() / "Kế hoạch xã gửi.docx"
    at_work.workbench.export_docx(_with_slips(at_work), path)
    return path


SCENES: dict[str, Scene] = {
    "findings": findings,
    "mends": mends,
    "checking": checking,
    "office-rules": office_rules,
    "tasks": tasks,
    "plans": plans,
    "going-on": going_on,
    "standing": standing,
    "consolidation": consolidation,
    "register": register,
    "units": units,
    "changes": changes,
    "instruments": instruments,
    "deadlines": deadlines,
    "templates": templates,
    "settings": settings,
    "mailbox": mailbox,
    "backup": backup,
    "search": search,
    "template-maker": template_maker,
    "directory": directory,
    "roll-over": roll_over,
    "issue": issuing,
    "hand-off": hand_off,
    "letters": letters,
    "outbox": outbox,
    "signing": signing,
    "papers": papers,
    "copy": certified_copy,
}


def _chain(at_work: "object", number: int) -> "object":
    at_work.desktop.window.go("chain")
    tabs = at_work.desktop.window.screen_of("chain").tabs
    tabs.setCurrentIndex(number)
    return tabs.tab(number)


def _registry(at_work: "object", number: int) -> "object":
    at_work.desktop.window.go("registries")
    tabs = at_work.desktop.window.screen_of("registries").tabs
    tabs.setCurrentIndex(number)
    return tabs.tab(number)


def _home() -> Path:
    return Path(os.environ["HOME"])


def _reports(at_work: "object") -> Path:
    """Write the reports of most of the units that were asked, some late, and a broken file."""
    from ttcs_desktop.model.indicator import Figure
    from ttcs_desktop.model.period import Period, PeriodKind

    folder = _home() / "Báo cáo năm 2026"
    if folder.exists():
        return folder
    year = Period(PeriodKind.YEAR, datetime.date(2026, 1, 1), datetime.date(2026, 12, 31))
    library, pattern = at_work.workbench.library, at_work.example("report")
    counted = list(library.indicators)[:12]
    asked = library.units.select("kind:dang-uy", on=DAY)
    for number, unit in enumerate(asked[:SENT]):
        figures = tuple(
            Figure(one, Decimal((number * 7 + at) % 97), Decimal(40))
            for at, one in enumerate(counted)
        )
        draft = dataclasses.replace(
            pattern,
            unit=unit.id,
            period=year,
            date=datetime.date(2026, 11, 10 + number % 9),
            number=str(number + 1),
            figures=figures,
        )
        at_work.workbench.export_docx(draft, folder / f"{unit.id}.docx")
    (folder / "không mở được.docx").write_bytes(b"broken")
    return folder
