"""What is made once and kept."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Any, Self, overload


class Keeping:
    """Holds values that are made when first asked for, each once, also when many threads ask at the same time.

    Who asks for a value waits while that one is made, or what it is made of, and for no other: none may be made of
    itself.
    """

    def __init__(self) -> None:
        self._making: dict[str, threading.Lock] = {}
        self._made: dict[str, Any] = {}

    def keep(self, name: str, value: object) -> None:
        """Keep a value that need not be made."""
        self._made[name] = value

    @property
    def made(self) -> tuple[str, ...]:
        """The names of what has been made, in the order in which it was."""
        return tuple(self._made)


class Kept[T]:
    """A property of a `Keeping` that is made once."""

    def __init__(self, make: Callable[[Any], T]) -> None:
        self._make = make
        self._name = make.__name__
        self.__doc__ = make.__doc__

    @overload
    def __get__(self, owner: None, kind: type) -> Self: ...
    @overload
    def __get__(self, owner: Keeping, kind: type) -> T: ...
    def __get__(self, owner: Keeping | None, kind: type) -> Self | T:
        if owner is None:
            return self
        if self._name not in owner._made:
            with owner._making.setdefault(self._name, threading.Lock()):
                if self._name not in owner._made:
                    owner._made[self._name] = self._make(owner)
        found: T = owner._made[self._name]
        return found


class Recent[K: Hashable, V]:
    """The values last asked for, at most so many.

    Unlike `functools.lru_cache` on a method it does not hold its owner: what nobody holds any more goes at once.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._values: OrderedDict[K, V] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, key: K, make: Callable[[K], V]) -> V:
        """The value of a key; made where it is not there."""
        with self._lock:
            if key in self._values:
                self._values.move_to_end(key)
                return self._values[key]
        value = make(key)
        with self._lock:
            self._values[key] = value
            if len(self._values) > self._most:
                self._values.popitem(last=False)
        return value
