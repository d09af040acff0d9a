"""Pairs into groups: what hangs together, whatever the order of the pairs."""

from collections.abc import Hashable, Iterable


class Groups[K: Hashable]:
    """Keys that stand alone until they are joined."""

    def __init__(self, keys: Iterable[K]) -> None:
        self._above = {key: key for key in keys}

    def join(self, a: K, b: K) -> None:
        self._above[self.root(b)] = self.root(a)

    def root(self, key: K) -> K:
        """The same key for all of a group; another one after the group was joined to another."""
        above = self._above
        while above[key] != key:
            above[key] = above[above[key]]
            key = above[key]
        return key

    def all(self) -> list[list[K]]:
        """Keys and groups in the order in which the keys were given."""
        groups: dict[K, list[K]] = {}
        for key in self._above:
            groups.setdefault(self.root(key), []).append(key)
        return list(groups.values())


def components[K: Hashable](keys: Iterable[K], pairs: Iterable[tuple[K, K]]) -> list[list[K]]:
    """Groups of keys that pairs connect, single ones too; keys and groups in the order in which the keys come."""
    groups = Groups(keys)
    for a, b in pairs:
        groups.join(a, b)
    return groups.all()
