"""Fetching from a real server on loopback: what is allowed, what is refused, what is waited for, what is kept."""

from __future__ import annotations

import gzip
import time
import typing
from email.utils import formatdate
from http.server import BaseHTTPRequestHandler

import msgspec
import pytest

from dateline.fetching import Capture, FetchSettings, open_fetcher
from dateline.records import Page, Rejection

if typing.TYPE_CHECKING:
    from tests.fetching.conftest import Site


def fetched(settings: FetchSettings, *addresses: str) -> list[Page | Rejection]:
    with open_fetcher(settings) as fetcher:
        return list(fetcher.pages(addresses))


def reasons(settings: FetchSettings, *addresses: str) -> list[str]:
    return [f.reason if isinstance(f, Rejection) else "page" for f in fetched(settings, *addresses)]


def changed(settings: FetchSettings, **values: float) -> FetchSettings:
    return msgspec.structs.replace(settings, **values)


def test_a_page_is_fetched_with_its_address(site: Site, quick: FetchSettings) -> None:
    address = site.put("/story")
    [page] = fetched(quick, address)
    assert isinstance(page, Page)
    assert (page.location, page.url, page.media) == (address, address, "text/html")
    assert b"Ada Lund" in page.content
    assert site.asked[-1][1]["user-agent"].startswith("dateline/")


def test_an_address_given_twice_is_fetched_once(site: Site, quick: FetchSettings) -> None:
    address = site.put("/story")
    assert len(fetched(quick, address, address + "#part")) == 1
    assert site.paths() == ["/story"]


def test_what_robots_txt_forbids_is_not_asked_for(site: Site, quick: FetchSettings) -> None:
    site.put("/robots.txt", body="User-agent: *\nDisallow: /private\nUser-agent: other\nDisallow: /\n")
    found = fetched(quick, site.put("/private/story"), site.put("/open"))
    assert [type(f) for f in found] == [Rejection, Page]
    assert site.paths() == ["/open"]
    assert [path for path, _ in site.asked].count("/robots.txt") == 1


def test_robots_txt_that_names_dateline_is_obeyed(site: Site, quick: FetchSettings) -> None:
    site.put("/robots.txt", body="User-agent: dateline\nDisallow: /\nUser-agent: *\nAllow: /\n")
    assert reasons(quick, site.put("/story")) == ["not_allowed"]


def test_a_site_whose_robots_txt_fails_is_left_alone(site: Site, quick: FetchSettings) -> None:
    site.put("/robots.txt", 500)
    assert reasons(quick, site.put("/a"), site.put("/b")) == ["not_allowed", "not_allowed"]
    assert site.paths() == []
    assert len(site.asked) == quick.tries


def test_robots_txt_is_asked_at_each_place_a_redirect_leads_to(site: Site, quick: FetchSettings) -> None:
    site.put("/robots.txt", body="User-agent: *\nDisallow: /private\n")
    site.put("/private/story")
    assert reasons(quick, site.put("/open", 302, Location="/private/story")) == ["not_allowed"]
    assert site.paths() == ["/open"]


def test_a_redirect_gives_the_page_the_address_it_led_to(site: Site, quick: FetchSettings) -> None:
    address = site.put("/old", 301, Location="/new")
    new = site.put("/new")
    [page] = fetched(quick, address)
    assert isinstance(page, Page)
    assert (page.location, page.url) == (address, new)


def test_a_circle_of_redirects_ends(site: Site, quick: FetchSettings) -> None:
    site.put("/b", 302, Location="/a")
    assert reasons(quick, site.put("/a", 302, Location="/b")) == ["unreachable"]
    assert site.paths() == ["/a", "/b"]


def test_redirects_without_end_are_given_up(site: Site, quick: FetchSettings) -> None:
    for number in range(20):
        site.put(f"/{number}", 302, Location=f"/{number + 1}")
    assert reasons(quick, f"{site.address}/0") == ["unreachable"]
    assert len(site.paths()) == quick.redirects + 1


@pytest.mark.parametrize(
    "target", ["file:///etc/passwd", "ftp://127.0.0.1/a", "http://name:word@127.0.0.1/a", "mailto:a@b"]
)
def test_a_redirect_to_what_is_not_fetched_is_refused(site: Site, quick: FetchSettings, target: str) -> None:
    assert reasons(quick, site.put("/a", 302, Location=target)) == ["unsupported"]


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1/a",
        "http://localhost/a",
        "http://[::1]/a",
        "http://[::ffff:127.0.0.1]/a",
        "http://2130706433/a",
        "http://0/a",
        "http://10.0.0.1/a",
        "http://192.168.1.1/a",
        "http://169.254.169.254/latest/meta-data",
        "https://172.16.0.1/a",
        "http://[fe80::1]/a",
        "http://224.0.0.1/a",
    ],
)
def test_private_addresses_are_never_connected_to(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("httpcore.SyncBackend.connect_tcp", lambda *_: pytest.fail("it was connected to"))
    assert reasons(FetchSettings(interval=0), address) == ["private_address"]


def test_a_name_that_leads_to_a_private_address_is_refused_without_a_connection(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    port = site.server.server_port
    monkeypatch.setattr("socket.getaddrinfo", lambda *_, **__: [(2, 1, 6, "", ("127.0.0.1", port))])
    assert reasons(FetchSettings(interval=0), f"http://news.example:{port}/a") == ["private_address"]
    assert site.asked == []


def test_a_name_is_looked_up_once_for_a_connection(
    site: Site, quick: FetchSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was checked is what is connected to: a name that leads elsewhere at a second look changes nothing."""
    import socket

    looked_up: list[str] = []
    real = socket.getaddrinfo

    def answers(host: str, *rest: typing.Any, **named: typing.Any) -> typing.Any:
        looked_up.append(host)
        return real("127.0.0.1" if host == "news.example" else host, *rest, **named)

    monkeypatch.setattr(socket, "getaddrinfo", answers)
    site.put("/a")
    assert reasons(quick, f"http://news.example:{site.server.server_port}/a") == ["page"]
    assert looked_up.count("news.example") == 2  # for robots.txt and for the page
    assert set(looked_up) == {"news.example", "127.0.0.1"}
    assert site.asked[-1][1]["host"].startswith("news.example")


def test_a_redirect_to_a_private_address_is_refused(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first host counts as public here; that which it leads to does not."""
    from dateline.fetching import addresses

    real = addresses.is_public
    monkeypatch.setattr(addresses, "is_public", lambda address: address == "127.0.0.1" or real(address))
    address = site.put("/a", 302, Location=f"http://[::1]:{site.server.server_port}/secret")
    assert reasons(FetchSettings(interval=0), address) == ["private_address"]
    assert site.paths() == ["/a"]


@pytest.mark.parametrize("address", ["ftp://example.org/a", "http://name:word@example.org/", "http://", "nothing", ""])
def test_what_is_no_address_of_the_web_is_refused(address: str) -> None:
    assert reasons(FetchSettings(), address) == ["unsupported"]


def test_passwords_are_not_kept(quick: FetchSettings) -> None:
    [rejection] = fetched(quick, "http://name:word@127.0.0.1:1/a")
    assert "word@" not in f"{rejection.location} {typing.cast(Rejection, rejection).detail}"


@pytest.mark.parametrize(
    ("status", "reason"),
    [(404, "missing"), (410, "missing"), (403, "not_allowed"), (451, "not_allowed"), (304, "unreachable")],
)
def test_a_status_is_a_reason(site: Site, quick: FetchSettings, status: int, reason: str) -> None:
    assert reasons(quick, site.put("/a", status)) == [reason]
    assert site.paths() == ["/a"]


def test_a_busy_site_is_asked_again(site: Site, quick: FetchSettings) -> None:
    assert reasons(quick, site.put_turns("/a", (503, {}), (502, {}), (200, {}))) == ["page"]
    assert site.paths() == ["/a"] * 3


def test_a_site_that_stays_busy_is_given_up(site: Site, quick: FetchSettings) -> None:
    assert reasons(quick, site.put("/a", 503)) == ["unreachable"]
    assert site.paths() == ["/a"] * quick.tries


def test_retry_after_is_waited_for(site: Site, quick: FetchSettings) -> None:
    address = site.put_turns("/a", (429, {"Retry_After": "1"}), (200, {}))
    began = time.monotonic()
    assert reasons(quick, address, site.put("/b")) == ["page", "page"]
    assert time.monotonic() - began >= 1
    assert site.paths() == ["/a", "/a", "/b"]


def test_retry_after_may_be_a_date(site: Site, quick: FetchSettings) -> None:
    moment = formatdate(time.time() + 2, usegmt=True)
    began = time.monotonic()
    assert reasons(quick, site.put_turns("/a", (503, {"Retry_After": moment}), (200, {}))) == ["page"]
    assert time.monotonic() - began > 0.5


def test_a_site_that_asks_for_a_long_wait_is_left_alone(site: Site, quick: FetchSettings) -> None:
    address = site.put("/a", 429, Retry_After="86400")
    assert reasons(quick, address, site.put("/b"), site.put("/c")) == ["unreachable"] * 3
    assert site.paths() == ["/a"]


def test_a_host_where_everything_fails_is_given_up(site: Site, quick: FetchSettings) -> None:
    addresses = [site.put(f"/{number}", 500) for number in range(10)]
    assert reasons(quick, *addresses) == ["unreachable"] * 10
    assert len(site.paths()) == 3 * quick.tries


def test_nobody_at_the_port_is_unreachable_and_the_rest_goes_on(site: Site, quick: FetchSettings) -> None:
    assert reasons(quick, "http://127.0.0.1:1/a", site.put("/b")) in (["page", "unreachable"], ["unreachable", "page"])


def test_a_slow_body_ends_with_the_time_limit(site: Site, quick: FetchSettings) -> None:
    def drip(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.end_headers()
        for _ in range(100):
            handler.wfile.write(b"x")
            time.sleep(0.1)

    began = time.monotonic()
    assert reasons(changed(quick, time_limit=0.5, tries=1), site.put_answer("/a", drip)) == ["unreachable"]
    assert time.monotonic() - began < 8


def test_headers_that_never_end_end_with_the_time_limit(site: Site, quick: FetchSettings) -> None:
    def drip(handler: BaseHTTPRequestHandler) -> None:
        for _ in range(100):
            handler.wfile.write(b"HTTP/1.1 200 OK\r\n" if not _ else b"X: y\r\n")
            time.sleep(0.1)

    began = time.monotonic()
    assert reasons(changed(quick, time_limit=0.5, tries=1), site.put_answer("/a", drip)) == ["unreachable"]
    assert time.monotonic() - began < 8


def test_a_body_without_end_ends_with_the_size_limit(site: Site, quick: FetchSettings) -> None:
    sent = 0

    def pour(handler: BaseHTTPRequestHandler) -> None:
        nonlocal sent
        handler.send_response(200)
        handler.end_headers()
        while sent < 50_000_000:
            handler.wfile.write(b"x" * 10_000)
            sent += 10_000

    assert reasons(changed(quick, size_limit=100_000), site.put_answer("/a", pour)) == ["too_large"]
    assert sent < 50_000_000


def test_a_length_beyond_the_limit_is_believed(site: Site, quick: FetchSettings) -> None:
    settings = changed(quick, size_limit=1000)
    assert reasons(settings, site.put("/a", body="x" * 1001), site.put("/b", body="word " * 200)) == [
        "too_large",
        "page",
    ]


def test_packed_pages_are_unpacked(site: Site, quick: FetchSettings) -> None:
    content = b"<html><p>Ada Lund came to Norvik.</p></html>" * 1000
    [page] = fetched(quick, site.put("/a", body=gzip.compress(content), Content_Encoding="gzip"))
    assert isinstance(page, Page)
    assert page.content == content


def test_a_gzip_bomb_does_not_unfold(site: Site, quick: FetchSettings) -> None:
    import tracemalloc

    bomb = gzip.compress(b"\0" * 100_000_000)
    address = site.put("/a", body=bomb, Content_Encoding="gzip")
    tracemalloc.start()
    assert reasons(changed(quick, size_limit=1_000_000), address) == ["too_large"]
    assert tracemalloc.get_traced_memory()[1] < 20_000_000
    tracemalloc.stop()


@pytest.mark.parametrize(
    ("packing", "body"), [("br", b"x" * 50), ("gzip", b"no gzip"), ("gzip", gzip.compress(b"x")[:-4])]
)
def test_packing_that_cannot_be_undone_is_unsupported(
    site: Site, quick: FetchSettings, packing: str, body: bytes
) -> None:
    assert reasons(quick, site.put("/a", body=body, Content_Encoding=packing)) == ["unsupported"]


def test_a_known_page_is_asked_for_on_condition(site: Site, quick: FetchSettings) -> None:
    address = site.put("/a", ETag='"one"', Last_Modified="Fri, 14 May 2021 10:00:00 GMT")
    with open_fetcher(quick) as first:
        [page] = first.pages([address])
    captures = first.captures
    assert isinstance(page, Page)
    assert captures == {address: Capture(page=page.id, etag='"one"', last_modified="Fri, 14 May 2021 10:00:00 GMT")}

    site.put("/a", 304, body=b"")
    with open_fetcher(quick) as second:
        assert list(second.pages([address], captures)) == []
    assert (second.unchanged, second.captures) == (1, captures)
    headers = site.asked[-1][1]
    assert (headers["if-none-match"], headers["if-modified-since"]) == ('"one"', "Fri, 14 May 2021 10:00:00 GMT")


def feed(*links: str) -> str:
    items = "".join(f"<item><title>x</title><link>{link}</link></item>" for link in links)
    return f'<?xml version="1.0"?><rss version="2.0"><channel><link>/home</link>{items}</channel></rss>'


def test_the_entries_of_a_feed_that_was_named_are_fetched(site: Site, quick: FetchSettings) -> None:
    first, second = site.put("/1"), site.put("/2")
    found = fetched(quick, site.put("/feed", body=feed("/1", second, "/gone")))
    assert [f.location for f in found if isinstance(f, Page)] == [first, second]
    assert [f.reason for f in found if isinstance(f, Rejection)] == ["missing"]


def test_a_feed_that_a_feed_lists_is_not_followed(site: Site, quick: FetchSettings) -> None:
    site.put("/1")
    site.put("/inner", body=feed("/1"))
    assert reasons(quick, site.put("/feed", body=feed("/inner"))) == ["unsupported"]
    assert site.paths() == ["/feed", "/inner"]


def test_what_a_page_links_to_is_not_fetched(site: Site, quick: FetchSettings) -> None:
    page = '<html><head><link rel="alternate" href="/feed"><meta http-equiv="refresh" content="0;url=/b"></head>'
    site.put("/feed", body=feed("/1"))
    assert reasons(quick, site.put("/a", body=f'{page}<a href="/b">b</a><img src="/c"></html>')) == ["page"]
    assert site.paths() == ["/a"]


def test_a_long_feed_is_cut_and_says_so(site: Site, quick: FetchSettings) -> None:
    address = site.put("/feed", body=feed(*(f"/{number}" for number in range(5))))
    assert reasons(changed(quick, feed_limit=2), address) == ["too_large", "missing", "missing"]


def test_a_feed_cannot_lead_to_a_private_address_or_a_file(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dateline.fetching.addresses.is_public", lambda address: address == "127.0.0.1")
    address = site.put("/feed", body=feed(f"http://[::1]:{site.server.server_port}/a", "file:///etc/passwd"))
    assert sorted(reasons(FetchSettings(interval=0), address)) == ["private_address", "unsupported"]


def test_requests_to_one_host_keep_their_interval(site: Site, quick: FetchSettings) -> None:
    began = time.monotonic()
    assert reasons(changed(quick, interval=0.2), site.put("/a"), site.put("/b")) == ["page", "page"]
    assert time.monotonic() - began >= 0.4  # robots.txt, a, b


def test_a_crawl_delay_of_the_site_is_kept(site: Site, quick: FetchSettings) -> None:
    site.put("/robots.txt", body="User-agent: *\nCrawl-delay: 0.5\n")
    began = time.monotonic()
    assert reasons(quick, site.put("/a"), site.put("/b")) == ["page", "page"]
    assert time.monotonic() - began >= 1
