"""Two processes draw numbers for real documents at once: none is given twice, none is lost."""

import itertools

from racing import race

from ttcs_desktop.model.register import NumberState
from ttcs_desktop.services.library import Library
from ttcs_desktop.services.registering import NumberBook

EACH = 500
RACER = """
import datetime, os, sys
from ttcs_desktop.services.library import Library
from ttcs_desktop.services.registering import NumberBook, Outgoing
book = NumberBook(Library())
def outgoing(time):
    return Outgoing("dang-uy-22480", "kế hoạch", datetime.date(2026, 11, 24),
                    document=f"{os.getpid()}-{time}.docx")
book.series(outgoing(0))
print("ready", flush=True)
sys.stdin.readline()
for time in range(int(sys.argv[1])):
    wanted = outgoing(time)
    if time % 2:
        book.reserve(wanted)
    print(book.issue(wanted).number_and_symbol, flush=True)
"""


def test_two_processes_racing_for_1000_numbers_get_none_twice_and_lose_none() -> None:
    given = race(RACER, str(EACH))
    assert [len(one) for one in given] == [EACH, EACH]
    wanted = [f"{number:02}-KH/ĐU" for number in range(1, 2 * EACH + 1)]
    assert sorted((*given[0], *given[1]), key=wanted.index) == wanted
    book = NumberBook(Library())
    entries = book.entries()
    assert [one.serial.number for one in entries] == list(range(1, 2 * EACH + 1))
    assert {one.state for one in entries} == {NumberState.ISSUED}
    assert len({one.registered.document for one in entries}) == 2 * EACH
    assert book.check(entries[0].series) == ()
    changes = sum(
        one.registered.document.partition("-")[0] != other.registered.document.partition("-")[0]
        for one, other in itertools.pairwise(entries)
    )
    assert changes > 1, "they took turns"
