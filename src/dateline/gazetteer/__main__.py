"""Builds the gazetteer in place: `python -m dateline.gazetteer`. What is up to date already is left alone."""

import sys

from dateline.gazetteer.building import FILE, build, is_current

if __name__ == "__main__":
    if not is_current(FILE):
        build(FILE)
    sys.stderr.write(f"{FILE}: {FILE.stat().st_size / 1e6:.1f} MB\n")
