"""Which machines count as public, and what counts as an address."""

import ipaddress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.fetching import is_public, is_web_address, without_credentials

PRIVATE = [
    "0.0.0.0", "10.1.2.3", "100.64.0.1", "127.0.0.1", "127.255.255.254", "169.254.169.254", "172.31.255.255",
    "192.168.0.1", "198.18.0.1", "224.0.0.1", "240.0.0.1", "255.255.255.255", "::", "::1", "::ffff:10.0.0.1",
    "::ffff:127.0.0.1", "::127.0.0.1", "64:ff9b::7f00:1", "64:ff9b::a9fe:a9fe", "2002:7f00:1::", "2002:a00:1::1",
    "2001:0:4136:e378:8000:63bf:80ff:fffe", "fc00::1", "fd12::1", "fe80::1", "fe80::1%eth0", "fec0::1", "ff02::1",
    "2001:db8::1",
]  # fmt: skip


@pytest.mark.parametrize("address", PRIVATE)
def test_these_are_not_on_the_public_network(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize(
    "address", ["1.1.1.1", "93.184.216.34", "2606:4700::1111", "64:ff9b::101:101", "::ffff:1.1.1.1"]
)
def test_these_are(address: str) -> None:
    assert is_public(address)


@settings(deadline=None)
@given(st.ip_addresses(v=4))
def test_an_ipv4_address_is_as_public_as_its_ipv6_spellings(address: ipaddress.IPv4Address) -> None:
    mapped = ipaddress.IPv6Address(0xFFFF << 32 | int(address))
    translated = ipaddress.IPv6Address(int(ipaddress.IPv6Address("64:ff9b::")) | int(address))
    assert is_public(str(mapped)) == is_public(str(translated)) == is_public(str(address))


@settings(deadline=None)
@given(
    st.ip_addresses(network="10.0.0.0/8") | st.ip_addresses(network="fc00::/7") | st.ip_addresses(network="ff00::/8")
)
def test_whole_networks_are_private(address: ipaddress.IPv4Address | ipaddress.IPv6Address) -> None:
    assert not is_public(str(address))


def test_addresses_of_the_web_are_told_from_files() -> None:
    given = ["https://example.org/a", "HTTP://EXAMPLE.ORG", "page.html", "file:///a", "postgresql://host/a", "http://"]
    assert [is_web_address(text) for text in given] == [True, True, False, False, False, False]


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("https://me:secret@example.org/a@b", "https://example.org/a@b"),
        ("//me@example.org", "//example.org"),
        ("https://a:b@c@example.org/", "https://example.org/"),
        ("https://example.org/@me", "https://example.org/@me"),
    ],
)
def test_credentials_are_taken_out(given: str, shown: str) -> None:
    assert without_credentials(given) == shown
