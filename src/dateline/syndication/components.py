"""Pairs into groups: what hangs together, whatever the order of the pairs."""

from collections.abc import Hashable, Iterable


def components[K: Hashable](keys: Iterable[K], pairs: Iterable[tuple[K, K]]) -> list[list[K]]:
    """Groups of keys that pairs connect, single ones too; keys and groups in the order in which the keys come."""
    above = {key: key for key in keys}

    def root(key: K) -> K:
        while above[key] != key:
            above[key] = above[above[key]]
            key = above[key]
        return key

    for a, b in pairs:
        above[root(b)] = root(a)
    groups: dict[K, list[K]] = {}
    for key in above:
        groups.setdefault(root(key), []).append(key)
    return list(groups.values())
