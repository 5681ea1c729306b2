"""Fetches one page of the web: the only place that opens a network connection.

Only http and https, only public addresses: the host is looked up once, every address of it must be public, and the
connection goes to that very address, so that a second look-up cannot lead elsewhere (DNS rebinding). Redirects are
followed by the same rule. Size and time are bounded.
"""

from __future__ import annotations

import ipaddress
import socket
import time
from dataclasses import dataclass
from urllib.parse import SplitResult, urljoin, urlsplit

import urllib3

from dateline import __version__
from dateline.errors import ReadingError

LARGEST = 10 * 1024 * 1024
"""Bytes of one page after decompression."""
_SECONDS = 30.0
_REDIRECTS = 5
_AGENT = f"dateline/{__version__} (reads one page at the request of its user)"


@dataclass(frozen=True)
class Page:
    """What a server sent. `url` is the address after redirects."""

    url: str
    content: bytes


def fetch(url: str, *, allow_loopback: bool = False) -> Page:
    """The page at `url`. `allow_loopback` is for tests alone.

    Raises ReadingError for an address that is not public http(s), for a server that fails, and past the bounds.
    """
    start, until = url, time.monotonic() + _SECONDS
    for _ in range(_REDIRECTS + 1):
        try:
            location, content = _ask(start, url, until, allow_loopback)
        except (urllib3.exceptions.HTTPError, OSError, UnicodeError) as error:
            reason = str(error).splitlines()[0][:200] if str(error) else type(error).__name__
            raise ReadingError(
                start, f"cannot be fetched: {reason}", "try again, or save the page and give its file"
            ) from error
        if location is None:
            return Page(url, content)
        url = urljoin(url, location)
    raise ReadingError(start, f"redirects more than {_REDIRECTS} times", "give the address of the page itself")


def _ask(start: str, url: str, until: float, allow_loopback: bool) -> tuple[str | None, bytes]:
    """(where the server redirects to, "") or (None, the content)."""
    parts = _checked(start, url)
    host = parts.hostname or ""
    port = parts.port or (443 if parts.scheme == "https" else 80)
    pool = _pool(parts.scheme, _address(start, host, port, allow_loopback), port, host)
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    shown = parts.netloc.rpartition("@")[2]
    headers = {"Host": shown, "User-Agent": _AGENT, "Accept": "text/html, text/plain;q=0.9, */*;q=0.1"}
    response = pool.request("GET", path, headers=headers, redirect=False, preload_content=False)
    try:
        if response.status in (301, 302, 303, 307, 308) and response.headers.get("Location"):
            return response.headers["Location"], b""
        if response.status != 200:
            raise ReadingError(start, f"the server answers {response.status}", "open it in a browser, save the page")
        return None, _body(start, response, until)
    finally:
        response.close()
        pool.close()


def _checked(start: str, url: str) -> SplitResult:
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.username is not None:
        raise ReadingError(start, "is no plain http(s) address", "give an address like https://example.org/page")
    return parts


def _address(start: str, host: str, port: int, allow_loopback: bool) -> str:
    """The first address of the host, when all of them are public."""
    found = [str(entry[4][0]) for entry in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
    for address in found:
        number = ipaddress.ip_address(address.partition("%")[0])
        number = getattr(number, "ipv4_mapped", None) or number
        if not (number.is_global and not number.is_multicast) and not (allow_loopback and number.is_loopback):
            raise ReadingError(start, f"{host} is not on the public web", "save the page and give its file")
    return found[0]


def _pool(scheme: str, address: str, port: int, host: str) -> urllib3.HTTPConnectionPool:
    timeout = urllib3.Timeout(connect=10, read=15)
    if scheme == "https":
        return urllib3.HTTPSConnectionPool(
            address, port, timeout=timeout, retries=False, cert_reqs="CERT_REQUIRED",
            server_hostname=host, assert_hostname=host,
        )  # fmt: skip
    return urllib3.HTTPConnectionPool(address, port, timeout=timeout, retries=False)


def _body(start: str, response: urllib3.BaseHTTPResponse, until: float) -> bytes:
    pieces: list[bytes] = []
    size = 0
    for piece in response.stream(65536, decode_content=True):
        pieces.append(piece)
        size += len(piece)
        if size > LARGEST:
            raise ReadingError(start, f"is larger than {LARGEST // 2**20} MB", "save the page and cut it down")
        if time.monotonic() > until:
            raise ReadingError(start, f"takes more than {_SECONDS:.0f} seconds", "save the page and give its file")
    return b"".join(pieces)
