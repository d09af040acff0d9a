#!/bin/sh
# Writes requirements.txt (to run Dateline), requirements-dev.txt (to test it) and requirements-node.txt (to build its
# scripts where there is no Node): exact versions with hashes, for every platform. Versions already locked stay; `scripts/lock.sh --upgrade` takes the newest ones.
set -eu
cd "$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)"

lock() {
    file=$1
    shift
    "$PWD/.venv/bin/uv" pip compile --quiet --universal --python-version 3.12 --generate-hashes \
        --no-header --no-annotate --no-emit-index-url --no-emit-find-links --output-file "$file" "$@"
}

lock requirements.txt pyproject.toml --group setup "$@"
lock requirements-dev.txt pyproject.toml --group setup --group dev --extra postgres --constraint requirements.txt
lock requirements-node.txt --group node
