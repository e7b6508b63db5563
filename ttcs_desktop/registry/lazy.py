"""A mapping whose things are made when they are first asked for (làm khi cần)."""

from collections.abc import Callable, Iterator, Mapping
from typing import TypeVar

T = TypeVar("T")


class Lazy(Mapping[str, T]):
    """Things by key, each made once, in the order of their makers."""

    def __init__(self, makers: Mapping[str, Callable[[], T]]) -> None:
        self._makers = dict(makers)
        self._made: dict[str, T] = {}

    def __getitem__(self, key: str) -> T:
        if key not in self._made:
            self._made[key] = self._makers[key]()
        return self._made[key]

    def __contains__(self, key: object) -> bool:
        return key in self._makers

    def __iter__(self) -> Iterator[str]:
        return iter(self._makers)

    def __len__(self) -> int:
        return len(self._makers)


class Over(Mapping[str, T]):
    """A mapping with other things laid over it; new ones come last."""

    def __init__(self, below: Mapping[str, T], above: Mapping[str, T]) -> None:
        self._below = below
        self._above = dict(above)

    def __getitem__(self, key: str) -> T:
        return self._above[key] if key in self._above else self._below[key]

    def __contains__(self, key: object) -> bool:
        return key in self._above or key in self._below

    def __iter__(self) -> Iterator[str]:
        yield from self._below
        yield from (key for key in self._above if key not in self._below)

    def __len__(self) -> int:
        return sum(1 for _key in self)
