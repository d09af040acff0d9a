"""Connections to checked addresses only, with one limit of time for all that a request does.

The name is looked up, all its addresses are checked, and the connection goes to one of those: no second look-up could
give another one. Certificates are checked against the name.
"""

import ssl
import time
from collections.abc import Iterable
from typing import Any

import httpcore

from dateline.fetching.addresses import public_addresses


class Deadline:
    """A moment after which nothing is waited for any more."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self._end = time.monotonic() + seconds

    def left(self) -> float:
        """Seconds that are left; raises httpcore.ReadTimeout where there are none."""
        left = self._end - time.monotonic()
        if left <= 0:
            raise httpcore.ReadTimeout(f"not done within {self.seconds:g} seconds")
        return left


class CheckedBackend(httpcore.NetworkBackend):
    """What httpcore connects through. `address` is the numeric address of the last connection."""

    def __init__(self, deadline: Deadline, *, allow_private: bool) -> None:
        self.deadline = deadline
        self.allow_private = allow_private
        self.address: str | None = None
        self._sockets = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ARG002 (the deadline is what counts)
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """Connect to the first address of the host that answers; raises RefusedError, or httpcore's errors."""
        failed: Exception | None = None
        for address in public_addresses(host, port, allow_private=self.allow_private):
            try:
                stream = self._sockets.connect_tcp(address, port, self.deadline.left(), local_address, socket_options)
            except httpcore.ConnectError as error:
                failed = error
                continue
            self.address = address
            return _TimedStream(stream, self.deadline)
        raise failed or httpcore.ConnectError("the host has no address")


class _TimedStream(httpcore.NetworkStream):
    """A connection whose every step gets only the time that is left: a drop a second does not keep it open."""

    def __init__(self, stream: httpcore.NetworkStream, deadline: Deadline) -> None:
        self._stream = stream
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:  # noqa: ARG002
        return self._stream.read(max_bytes, self._deadline.left())

    def write(self, buffer: bytes, timeout: float | None = None) -> None:  # noqa: ARG002
        self._stream.write(buffer, self._deadline.left())

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,  # noqa: ARG002
    ) -> httpcore.NetworkStream:
        secured = self._stream.start_tls(ssl_context, server_hostname, self._deadline.left())
        return _TimedStream(secured, self._deadline)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)
