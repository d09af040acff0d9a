"""What may be fetched: addresses of the web without credentials, on machines of the public network."""

import ipaddress
import re
import socket
from collections.abc import Iterator

from dateline.fetching.refusing import RefusedError

IPAddress = ipaddress.IPv4Address | ipaddress.IPv6Address

_WEB_ADDRESS = re.compile(r"https?://\S", re.IGNORECASE)
_CREDENTIALS = re.compile(r"^([a-z][a-z0-9+.-]{0,20}:)?//[^/?#]*@", re.IGNORECASE)
_TRANSLATED = ipaddress.IPv6Network("64:ff9b::/96")
"""IPv4 addresses as networks without IPv4 write them (RFC 6052)."""


def is_web_address(text: str) -> bool:
    """Whether a source that a user gave is an address of the web, not a file."""
    return bool(_WEB_ADDRESS.match(text))


def without_credentials(address: str) -> str:
    """The address as it may be shown and kept: without a name and password."""
    return _CREDENTIALS.sub(lambda match: f"{match[1] or ''}//", address.strip())


def is_public(address: str) -> bool:
    """Whether a numeric IP address is of one machine on the public network.

    Loopback, private, link-local, multicast, reserved and unspecified ones are not; of an IPv6 address that stands
    for one of IPv4 (mapped, 6to4, Teredo, NAT64) both must be. Raises ValueError where it is no IP address.
    """
    return all(_is_global(part) for part in _with_embedded(ipaddress.ip_address(address.partition("%")[0])))


def public_addresses(host: str, port: int, *, allow_private: bool = False) -> list[str]:
    """The numeric addresses of a host, in the resolver's order.

    One that is not public refuses the whole host (`private_address`); a host without any is `unreachable`.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise RefusedError("unreachable", f"no address is known of the host {host}") from error
    addresses = list(dict.fromkeys(str(entry[4][0]) for entry in found))
    private = [] if allow_private else [address for address in addresses if not is_public(address)]
    if private:
        raise RefusedError("private_address", f"{host} is at {private[0]}, which is not on the public network")
    return addresses


def _with_embedded(address: IPAddress) -> Iterator[IPAddress]:
    """The address, or that which it is only another way to write, and the one it leads to."""
    if isinstance(address, ipaddress.IPv4Address):
        yield address
        return
    if address.ipv4_mapped:
        yield address.ipv4_mapped
        return
    if address in _TRANSLATED:
        yield ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
        return
    yield address
    if address.sixtofour:
        yield address.sixtofour
    if address.teredo:
        yield from address.teredo


def _is_global(address: IPAddress) -> bool:
    site_local = isinstance(address, ipaddress.IPv6Address) and address.is_site_local
    odd = (
        address.is_multicast
        or address.is_reserved
        or address.is_loopback
        or address.is_link_local
        or address.is_unspecified
    )
    return address.is_global and not odd and not site_local
