"""Event types of a user: a YAML file that adds types to the codebook or changes them, without touching Python.

The file is read once, where the command line names it; its bytes go with the pages to every process that reads.
`docs/codebook.md` describes the form.
"""

import hashlib
import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from pathlib import Path

import msgspec

from dateline.errors import DataError
from dateline.events.codebook import Codebook, TypeData, codebook, word_classes

MOST_BYTES = 1_000_000
_NAME = re.compile(r"[A-Z][A-Z0-9_-]*")


class OwnFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a file holds. `replace` names types of the codebook that the file's own stand for; others are added to."""

    types: dict[str, object]
    classes: dict[str, frozenset[str]] = {}
    replace: frozenset[str] = frozenset()


class OwnTypes(msgspec.Struct, frozen=True):
    """The same with each type checked."""

    types: dict[str, TypeData]
    classes: dict[str, frozenset[str]]
    replace: frozenset[str]


_given: ContextVar[bytes] = ContextVar("own_types", default=b"")


def read_own_types(path: Path) -> bytes:
    """The bytes of a file of types, checked; DataError names the file and the line or key that is wrong."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise DataError(f"{path} cannot be read: {error.strerror or error}") from error
    if len(data) > MOST_BYTES:
        raise DataError(f"{path} is larger than a codebook may be ({MOST_BYTES:,} bytes)")
    try:
        _book(data)
    except DataError as error:
        raise DataError(f"{path}: {error}") from error
    return data


@contextmanager
def own_types(data: bytes) -> Iterator[None]:
    """Within this context pages are read with these types; empty bytes are none."""
    token = _given.set(data)
    try:
        yield
    finally:
        _given.reset(token)


def own_types_mark() -> str:
    """What the types of this context add to the name of the reader, so that pages are read again when they change."""
    data = _given.get()
    return f"+{hashlib.blake2b(data, digest_size=4).hexdigest()}" if data else ""


def active_codebook() -> Codebook:
    """The codebook with the types that are given in this context."""
    data = _given.get()
    return _book(data) if data else codebook()


@cache
def _book(data: bytes) -> Codebook:
    own = _decoded(data)
    types = {name: kind for name, kind in codebook().types.items() if name not in own.replace}
    return Codebook(types, {**word_classes(), **own.classes}, own.types)


def _decoded(data: bytes) -> OwnTypes:
    """What the file holds; each type is checked by itself, so that the message can name it."""
    try:
        raw: OwnFile = msgspec.yaml.decode(data, type=OwnFile)
    except (msgspec.ValidationError, msgspec.DecodeError) as error:
        raise DataError(" ".join(str(error).split()).replace('in "<byte string>", ', "at ")) from error
    except RecursionError as error:
        raise DataError("lists are nested too deeply") from error
    missing = sorted(raw.replace - set(raw.types))
    if missing:
        raise DataError(f"replace: {missing[0]} is not among the types of the file")
    return OwnTypes({name: _type(name, kind) for name, kind in raw.types.items()}, raw.classes, raw.replace)


def _type(name: str, raw: object) -> TypeData:
    if not _NAME.fullmatch(name):
        raise DataError(f"types.{name}: a name of a type is written in capitals, such as MIGRATE")
    try:
        return msgspec.convert(raw, TypeData)
    except msgspec.ValidationError as error:
        raise DataError(f"types.{name}: {error}") from error
