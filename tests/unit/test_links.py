"""Links to other sites: gathered with every place, visited politely, told; only ever a server on this machine."""

import http.server
import json
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from canllaw.__main__ import main
from canllaw.links import Manner, Visit, gather, visit
from canllaw.load import load
from support import canllaw, replace, tiny_guide

QUICK = Manner(timeout=0.5, pause=0, retries=1)


class Host(http.server.BaseHTTPRequestHandler):
    """A site with every kind of address; it remembers what it was asked."""

    asked: list[tuple[str, str]]
    cookies: list[str]
    now: int
    most: int
    guard: threading.Lock

    def handle_one_request(self) -> None:
        try:
            super().handle_one_request()
        except ConnectionError:  # who asked has given up waiting
            self.close_connection = True

    def do_HEAD(self) -> None:
        kind = type(self)
        with kind.guard:
            kind.now += 1
            kind.most = max(kind.most, kind.now)
            kind.asked.append((self.command, self.path))
            kind.cookies += self.headers.get_all("Cookie", [])
        time.sleep(1.5 if self.path.startswith("/slow") else 0.02)
        before = [path for _, path in kind.asked].count(self.path) - 1
        status = {
            "/moved": 301, "/for-now": 302, "/far": 308, "/circle": 302, "/round": 302, "/to-nothing": 301, "/file": 302,
            "/nothing": 404, "/gone": 410, "/broken": 500, "/shut": 403,
            "/no-head": 405 if self.command == "HEAD" else 200,
            # HEAD and GET of the first try.
            "/busy": 503 if before < 2 else 200,
        }.get(self.path, 301 if self.path.startswith("/on-and-on") else 200)  # fmt: skip
        places = {
            "/moved": "/fine", "/for-now": "/fine", "/far": "/moved", "/circle": "/round", "/round": "/circle",
            "/to-nothing": "/nothing", "/file": "file:///etc/hostname",
        }  # fmt: skip
        self.send_response(status)
        self.send_header("Set-Cookie", "who=you")
        self.send_header("Content-Length", "0")
        if status in (301, 302, 308):
            self.send_header("Location", places.get(self.path, self.path + "-on"))
        with kind.guard:
            kind.now -= 1
        self.end_headers()

    do_GET = do_HEAD

    def log_message(self, format: str, *arguments: object) -> None:
        """Keep the test's output to itself."""


@pytest.fixture
def host(monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[str, type[Host]]]:
    """The address of a new host, without a slash at the end, and what it remembers."""
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    fresh = {"asked": [], "cookies": [], "now": 0, "most": 0, "guard": threading.Lock()}
    kind = type("OneHost", (Host,), fresh)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), kind)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}", kind
    server.shutdown()
    server.server_close()


def closed() -> str:
    """An address of this machine where nobody listens."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return f"http://127.0.0.1:{one.getsockname()[1]}"


@pytest.mark.parametrize(
    ("path", "state", "status", "to", "reason"),
    [
        ("/fine", "fine", 200, [], ""),
        ("/ŵy?llun=tŷ", "fine", 200, [], ""),
        ("/no-head", "fine", 200, [], ""),
        ("/busy", "fine", 200, [], ""),
        ("/for-now", "fine", 200, ["/fine"], ""),
        ("/moved", "moved", 200, ["/fine"], ""),
        ("/far", "moved", 200, ["/moved", "/fine"], ""),
        ("/to-nothing", "dead", 404, ["/nothing"], "there is no such page"),
        ("/nothing", "dead", 404, [], "there is no such page"),
        ("/gone", "dead", 410, [], "there is no such page"),
        ("/circle", "dead", 302, ["/round", "/circle"], "it leads back to itself"),
        ("/broken", "unreachable", 500, [], "Internal Server Error"),
        ("/shut", "unreachable", 403, [], "Forbidden"),
        ("/slow", "unreachable", None, [], "no answer in time"),
    ],
)
def test_what_comes_of_an_address(
    path: str, state: str, status: int | None, to: list[str], reason: str, host: tuple[str, type[Host]]
) -> None:
    at, _ = host
    [found] = visit([at + path], QUICK)
    assert found == Visit(at + path, state, status, tuple(at + one for one in to), reason)


def test_a_closed_port_a_file_and_what_is_no_address_are_unreachable(host: tuple[str, type[Host]]) -> None:
    at, kind = host
    found = visit([closed(), at + "/file", "http://[bees", "https://"], QUICK)
    assert [one.state for one in found] == ["unreachable"] * 4 and all(one.reason for one in found)
    assert found[1].to == ("file:///etc/hostname",) and found[1].reason == "file:///etc/hostname is not a web address"
    assert {path for _, path in kind.asked} == {"/file"}


def test_a_chain_without_end_is_left(host: tuple[str, type[Host]]) -> None:
    at, kind = host
    [found] = visit([at + "/on-and-on"], QUICK)
    assert (found.state, found.reason) == ("dead", "more than 10 redirects") and len(kind.asked) == 11


def test_a_host_is_asked_once_for_each_address_one_at_a_time_and_kept_no_cookie_for(
    host: tuple[str, type[Host]],
) -> None:
    at, kind = host
    wanted = [f"{at}/{number}" for number in range(8)]
    # The same host by way of another, which would be visited beside it.
    other = at.replace("127.0.0.1", "localhost")
    found = visit([*wanted, *wanted, f"{at}/no-head", f"{other}/fine"], QUICK)
    assert [one.address for one in found] == [*wanted, f"{at}/no-head", f"{other}/fine"]
    asked = [*[("HEAD", f"/{number}") for number in range(8)], ("HEAD", "/no-head"), ("GET", "/no-head")]
    assert [one for one in kind.asked if one[1] != "/fine"] == asked
    assert kind.most <= 2 and not kind.cookies


def test_a_host_that_did_not_answer_is_not_tried_again_and_again(host: tuple[str, type[Host]]) -> None:
    at, kind = host
    assert [one.state for one in visit([f"{at}/slow", f"{at}/slow-too", f"{at}/fine"], QUICK)].count("fine") == 1
    assert [path for _, path in kind.asked] == ["/slow", "/slow", "/slow-too", "/fine"]


def test_two_redirects_to_one_host_do_not_meet_there(host: tuple[str, type[Host]]) -> None:
    at, kind = host
    places = [f"{at}/moved", f"{at}/far", f"{at}/for-now"]
    assert [one.state for one in visit(places, QUICK)] == ["moved", "moved", "fine"]
    assert kind.most == 1


def test_every_address_is_gathered_with_every_place(tmp_path: Path) -> None:
    root = tiny_guide(tmp_path)
    line = replace(
        root / "docs/index.md",
        "Bees are near.",
        "[Bees](https://bees.example/book#two), <https://bees.example/auto>, [a](https://b.example/a_(b)).\n"
        'See https://bees.example/plain. Also <a href="https://bees.example/raw">raw</a> and `https://code.example/`.\n'
        "<!-- https://comment.example/ --> [home](index.md) [mail](mailto:swarm@bees.example)",
    )
    found = gather(load(root))
    cited = (root / "data/references.yml").read_text(encoding="utf-8").splitlines()
    cited_line = next(number for number, row in enumerate(cited, 1) if "https://bees.example/book" in row)
    assert found["https://bees.example/book"] == (("data/references.yml", cited_line), ("docs/index.md", line))
    for name, offset in (("auto", 0), ("plain", 1), ("raw", 1)):
        address = f"https://bees.example/{name}"
        assert found[address] == (("docs/index.md", line + offset),), address
    assert found["https://b.example/a_(b)"] == (("docs/index.md", line),)
    assert {"https://law.example/bees", "https://law.example/hive/welsh", "https://weather.example/"} <= set(found)
    assert not [one for one in found if "code.example" in one or "mailto" in one or "schema" in one]
    assert list(found) == sorted(found)


@pytest.fixture
def root(tmp_path: Path, host: tuple[str, type[Host]]) -> Path:
    """A guide that links to the host on this machine, and to nobody else."""
    root = tiny_guide(tmp_path / "guide")
    for file in root.glob("data/*.yml"):  # addresses in the data have to be https
        text = file.read_text(encoding="utf-8")
        file.write_text(text.replace("https://", closed().replace("http:", "https:") + "/"), encoding="utf-8")
    links = " ".join(f"[bees]({host[0]}{path})" for path in ("/nothing", "/moved", "/broken", "/for-now", "/fine"))
    replace(root / "docs/index.md", "Bees are near.", links)
    assert all("127.0.0.1" in address for address in gather(load(root)))
    return root


def test_the_command_tells_dead_and_moved_links_and_gates_nothing(
    root: Path, host: tuple[str, type[Host]], tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    place = tmp_path / "new/links.json"
    assert main(["links", "--root", str(root), "--json", str(place), "--pause", "0", "--timeout", "1"]) == 0
    text = capfdbinary.readouterr().out.decode()
    rows = (root / "docs/index.md").read_text(encoding="utf-8").splitlines()
    line = next(number for number, row in enumerate(rows, 1) if "/nothing" in row)
    assert text.startswith(f"dead: {host[0]}/nothing (404, there is no such page)\n    docs/index.md:{line}\n")
    assert f"moved: {host[0]}/moved\n    leads to {host[0]}/fine\n" in text
    assert f"unreachable: {host[0]}/broken (500, Internal Server Error)\n" in text
    assert f"{host[0]}/for-now\n    for now leads to {host[0]}/fine\n" in text
    shut = [address for address in gather(load(root)) if address.startswith("https:")]
    count = {"dead": 1, "moved": 1, "unreachable": 1 + len(shut), "fine": 2}
    assert text.endswith(f"addresses: {', '.join(f'{number} {state}' for state, number in count.items())}\n")
    told = json.loads(place.read_bytes())
    assert told["count"] == count and told["visited"] == "2026-11-26"
    [dead] = [one for one in told["links"] if one["state"] == "dead"]
    assert dead["places"] == [{"file": "docs/index.md", "line": line}]
    assert main(["links", "--root", str(root), "--format", "json", "--pause", "0", "--timeout", "1"]) == 0
    assert json.loads(capfdbinary.readouterr().out)["count"] == told["count"]


@pytest.mark.parametrize("wrong", [("--timeout", "soon"), ("--pause", "-1"), ("--format", "ical"), ("bees",)])
def test_misuse(wrong: tuple[str, ...]) -> None:
    with pytest.raises(SystemExit) as stop:
        main(["links", *wrong])
    assert stop.value.code == 2


def test_a_guide_that_cannot_be_read_is_not_visited(tmp_path: Path) -> None:
    root = tiny_guide(tmp_path)
    (root / "data/guide.yml").write_text("name: [", encoding="utf-8")
    result = canllaw("links", root=root)
    assert result.returncode == 1 and "CF001" in result.stdout and "visiting" not in result.stderr
