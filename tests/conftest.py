"""What holds for all tests: with DATELINE_NO_SKIP set, a skipped test fails the run.

Tests over development data kept outside of the project cannot run where that data is absent; then they are left out by
name of their fixture and counted, which is no skip.
"""

import os
from pathlib import Path

import pytest

NO_SKIP = bool(os.environ.get("DATELINE_NO_SKIP"))
DATA = Path(os.environ.get("DATELINE_BENCHMARKS") or Path(__file__).resolve().parents[2] / "shared")
LEFT_OUT = pytest.StashKey[int]()


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
    if NO_SKIP and (skipped := terminalreporter.stats.get("skipped")):
        terminalreporter.write_line(f"DATELINE_NO_SKIP: {len(skipped)} skipped, which fails this run", red=True)


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if NO_SKIP and reporter and reporter.stats.get("skipped") and session.exitstatus == pytest.ExitCode.OK:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
