"""One request and its answer, within limits of size and time."""

import datetime
import ssl
import zlib
from collections.abc import Iterable, Mapping

import httpcore
import httpx
import msgspec

from dateline.fetching.connecting import CheckedBackend, Deadline
from dateline.fetching.refusing import RefusedError
from dateline.fetching.settings import FetchSettings

AGENT = "dateline"
"""The name by which robots.txt knows us."""
PIECE = 1 << 16
GZIP = ("gzip", "x-gzip")


class Answer(msgspec.Struct, frozen=True):
    """What a site answered. `content` is unpacked, and empty for any status but 200; `address` is the site's
    IP, `moment` when it answered, in UTC."""

    url: str
    status: int
    headers: tuple[tuple[str, str], ...]
    content: bytes = b""
    address: str | None = None
    moment: datetime.datetime | None = None

    def header(self, name: str) -> str | None:
        """The first header of a name in small letters."""
        return next((value for key, value in self.headers if key.lower() == name), None)


class Downloader:
    """Makes requests, each over a connection of its own."""

    def __init__(self, settings: FetchSettings, agent: str) -> None:
        self._settings = settings
        self._agent = agent
        self._tls: ssl.SSLContext | None = None

    def get(self, url: httpx.URL, headers: Mapping[str, str], *, size_limit: int | None = None) -> Answer:
        """Ask for one address, follow nothing.

        Raises RefusedError: `private_address`, `unreachable` (again, where it is worth it), `too_large`,
        `unsupported` for a packing that was not asked for.
        """
        deadline = Deadline(self._settings.time_limit)
        backend = CheckedBackend(deadline, allow_private=self._settings.allow_private)
        limit = self._settings.size_limit if size_limit is None else size_limit
        try:
            with httpcore.ConnectionPool(ssl_context=self._tls_for(url), network_backend=backend) as pool:
                return self._answer(pool, url, headers, limit, backend)
        except httpcore.TimeoutException as error:
            raise RefusedError(
                "unreachable", f"not answered within {deadline.seconds:g} seconds", again=True
            ) from error
        except (httpcore.NetworkError, httpcore.ProtocolError) as error:
            raise RefusedError("unreachable", f"no answer: {_words(error)}", again=True) from error

    def _answer(
        self,
        pool: httpcore.ConnectionPool,
        url: httpx.URL,
        headers: Mapping[str, str],
        limit: int,
        backend: CheckedBackend,
    ) -> Answer:
        sent = {
            "Host": url.netloc.decode("ascii"),
            "User-Agent": self._agent,
            "Accept": "*/*",
            "Accept-Encoding": "gzip",
            **headers,
        }
        coded = [(name.encode("ascii"), value.encode("latin-1", "replace")) for name, value in sent.items()]
        target = httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path)
        with pool.stream("GET", target, headers=coded) as response:
            got = tuple((key.decode("latin-1"), value.decode("latin-1")) for key, value in response.headers)
            moment = datetime.datetime.now(datetime.UTC).replace(microsecond=0)
            answer = Answer(str(url), response.status, got, address=backend.address, moment=moment)
            if response.status != 200:
                return answer
            content = _content(response.iter_stream(), answer, limit)
            return msgspec.structs.replace(answer, content=content)

    def _tls_for(self, url: httpx.URL) -> ssl.SSLContext | None:
        if url.scheme == "https" and self._tls is None:
            self._tls = httpcore.default_ssl_context()
        return self._tls


def _content(pieces: Iterable[bytes], answer: Answer, limit: int) -> bytes:
    """The body unpacked; never more than the limit and a piece of it in memory."""
    length = answer.header("content-length") or ""
    if length.isascii() and length.isdigit() and len(length) < 20 and int(length) > limit:
        raise _too_large(limit)
    packing = (answer.header("content-encoding") or "identity").strip().lower()
    if packing in ("identity", ""):
        return _bounded(pieces, limit)
    if packing in GZIP:
        try:
            return _bounded(_unpacked(pieces, limit), limit)
        except zlib.error as error:
            raise RefusedError("unsupported", f"its gzip is damaged: {error}") from error
    raise RefusedError("unsupported", f"packed as {packing[:40]}, which was not asked for")


def _bounded(pieces: Iterable[bytes], limit: int) -> bytes:
    content = bytearray()
    for piece in pieces:
        content += piece
        if len(content) > limit:
            raise _too_large(limit)
    return bytes(content)


def _unpacked(pieces: Iterable[bytes], limit: int) -> Iterable[bytes]:
    """Gzip in small steps: one piece of the network may hold a thousand times its length."""
    unpacker = zlib.decompressobj(zlib.MAX_WBITS | 16)
    received = 0
    for piece in pieces:
        received += len(piece)
        if received > limit:
            raise _too_large(limit)
        while piece and not unpacker.eof:
            yield unpacker.decompress(piece, PIECE)
            piece = unpacker.unconsumed_tail
    yield unpacker.flush()
    if received and not unpacker.eof:
        raise zlib.error("it ends too early")


def _too_large(limit: int) -> RefusedError:
    return RefusedError("too_large", f"more than {limit:,} bytes, the limit for one page")


def _words(error: Exception) -> str:
    return " ".join(str(error).split())[:200] or type(error).__name__
