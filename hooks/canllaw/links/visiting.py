"""Visits addresses, politely: the one module of the package that asks another machine for anything.

One request at a time to a host, with a pause in between; HEAD, and GET only where HEAD was refused; nothing of a body
is read, no cookie kept.
"""

import http.client
import threading
import time
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urldefrag, urljoin, urlsplit, urlunsplit
from urllib.request import HTTPHandler, HTTPSHandler, OpenerDirector, ProxyHandler, Request, UnknownHandler

AT_ONCE = 4
"""How many hosts are visited at the same time."""
LEAPS = 10
AGAIN = (429, 500, 502, 503, 504)
"""Answers that may be another one a moment later."""
GONE = (404, 410)
LASTING = (301, 308)
STATES = ("dead", "moved", "unreachable", "fine")
AGENT = "Canllaw-link-check (asks once for each address)"


@dataclass(frozen=True)
class Manner:
    """How long to wait: for an answer, between two requests to a host, and how often to try again."""

    timeout: float = 20
    pause: float = 1
    retries: int = 2


@dataclass(frozen=True)
class Visit:
    """What came of an address.

    `state`: one of STATES; `status`: the last answer, None without one; `to`: where
    redirects led, in order; `reason`: in words, where it is not plain.
    """

    address: str
    state: str
    status: int | None = None
    to: tuple[str, ...] = ()
    reason: str = ""


def visit(addresses: Iterable[str], manner: Manner | None = None) -> list[Visit]:
    """Visit each address once; returns what came of each, in their order. Nothing is raised for what a host does."""
    wanted = list(dict.fromkeys(addresses))
    hosts: dict[str, list[str]] = {}
    for address in wanted:
        hosts.setdefault(_host(address), []).append(address)
    visitor = _Visitor(manner or Manner())
    with ThreadPoolExecutor(AT_ONCE) as pool:
        done = [one for some in pool.map(visitor.each, hosts.values()) for one in some]
    found = {one.address: one for one in done}
    return [found[address] for address in wanted]


def _host(address: str) -> str:
    try:
        return urlsplit(address).netloc.lower()
    except ValueError:
        return ""


def _written(address: str) -> str:
    """An address as it is sent: letters that are not ASCII in their escaped forms; ValueError where it is none."""
    parts = urlsplit(urldefrag(address).url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise ValueError(f"{address} is not a web address")
    host = parts.hostname.encode("idna").decode("ascii")
    host = f"[{host}]" if ":" in host else host
    place = f"{host}:{parts.port}" if parts.port else host
    kept = "/%:=&?~#+!$,;'@()*[]-._"
    return urlunsplit((parts.scheme, place, quote(parts.path, kept) or "/", quote(parts.query, kept), ""))


@dataclass
class _Visitor:
    manner: Manner
    locks: dict[str, threading.Lock] = field(default_factory=dict)
    last: dict[str, float] = field(default_factory=dict)
    silent: set[str] = field(default_factory=set)
    """Hosts that did not answer, tries and all: another address of theirs is tried once."""
    guard: threading.Lock = field(default_factory=threading.Lock)

    def each(self, addresses: Iterable[str]) -> list[Visit]:
        return [self.one(address) for address in addresses]

    def one(self, address: str) -> Visit:
        """Follow an address to where it ends."""
        at, lasting = address, False
        to: list[str] = []
        seen = {urldefrag(address).url}
        while True:
            try:
                status, place = self._answer(at)
            except (OSError, ValueError, http.client.HTTPException) as error:
                return Visit(address, "unreachable", None, tuple(to), _reason(error))
            if not (300 <= status < 400 and place):
                break
            lasting = lasting or status in LASTING
            at = urljoin(at, place)
            to.append(at)
            if urldefrag(at).url in seen:
                return Visit(address, "dead", status, tuple(to), "it leads back to itself")
            if len(to) > LEAPS:
                return Visit(address, "dead", status, tuple(to), f"more than {LEAPS} redirects")
            seen.add(urldefrag(at).url)
        if status in GONE:
            return Visit(address, "dead", status, tuple(to), "there is no such page")
        if not 200 <= status < 300:
            return Visit(address, "unreachable", status, tuple(to), http.client.responses.get(status, ""))
        return Visit(address, "moved" if lasting else "fine", status, tuple(to))

    def _answer(self, address: str) -> tuple[int, str]:
        """The status and place that an address answers with, after retries; the last error where none came."""
        host = _host(address)
        for left in range(0 if host in self.silent else self.manner.retries, -1, -1):
            try:
                status, place = self._ask("HEAD", address)
                if status >= 400:
                    status, place = self._ask("GET", address)
                if status not in AGAIN or not left:
                    return status, place
            except (OSError, http.client.HTTPException):
                if not left:
                    self.silent.add(host)
                    raise
            time.sleep(self.manner.pause)
        raise AssertionError("the last try returns or raises")

    def _ask(self, method: str, address: str) -> tuple[int, str]:
        sent, host = _written(address), _host(address)
        with self.guard:
            lock = self.locks.setdefault(host, threading.Lock())
        with lock:
            time.sleep(max(0.0, self.last.get(host, 0) + self.manner.pause - time.monotonic()))
            try:
                request = Request(sent, method=method, headers={"User-Agent": AGENT, "Accept": "*/*"})  # noqa: S310 (http or https: _written sees to it)
                with _opener().open(request, timeout=self.manner.timeout) as answer:
                    return answer.status, answer.headers.get("Location") or ""
            finally:
                self.last[host] = time.monotonic()


def _opener() -> OpenerDirector:
    """Web addresses only, no cookies, and answers as they come: a redirect or an error is no exception."""
    opener = OpenerDirector()
    for handler in (ProxyHandler(), HTTPHandler(), HTTPSHandler(), UnknownHandler()):
        opener.add_handler(handler)
    return opener


def _reason(error: Exception) -> str:
    if isinstance(error, HTTPError):
        return str(error.code)
    inner = error.reason if isinstance(error, URLError) else error
    if isinstance(inner, TimeoutError):
        return "no answer in time"
    return str(getattr(inner, "strerror", None) or inner or type(inner).__name__)
