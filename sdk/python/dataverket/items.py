"""Lists, page after page."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Generic, Protocol, TypeVar

_T = TypeVar("_T")
_T_co = TypeVar("_T_co", covariant=True)


class _Page(Protocol[_T_co]):
    @property
    def items(self) -> Sequence[_T_co]: ...

    @property
    def next_page_token(self) -> str | None: ...

    @property
    def unreachable(self) -> Sequence[str] | None: ...


class Items(Generic[_T]):
    """The items of a list, fetched as they are needed. Each loop starts from the beginning."""

    def __init__(self, fetch: Callable[[str | None], _Page[_T]]) -> None:
        self._fetch = fetch
        #: What did not answer in the last loop, so that the list may be incomplete.
        self.unreachable: list[str] = []

    def __iter__(self) -> Iterator[_T]:
        self.unreachable = []
        page = self._fetch(None)
        while True:
            self.unreachable.extend(page.unreachable or ())
            yield from page.items
            if page.next_page_token is None:
                return
            page = self._fetch(page.next_page_token)
