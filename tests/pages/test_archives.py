"""Zip and tar: members as files of their own."""

import io
import tarfile
import zipfile
from pathlib import Path
from types import SimpleNamespace

import pytest

from dateline.records import Page, Rejection

TEXT = b"The council opened a bridge on Saturday.\n"


def zipped(members: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return file.getvalue()


def tarred(members: dict[str, bytes], mode: str = "w:gz", more: list[tarfile.TarInfo] | None = None) -> bytes:
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode=mode) as archive:  # type: ignore[call-overload]
        for name, content in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))
        for info in more or []:
            archive.addfile(info)
    return file.getvalue()


PACKED = {"a.zip": zipped, "a.tar.gz": tarred, "a.tgz": tarred, "a.tar": lambda members: tarred(members, "w")}


def places(found: list[Page | Rejection]) -> dict[str, str]:
    """What became of each place."""
    return {
        item.location.rsplit("/a.", 1)[-1]: item.reason if isinstance(item, Rejection) else "page" for item in found
    }


@pytest.mark.parametrize("name", PACKED)
def test_members_that_are_named_like_pages_are_read(loads, name: str) -> None:
    members = {
        "b/1.txt": TEXT,
        "2.html": b"<p>Words</p>",
        "pic.png": b"x",
        "b/.x.txt": TEXT,
        "t.jsonl": b'{"text":"W"}',
    }
    suffix = name.removeprefix("a.")
    assert places(loads(name, PACKED[name](members))) == {
        f"{suffix}!/b/1.txt": "page",
        f"{suffix}!/2.html": "page",
        f"{suffix}!/t.jsonl:1": "page",
    }


def test_archives_within_archives_are_read_down_to_a_limit(loads) -> None:
    inner = zipped({"x.tar.gz": tarred({"x.txt": TEXT})})
    assert places(loads("a.zip", zipped({"i.zip": inner}))) == {"zip!/i.zip!/x.tar.gz!/x.txt": "page"}
    deep = zipped({"x.txt": TEXT})
    for _ in range(9):
        deep = zipped({"i.zip": deep})
    assert list(places(loads("a.zip", deep)).values()) == ["unsupported"]


@pytest.mark.parametrize("pack", [zipped, tarred])
def test_names_that_lead_out_are_rejected_and_nothing_is_written(loads, tmp_path: Path, pack) -> None:
    names = ["../x.txt", "/etc/x.txt", "..\\x.txt", "C:\\x.txt", "a/../../x.txt"]
    found = loads("a.zip", pack(dict.fromkeys([*names, "good.txt"], TEXT)))
    assert [isinstance(item, Page) for item in found] == [False] * 5 + [True]
    assert [path.name for path in tmp_path.iterdir()] == ["a.zip"]
    assert not (tmp_path.parent / "x.txt").exists()


def test_links_and_devices_are_left_alone(loads) -> None:
    link, device = tarfile.TarInfo("l.txt"), tarfile.TarInfo("d.txt")
    link.type, link.linkname, device.type = tarfile.SYMTYPE, "/etc/passwd", tarfile.CHRTYPE
    assert places(loads("a.tar", tarred({"g.txt": TEXT}, "w", [link, device]))) == {"tar!/g.txt": "page"}


def test_a_wacz_is_read_for_its_warcs_only(loads, archives: SimpleNamespace) -> None:
    wacz = zipped(
        {"datapackage.json": b"{}", "pages/pages.jsonl": b'{"text":"W"}', "archive/d.warc.gz": archives.warc(2)}
    )
    assert places(loads("a.wacz", wacz)) == {
        "wacz!/archive/d.warc.gz#1": "page",
        "wacz!/archive/d.warc.gz#3": "page",
    }


def test_bombs_are_left(loads, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dateline.pages.limits.UNPACKED_LEAST", 30_000_000)
    bomb = zipped({f"{n}.txt": bytes(19_000_000) for n in range(4)} | {"z.txt": TEXT})
    found = list(places(loads("a.zip", bomb)).values())
    assert found[1:] == ["too_large"] * 4


def test_damage_is_rejected_where_it_is(loads) -> None:
    good = zipped({"1.txt": TEXT * 50, "2.txt": TEXT})
    broken = good.replace(b"PK\x03\x04", b"PK\x03\x05").replace(b"PK\x03\x05", b"PK\x03\x04", 1)
    assert list(places(loads("a.zip", broken)).values()) == ["page", "failed"]
    assert list(places(loads("a.zip", good[:60])).values()) == ["failed"]
    assert "failed" in places(loads("a.tar.gz", tarred({"1.txt": TEXT * 5000})[:-30])).values()


def test_an_archive_without_pages_is_empty(loads) -> None:
    assert list(places(loads("a.zip", zipped({}))).values()) == ["empty"]
