"""Fixes: safe, listed before and after, the original untouched, nothing else changed."""

import difflib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import judges
import pytest
from checking.content_mutations import CONTENT_MUTATIONS
from checking.documents import TODAY, library
from checking.editing import Edited, text_of
from checking.mutations import MUTATIONS, Mutation
from checking.samples import SAMPLES

from ttcs_desktop.errors import SourceError, UserError
from ttcs_desktop.model.finding import ChangeWords
from ttcs_desktop.readers.mending import mended
from ttcs_desktop.services.checking import Checker, CheckRequest
from ttcs_desktop.services.mending import Mended, Mender, save_mended

REQUEST = CheckRequest(Path("tệp.docx"))
STATE_END = "vướng mắc"
S = "2. Việc tổ chức thực hiện"


def mender() -> Mender:
    return Mender(Checker(library(), today=lambda: TODAY))


def mend(data: bytes) -> Mended:
    return mender().mend_data(data, REQUEST)


def planted(mutation: Mutation) -> bytes:
    file = Edited(SAMPLES[mutation.document]())
    mutation.change(file)
    return file.data()


def text(data: bytes) -> list[str]:
    return [text_of(paragraph) for paragraph in Edited(data).all()]


def edited(change: Callable[[Edited], Any], name: str = "state") -> bytes:
    file = Edited(SAMPLES[name]())
    change(file)
    return file.data()


def with_fix() -> list[Mutation]:
    """Return the faults whose finding has a fix."""
    checker = Checker(library(), today=lambda: TODAY)
    chosen = []
    for mutation in (*CONTENT_MUTATIONS, *MUTATIONS):
        found = checker.check_data(planted(mutation), REQUEST).findings
        if any(one.fix and one.rule == mutation.rule for one in found):
            chosen.append(mutation)
    return chosen


def test_every_fix_takes_its_fault_away_and_changes_no_other_words() -> None:
    mutations = with_fix()
    assert len(mutations) >= 60
    for mutation in mutations:
        data = planted(mutation)
        made = mender().mend_data(data, REQUEST, [mutation.rule])
        left = [one for one in made.after.findings if one.rule == mutation.rule and one.fix]
        assert left == [], mutation.name
        assert made.done, mutation.name
        if not any(
            isinstance(c, ChangeWords) for one in made.done if one.fix for c in one.fix.changes
        ):
            assert text(made.data) == text(data), mutation.name


def test_words_change_only_where_a_change_is_listed() -> None:
    data = edited(lambda file: file.swap(S, "thiết thực, tiết kiệm", "thiết thực ,  tiết kiệm"))
    made = mender().mend_data(data, REQUEST, ["spacing"])
    before, after = "\n".join(text(data)), "\n".join(text(made.data))
    parts = difflib.SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    changed = [(before[a:b], after[c:d]) for tag, a, b, c, d in parts if tag != "equal"]
    assert changed == [(" ", ""), (" ", "")]
    assert {one.rule for one in made.done} == {"spacing.before-mark", "spacing.double"}


def test_a_second_mending_finds_nothing_to_mend() -> None:
    data = Path(__file__).parents[1].joinpath("seed-guidance.txt").read_text(encoding="utf-8")
    assert data
    once = mend(planted(next(one for one in CONTENT_MUTATIONS if one.name == "double space")))
    assert mend(once.data).done == ()


def test_letters_keep_their_look_when_the_words_round_them_change() -> None:
    def bold_part(file: Edited) -> None:
        file.swap(S, "rõ trách nhiệm", "rõ  trách nhiệm")

    data = edited(bold_part)
    file = Edited(data)
    run = file.p(S).findall("{*}r")[-1]
    assert run is not None
    made = mend(data)
    assert "rõ trách nhiệm" in "".join(text(made.data))
    looks = [
        (words.look.is_bold, words.look.size)
        for words in made.after.appearance.paragraphs[20].words
    ]
    assert looks == [
        (words.look.is_bold, words.look.size)
        for words in made.before.appearance.paragraphs[20].words
    ]


def test_a_fix_reaches_words_that_stand_in_several_runs() -> None:
    def split(file: Edited) -> None:
        file.swap(S, "thiết thực", "thiết  thực")
        from copy import deepcopy

        run = file.p(S).findall("{*}r")[0]
        words = run.find("{*}t")
        whole = words.text
        at = whole.index("  ") + 1
        second = deepcopy(run)
        words.text, second.find("{*}t").text = whole[:at], whole[at:]
        for one in (words, second.find("{*}t")):
            one.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        run.addnext(second)

    made = mend(edited(split))
    assert any("thiết thực" in line for line in text(made.data))
    assert not any(one.rule == "spacing.double" for one in made.after.findings)


def test_figures_and_content_are_never_changed() -> None:
    never = {"figures", "content", "citations", "abbreviations"}
    checker = Checker(library(), today=lambda: TODAY)
    for mutation in CONTENT_MUTATIONS:
        for finding in checker.check_data(planted(mutation), REQUEST).findings:
            is_free = finding.rule.partition(".")[0] in never and finding.rule != "citations.comma"
            if finding.fix and (is_free or finding.rule.startswith("dates.")):
                pytest.fail(f"{finding.rule} has a fix: {mutation.name}")


def test_the_original_is_never_written_over(tmp_path: Path) -> None:
    path = tmp_path / "tệp.docx"
    path.write_bytes(edited(lambda file: file.swap(S, "thiết thực", "thiết  thực")))
    before = path.read_bytes()
    made = mender().mend(CheckRequest(path))
    with pytest.raises(UserError):
        save_mended(made, path)
    assert path.read_bytes() == before
    save_mended(made, tmp_path / "đã sửa.docx")
    assert judges.audit(tmp_path / "đã sửa.docx") == []


def test_a_mended_file_stays_valid_whatever_was_mended(tmp_path: Path) -> None:
    mutations = [*CONTENT_MUTATIONS[:12], *MUTATIONS[:40:4]]
    for number, mutation in enumerate(mutations):
        path = tmp_path / f"{number}.docx"
        path.write_bytes(mend(planted(mutation)).data)
        assert judges.audit(path) == [], mutation.name


def test_one_click_mends_one_finding_only() -> None:
    data = edited(lambda file: file.swap(S, "thiết thực, tiết kiệm", "thiết thực ,  tiết kiệm"))
    found = mender().checker.check_data(data, REQUEST).findings
    double = next(one for one in found if one.rule == "spacing.double")
    made = mender().mend_one(data, REQUEST, double)
    rules = {one.rule for one in made.after.findings}
    assert "spacing.double" not in rules
    assert "spacing.before-mark" in rules


def test_a_signed_file_is_not_touched() -> None:
    import io
    import zipfile

    buffer = io.BytesIO(SAMPLES["state"]())
    with zipfile.ZipFile(buffer, "a") as archive:
        archive.writestr("_xmlsignatures/sig1.xml", "<Signature/>")
    with pytest.raises(SourceError, match="ký số"):
        mended(buffer.getvalue(), [], where="tệp.docx")
