"""Disjoint groups of forms that name the same thing (union-find, Tarjan 1975)."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import Generic, TypeVar

Item = TypeVar("Item", bound=Hashable)


class Groups(Generic[Item]):
    """Items that start apart and are joined two by two; the earliest item stands for its group."""

    def __init__(self, items: Iterable[Item]) -> None:
        self._parent: dict[Item, Item] = {item: item for item in items}
        self._rank = {item: i for i, item in enumerate(self._parent)}

    def root(self, item: Item) -> Item:
        """The item that stands for the group of `item`."""
        while self._parent[item] != item:
            self._parent[item] = self._parent[self._parent[item]]
            item = self._parent[item]
        return item

    def join(self, one: Item, other: Item) -> None:
        """Make the groups of both items one."""
        first, second = sorted((self.root(one), self.root(other)), key=self._rank.__getitem__)
        self._parent[second] = first
