"""What files a list of sources stands for."""

from pathlib import Path

from dateline.pages import list_sources


def _touch(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("words")


def _names(folder: Path, sources: list[str]) -> list[str]:
    return [Path(source.location).relative_to(folder).as_posix() for source in list_sources(sources)]


def test_a_folder_is_searched_downwards_in_order_for_pages_only(tmp_path: Path) -> None:
    _touch(tmp_path, "b/2.html", "b/1.txt", "a.HTM", "c.txt.gz", "notes.md", ".hidden.txt", ".git/x.txt")
    assert _names(tmp_path, [str(tmp_path)]) == ["a.HTM", "b/1.txt", "b/2.html", "c.txt.gz"]


def test_a_glob_gives_its_matches_in_order_whatever_their_names(tmp_path: Path) -> None:
    _touch(tmp_path, "b.page", "a.page", "c.txt")
    assert _names(tmp_path, [str(tmp_path / "*.page")]) == ["a.page", "b.page"]


def test_sources_keep_their_order_and_a_file_given_twice_is_listed_once(tmp_path: Path) -> None:
    _touch(tmp_path, "a.txt", "b.txt")
    assert _names(tmp_path, [str(tmp_path / "b.txt"), str(tmp_path)]) == ["b.txt", "a.txt"]


def test_a_name_with_brackets_is_a_file_before_it_is_a_pattern(tmp_path: Path) -> None:
    _touch(tmp_path, "story[1].txt")
    assert _names(tmp_path, [str(tmp_path / "story[1].txt")]) == ["story[1].txt"]


def test_what_is_not_there_is_listed_as_it_was_given(tmp_path: Path) -> None:
    missing = str(tmp_path / "nothing.txt")
    assert [(s.location, s.size) for s in list_sources([missing])] == [(missing, 0)]


def test_the_size_on_disk_is_known_before_reading(tmp_path: Path) -> None:
    _touch(tmp_path, "a.txt")
    assert list_sources([str(tmp_path)])[0].size == len("words")
