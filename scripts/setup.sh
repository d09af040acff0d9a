#!/bin/sh
# Makes .venv ready: a Python 3.12 or newer, the locked packages, and this project in place.
#
#   scripts/setup.sh        what Dateline needs to run
#   scripts/setup.sh dev    that, and what its tests and checks need
#
# Nothing outside this folder is changed, whatever environment is active. A second run that finds nothing changed
# ends at once. Progress goes to stderr.
set -eu

root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
cd "$root"

# Settings that would send packages to another place than .venv.
unset VIRTUAL_ENV PYTHONHOME PYTHONPATH PIP_USER PIP_TARGET PIP_PREFIX PIP_REQUIRE_VIRTUALENV \
    UV_PYTHON UV_SYSTEM_PYTHON UV_TARGET UV_PREFIX UV_PROJECT_ENVIRONMENT UV_NO_BUILD_ISOLATION

venv=$root/.venv
python=$venv/bin/python
without_scripts=$venv/dateline-without-scripts
case ${1-} in
    '') level='run' lock=requirements.txt ;;
    dev) level='dev' lock=requirements-dev.txt ;;
    *) echo "usage: scripts/setup.sh [dev]" >&2; exit 2 ;;
esac

say() { printf 'setup: %s\n' "$*" >&2; }

fail() {
    say "$*"
    exit 1
}

# --- what has been done already -------------------------------------------------------------------------------------

# The place is part of the stamp: scripts in a virtual environment hold its full path, so a moved one is made anew.
state() {
    printf 'dateline set-up for %s in %s\n' "$1" "$root"
    cat pyproject.toml scripts/setup.sh scripts/hatch_build.py src/dateline/gazetteer/building.py requirements.txt
    cat scripts/build_frontend.py requirements-node.txt frontend/*.*js*
    if [ "$1" = dev ]; then cat requirements-dev.txt; fi
}

is_ready() {
    [ -x "$venv/bin/dateline" ] && [ -e src/dateline/gazetteer/gazetteer.sqlite ] && runs "$python" || return 1
    [ -e src/dateline/web/static/built/signature ] || [ -e "$without_scripts" ] || return 1
    for done in dev "$level"; do
        if state "$done" | cmp -s - "$venv/dateline-$done.stamp"; then return 0; fi
    done
    return 1
}

was_moved() {
    for stamp in "$venv"/dateline-*.stamp; do
        if [ -e "$stamp" ] && ! head -n 1 "$stamp" | grep -qF " in $root"; then return 0; fi
    done
    return 1
}

# --- finding a Python -----------------------------------------------------------------------------------------------

# A name on PATH proves nothing: a version manager's shim may be there and fail. So each candidate is run. It must be
# CPython with its lock, for which packages are built, and its SQLite must have full-text search.
runs() {
    "$1" -c '
import sys, sqlite3, sysconfig, ssl
sqlite3.connect(":memory:").execute("create virtual table t using fts5(x)")
ok = sys.version_info >= (3, 12) and sys.implementation.name == "cpython"
sys.exit(not ok or bool(sysconfig.get_config_var("Py_GIL_DISABLED")))' </dev/null >/dev/null 2>&1
}

on_path() {
    rest=$PATH:
    while [ -n "$rest" ]; do
        folder=${rest%%:*}
        rest=${rest#*:}
        if [ -x "$folder/$1" ]; then printf '%s\n' "$folder/$1"; fi
    done
}

# $1 is a version or the beginning of one. Folders that are not there give patterns that match nothing.
kept_by_managers() {
    home=${HOME:-/nonexistent}
    data=${XDG_DATA_HOME:-$home/.local/share}
    for found in \
        "${PYENV_ROOT:-$home/.pyenv}/versions/$1"*/bin/python \
        "${ASDF_DATA_DIR:-$home/.asdf}/installs/python/$1"*/bin/python \
        "${MISE_DATA_DIR:-$data/mise}/installs/python/$1"*/bin/python \
        "${UV_PYTHON_INSTALL_DIR:-$data/uv/python}/cpython-$1"*/bin/python3 \
        "/opt/homebrew/opt/python@$1"*/bin/"python$1" \
        "/usr/local/opt/python@$1"*/bin/"python$1" \
        "/Library/Frameworks/Python.framework/Versions/$1"*/bin/python3 \
        "/usr/local/bin/python$1" "/usr/bin/python$1" "/opt/python$1/bin/python3" "/opt/python/$1"*/bin/python3; do
        if [ -x "$found" ]; then printf '%s\n' "$found"; fi
    done
}

kept_by_conda() {
    home=${HOME:-/nonexistent}
    for found in "${CONDA_PREFIX:-/nonexistent}/bin/python" \
        "$home"/*conda3/bin/python "$home"/*forge*/bin/python /opt/*conda*/bin/python /opt/*forge*/bin/python \
        "$home"/*conda3/envs/*/bin/python "$home"/*forge*/envs/*/bin/python "$home"/.conda/envs/*/bin/python; do
        if [ -x "$found" ]; then printf '%s\n' "$found"; fi
    done
}

# 3.12 first: Dateline is measured on it. Then what is new enough, oldest first.
candidates() {
    for version in 3.12 3.13 3.14; do
        on_path "python$version"
        kept_by_managers "$version"
    done
    on_path python3
    on_path python
    kept_by_conda
    kept_by_managers 3.1
}

find_python() {
    candidates | while IFS= read -r candidate; do
        case $candidate in "$venv"/*) continue ;; esac
        if runs "$candidate"; then
            printf '%s\n' "$candidate"
            break
        fi
    done
}

# --- uv -------------------------------------------------------------------------------------------------------------

find_uv() {
    home=${HOME:-/nonexistent}
    {
        printf '%s\n' "$venv/bin/uv" "$root/.uv/bin/uv"
        on_path uv
        printf '%s\n' "$home/.local/bin/uv" "$home/.cargo/bin/uv"
    } | while IFS= read -r candidate; do
        if "$candidate" --version </dev/null >/dev/null 2>&1; then
            printf '%s\n' "$candidate"
            break
        fi
    done
}

# uv's own lines of the lock, for pip: its version and its hashes.
lock_of_uv() { awk '/^uv==/ { on = 1 } on { print } on && !/\\$/ { exit }' requirements.txt; }

# Puts uv into .uv by any Python that has pip, whatever its version.
bring_uv() {
    lock_of_uv >"$root/.uv.lock"
    { on_path python3; on_path python; kept_by_managers 3; kept_by_conda; } | while IFS= read -r any; do
        if "$any" -m pip install --quiet --require-hashes --no-deps --target "$root/.uv" -r "$root/.uv.lock" </dev/null >&2
        then break; fi
    done
    rm -f "$root/.uv.lock"
}

# --- the virtual environment ----------------------------------------------------------------------------------------

try_to_make() {
    say "making .venv: $*"
    if "$@" </dev/null >&2 && runs "$python"; then return 0; fi
    rm -rf "$venv"
    return 1
}

# Debian parts ensurepip from Python: there `-m venv` fails unless python3-venv is installed.
make_venv() {
    found=$(find_python)
    if [ -n "$found" ]; then
        if "$found" -c 'import ensurepip, venv' >/dev/null 2>&1 && try_to_make "$found" -m venv "$venv"; then return; fi
        if "$found" -m virtualenv --version >/dev/null 2>&1 && try_to_make "$found" -m virtualenv "$venv"; then return; fi
    else
        say "no Python 3.12 or newer runs here; uv will bring one"
    fi
    uv=$(find_uv)
    if [ -z "$uv" ]; then
        say "fetching uv"
        bring_uv
        uv=$(find_uv)
    fi
    if [ -n "$uv" ] && try_to_make "$uv" venv --python "${found:-3.12}" "$venv"; then return; fi
    if [ -n "$found" ]; then
        fail "$found cannot make a virtual environment. Install its venv module (Debian: apt-get install python3-venv) or uv, then run this again."
    fi
    fail "no Python 3.12 or newer was found and none could be brought. Install Python 3.12 with its venv module, or uv, then run this again."
}

# --- the packages ---------------------------------------------------------------------------------------------------

install_uv_inside() {
    say "installing uv"
    lock_of_uv >"$venv/uv.lock"
    "$python" -m pip install --quiet --require-hashes --no-deps -r "$venv/uv.lock" </dev/null >&2
}

# A machine may reach its packages by pip's settings alone, so pip is tried where uv fails.
install_locked() {
    # Progress bars for a person; where nobody watches, only what goes wrong.
    if [ -t 2 ]; then quiet=; else quiet=--quiet; fi
    if [ -n "$uv" ] && "$uv" pip install $quiet --python "$python" --require-hashes -r "$1" >&2; then return; fi
    "$python" -m pip --version >/dev/null 2>&1 || return 1
    say "trying pip"
    "$python" -m pip install --quiet --require-hashes -r "$1" >&2
}

# The web pages work without their scripts, so what goes wrong here is said and is no end of the set-up. A Node is only
# brought where the machine has none: it is large.
build_scripts() {
    rm -f "$without_scripts"
    if ! "$python" scripts/build_frontend.py --has-node; then
        say "bringing a Node to build the scripts of the web pages"
        install_locked requirements-node.txt || say "no Node could be brought"
    fi
    "$python" scripts/build_frontend.py >&2 || { : >"$without_scripts" && export DATELINE_WITHOUT_SCRIPTS=1; }
}

# In place, and by the locked hatchling: nothing is fetched here.
install_project() {
    set -- --no-deps --no-build-isolation --editable .
    if [ -n "$uv" ] && "$uv" pip install --quiet --python "$python" "$@" >&2; then return; fi
    "$python" -m pip install --quiet "$@" >&2 || fail "Dateline itself could not be installed"
}

if is_ready; then exit 0; fi
if [ -e "$venv" ] && { was_moved || ! runs "$python"; }; then
    [ -e "$venv/pyvenv.cfg" ] || [ ! -d "$venv/lib" ] || fail "$venv is not a virtual environment; move it away"
    say "the old .venv does not work here; making it anew"
    rm -rf "$venv"
fi
[ -e "$venv" ] || make_venv
uv=$(find_uv)
if [ -z "$uv" ]; then
    install_uv_inside || bring_uv
    uv=$(find_uv)
fi

say "installing the packages of $lock (some hundred MB where none is cached)"
install_locked "$lock" || fail "the packages could not be installed; what went wrong stands above"
build_scripts
install_project
[ -x "$venv/bin/dateline" ] || fail "the set-up ended without .venv/bin/dateline"
rm -f "$venv"/dateline-*.stamp
state "$level" >"$venv/dateline-$level.stamp"
say "ready: .venv/bin/dateline"
