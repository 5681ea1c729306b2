"""The only door to the network, tried on a server of our own."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from dateline import fetch as door
from dateline.errors import ReadingError
from dateline.fetch import fetch


class Server(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        answers = {"/page": (200, b"<p>It rained.</p>", None), "/gone": (404, b"", None), "/loop": (302, b"", "/loop")}
        answers |= {"/moved": (301, b"", "/page"), "/inside": (302, b"", "http://10.0.0.1/secret")}
        answers |= {"/file": (302, b"", "file:///etc/passwd"), "/huge": (200, b"x" * 5000, None)}
        status, content, location = answers[self.path]
        self.send_response(status)
        if location:
            self.send_header("Location", location)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def site() -> Iterator[str]:
    server = HTTPServer(("127.0.0.1", 0), Server)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_a_page_is_fetched_and_redirects_are_followed(site: str) -> None:
    page = fetch(f"{site}/moved", allow_loopback=True)
    assert (page.url, page.content) == (f"{site}/page", b"<p>It rained.</p>")


@pytest.mark.parametrize(
    ("path", "what"),
    [("/gone", "404"), ("/loop", "redirects"), ("/inside", "not on the public web"), ("/file", "no plain http")],
)
def test_what_a_server_may_not_do_is_one_line(site: str, path: str, what: str) -> None:
    with pytest.raises(ReadingError, match=what) as caught:
        fetch(site + path, allow_loopback=True)
    assert "\n" not in str(caught.value)


def test_a_page_past_the_bound_is_refused(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(door, "LARGEST", 1000)
    with pytest.raises(ReadingError, match="larger"):
        fetch(f"{site}/huge", allow_loopback=True)


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/", "http://localhost/", "http://[::1]/", "http://10.1.2.3/", "http://192.168.0.1/",
        "http://169.254.169.254/latest", "http://[::ffff:127.0.0.1]/", "http://0.0.0.0/", "http://2130706433/",
        "ftp://example.org/", "file:///etc/passwd", "http://user@127.0.0.1/", "http:///x",
    ],
)  # fmt: skip
def test_private_addresses_and_other_schemes_are_refused(url: str) -> None:
    with pytest.raises(ReadingError):
        fetch(url)


def test_a_host_with_one_private_address_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    def both(*_: object, **__: object) -> list[tuple[object, ...]]:
        return [(socket.AF_INET, 1, 6, "", (address, 80)) for address in ("93.184.216.34", "10.0.0.5")]

    monkeypatch.setattr(socket, "getaddrinfo", both)
    with pytest.raises(ReadingError, match="not on the public web"):
        fetch("http://news.example/")
