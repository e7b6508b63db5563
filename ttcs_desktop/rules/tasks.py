"""The tasks of a guidance (nhiệm vụ): found under "Tổ chức thực hiện", group by group.

What is found is a proposal: the clerk confirms, splits and merges.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from functools import lru_cache, partial

from ttcs_desktop.language.case import upper_first
from ttcs_desktop.language.letters import without_marks
from ttcs_desktop.language.remembering import remembered
from ttcs_desktop.language.tones import fold
from ttcs_desktop.model.document import LEVELS, Block, Document, Item, Level, Paragraph
from ttcs_desktop.model.task import Assignment, AudienceGroup, Task, TaskWords
from ttcs_desktop.model.text import Citation, Content, Inline, Span, plain
from ttcs_desktop.officialtext.printing import inline_text
from ttcs_desktop.rules.stops import ends_a_sentence

_DEPTH = {level: depth for depth, level in enumerate(LEVELS)}
_LONGEST_LABEL = 80
_SHORTEST_LABEL = 20
_SHORTEST_TASK = 15
"""A shorter paragraph between two groups assigns nothing."""
_TITLE_AND_TASK = re.compile(r"(?P<title>[^:.;]{3,160}):\s+(?P<task>\S.*)", re.DOTALL)
_CLAUSE_END = re.compile(r"[,;:(]\s|\.\s|\s[-–]\s")
_SENTENCE = re.compile(r"(?<=[.;])\s+(?=[A-ZĐÀ-Ỹ])")
_ALIKE = 0.6
"""Share of words in common from which a changed task is still the same."""


def key_of(guidance: Document) -> str:
    """Return what the ids of a guidance's tasks begin with: "hd-31-btgtu-2017".

    A guidance without number goes by the first words of its subject alone, whether its letterhead
    is at hand or not.
    """
    number, written = guidance.number, guidance.place_and_date
    initials = "".join(syllable[0] for syllable in guidance.type_name.split()) or "vb"
    if not number.serial:
        return _slug("-".join((initials, *plain(guidance.subject).split()[:8])))
    year = written.date.year if written.date else written.year
    symbol = number.symbol or guidance.issuer.symbol
    parts = (initials, number.serial, symbol, str(year) if year else "")
    return _slug("-".join(part for part in parts if part))


def assignments(guidance: Document, words: TaskWords, key: str = "") -> tuple[Assignment, ...]:
    """Return what a guidance asks of each group, in its own order.

    The same text gives the same ids: `KEY.GROUP.TASK`, by the numbers they stand under.
    """
    key = key or key_of(guidance)
    above = _roman_above(guidance.blocks)
    group_named = _groups_of(words)
    found: list[Assignment] = []
    for title, blocks in _groups(_assigning(guidance.blocks, words)):
        ordinal = title.ordinal or str(len(found) + 1)
        name, own = _title_and_own_task(title)
        contents = [*own, *(block.content for block in blocks)]
        group = group_named(name)
        place = ".".join(part for part in (above[id(title)], title.ordinal) if part)
        source = f"{upper_first(guidance.type_name)}, mục {place}".strip(", ")
        tasks = tuple(
            _task(content, f"{key}.{ordinal}.{index}", group, source)
            for index, content in enumerate(contents, start=1)
        )
        found.append(Assignment(name, ordinal, group, tasks, title.line))
    return tuple(found)


def group_of(title: str, words: TaskWords) -> int:
    """Return the number of the group that a title names; 0 for none that we know."""
    return _groups_of(words)(title)


@lru_cache(maxsize=4)
def _groups_of(words: TaskWords) -> Callable[[str], int]:
    """Return what tells the group that a title names by these words."""
    return remembered(partial(_group_of, words))


def _group_of(words: TaskWords, title: str) -> int:
    wanted = _bare_title(title, words)
    best: tuple[int, AudienceGroup] | None = None
    for group in words.groups:
        for start in group.words:
            begins = re.match(rf"{re.escape(_folded(start))}(?!\w)", wanted)
            if begins and (best is None or len(start) > best[0]):
                best = len(start), group
    return best[1].number if best else 0


def carried_over(known: Sequence[Task], proposed: Iterable[Task]) -> tuple[Task, ...]:
    """Return proposed tasks with the ids, and what the clerk added, of those already known.

    Tasks are the same when their words are; one whose words changed a little keeps the id of the
    task at its place.
    """
    by_words = {_folded(task.wording): task for task in known}
    by_id = {task.id: task for task in known}
    return tuple(_carried(by_words.get(_folded(task.wording)), by_id, task) for task in proposed)


def _carried(same: Task | None, by_id: dict[str, Task], task: Task) -> Task:
    before = same or by_id.get(task.id)
    if before is None or (same is None and not _is_alike(before, task)):
        return task
    if (before.wording, before.label, before.group) == (task.wording, task.label, task.group):
        return before
    return replace(before, wording=task.wording, label=task.label, group=task.group)


def _is_alike(before: Task, task: Task) -> bool:
    words = (_folded(before.wording).split(), _folded(task.wording).split())
    return SequenceMatcher(None, *words).ratio() >= _ALIKE


def parts_of(task: Task) -> tuple[str, ...]:
    """Return the sentences that a compound task may be split into."""
    return tuple(part.strip() for part in _SENTENCE.split(task.wording) if part.strip())


def split(task: Task, wordings: Sequence[str]) -> tuple[Task, ...]:
    """Return a compound task as several; their ids are its own with a letter: `….1a`, `….1b`."""
    return tuple(
        replace(
            task,
            id=f"{task.id}{chr(ord('a') + index)}",
            wording=wording,
            label=label_of(wording),
            split_from=task.id,
        )
        for index, wording in enumerate(wordings)
    )


def merge(tasks: Sequence[Task]) -> Task:
    """Return several tasks as one, under the id of the first or of what they were split from."""
    first = tasks[0]
    origins = {task.split_from for task in tasks}
    whole = origins.pop() if len(origins) == 1 else ""
    wording = " ".join(task.wording for task in tasks)
    return replace(
        first,
        id=whole or first.id,
        wording=wording,
        label=label_of(wording),
        split_from="",
        citations=tuple(dict.fromkeys(cited for task in tasks for cited in task.citations)),
        support=tuple(dict.fromkeys(body for task in tasks for body in task.support)),
        indicators=tuple(dict.fromkeys(one for task in tasks for one in task.indicators)),
    )


@remembered
def label_of(wording: str) -> str:
    """Return the opening words of a task, up to where its first clause ends."""
    text = wording.replace("*", "")
    for end in _CLAUSE_END.finditer(text, _SHORTEST_LABEL):
        if end.start() <= _LONGEST_LABEL:
            return text[: end.start()].rstrip(" ,;:.")
        break
    if len(text) <= _LONGEST_LABEL:
        return text.rstrip(" ,;:.")
    return text[:_LONGEST_LABEL].rsplit(" ", 1)[0] + "…"


def _assigning(blocks: Sequence[Block], words: TaskWords) -> tuple[Block, ...]:
    """Return the blocks of the section that assigns tasks; () without one."""
    headings = tuple(_folded(heading) for heading in words.headings)
    for index, block in enumerate(blocks):
        if isinstance(block, Item) and _folded(plain(block.content)).startswith(headings):
            end = _end_of_section(blocks, index)
            return tuple(blocks[index + 1 : end])
    return ()


def _end_of_section(blocks: Sequence[Block], start: int) -> int:
    head = blocks[start]
    for index in range(start + 1, len(blocks)):
        block = blocks[index]
        if (
            isinstance(head, Item)
            and isinstance(block, Item)
            and _DEPTH[block.level] <= _DEPTH[head.level]
        ):
            return index
    return len(blocks)


def _groups(blocks: Sequence[Block]) -> Iterator[tuple[Item, list[Item | Paragraph]]]:
    """Yield each item of the section's first level with what stands under it."""
    first = next((block for block in blocks if isinstance(block, Item)), None)
    title: Item | None = None
    below: list[Item | Paragraph] = []
    for block in blocks:
        if isinstance(block, Item) and first and block.level is first.level:
            if title:
                yield title, below
            title, below = block, []
        elif title and isinstance(block, Item | Paragraph) and _assigns(block):
            below.append(block)
    if title:
        yield title, below


def _assigns(block: Item | Paragraph) -> bool:
    return len(plain(block.content)) >= _SHORTEST_TASK


def _title_and_own_task(item: Item) -> tuple[str, list[Content]]:
    """Return the group that an item names, and the task in its own words if there is one."""
    text = plain(item.content)
    if not ends_a_sentence(text) or text.endswith(":"):
        return text.rstrip(" :"), []
    if together := _TITLE_AND_TASK.fullmatch(text):
        return together["title"], [_after(item.content, together.start("task"))]
    return label_of(text), [item.content]


def _after(content: Content, letters: int) -> Content:
    """Return content without its first letters."""
    kept: list[Inline] = []
    for item in content:
        length = len(plain((item,)))
        if letters < length or not letters:
            is_cut = letters > 0
            kept.append(
                replace(item, text=item.text[letters:])
                if is_cut and isinstance(item, Span)
                else item
            )
        letters = max(0, letters - length)
    return tuple(kept)


def _task(content: Content, task_id: str, group: int, source: str) -> Task:
    cited = dict.fromkeys(item.instrument for item in content if isinstance(item, Citation))
    label = label_of(plain(content))
    return _said(task_id, inline_text(content), label, group, source, tuple(cited))


@lru_cache(maxsize=512)
def _said(
    task_id: str, wording: str, label: str, group: int, source: str, citations: tuple[str, ...]
) -> Task:
    return Task(task_id, wording, label, group, source=source, citations=citations)


def _roman_above(blocks: Iterable[Block]) -> Mapping[int, str]:
    """Return by the identity of each block the Roman number it stands under: "III" of III.1."""
    above, ordinals = "", {}
    for block in blocks:
        ordinals[id(block)] = above
        if isinstance(block, Item) and block.level is Level.ROMAN:
            above = block.ordinal
    return ordinals


def _bare_title(title: str, words: TaskWords) -> str:
    """Return a title without the words that ask: "Đề nghị các huyện ủy" is "các huyện ủy"."""
    folded = _folded(title)
    for lead in sorted(words.leads, key=len, reverse=True):
        if folded.startswith(f"{_folded(lead)} "):
            return folded[len(lead) + 1 :]
    return folded


@remembered
def _folded(text: str) -> str:
    return fold(" ".join(text.split())).casefold()


@remembered
def _slug(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", without_marks(text).lower()).strip("-")
