"""Language data: words and rules as YAML, one folder a language. Nothing here knows the text."""

from functools import cache
from importlib import resources
from typing import Any

import msgspec

from dateline.errors import DataError


@cache
def load[T](language: str, name: str, kind: type[T] | Any = dict[str, Any]) -> T:
    """The data of `<language>/<name>.yaml`, decoded as `kind`.

    Raises DataError where the file is missing or does not fit the type; the message names the file and the place.
    """
    file = resources.files(__package__) / language / f"{name}.yaml"
    try:
        data: T = msgspec.yaml.decode(file.read_bytes(), type=kind)
    except FileNotFoundError as error:
        raise DataError(f"no language data {language}/{name}.yaml") from error
    except (msgspec.ValidationError, msgspec.DecodeError) as error:
        raise DataError(f"language data {language}/{name}.yaml: {error}") from error
    return data
