"""Chromium and Firefox behind one small face: go, look, click, press, and read where one is.

Chromium is driven by Playwright. Debian's Firefox is driven by Mozilla's own Marionette client, which needs no other
program; Playwright drives only its own patched Firefox.
"""

import atexit
import base64
import functools
import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Protocol

from marionette_driver import By, Wait
from marionette_driver.errors import JavascriptException, NoSuchElementException, StaleElementException
from marionette_driver.keys import Keys
from marionette_driver.marionette import ActionSequence, Marionette
from playwright.sync_api import TimeoutError as PlaywrightTimeout
from playwright.sync_api import sync_playwright

CHROMIUM_FLAGS = ["--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"]
# Where a page stands, for who reads that it did not come to what was awaited.
STATE = """[
  location.href, document.readyState, document.activeElement.outerHTML.slice(0, 200),
  ...[...document.querySelectorAll("form[role=search] input, #search-results")].map((one) =>
    one.value + ": " + one.outerHTML.slice(0, 500)),
]"""


class Browser(Protocol):
    """What a test may ask of a browser."""

    def go(self, url: str) -> None:
        """Open an address."""

    def url(self) -> str:
        """Where the browser is."""

    def arrive(self, url: str) -> None:
        """Wait until the browser is at an address."""

    def click(self, selector: str) -> None:
        """Click the first element that matches a CSS selector."""

    def press(self, key: str) -> None:
        """Press and release one key: Tab, Enter, Shift, Escape."""

    def back(self) -> None:
        """Go back one page."""

    def type(self, selector: str, text: str) -> None:
        """Put a text into a field, in place of what stands there."""

    def until(self, script: str) -> None:
        """Wait until a JavaScript expression on the page is true."""

    def run(self, script: str) -> Any:
        """The value of a JavaScript expression on the page."""

    def resize(self, width: int, height: int) -> None:
        """Give the window's content a size in CSS pixels."""

    def pdf(self) -> bytes:
        """The page as printed."""


class Chromium:
    """Chromium through Playwright."""

    def __init__(self, page: Any) -> None:
        self.page = page
        self.requests: list[str] = []
        self.messages: list[str] = []
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("console", lambda message: self.messages.append(f"{message.type}: {message.text}"))
        page.on("pageerror", lambda error: self.messages.append(f"error: {error}"))

    def go(self, url: str) -> None:
        self.page.goto(url)

    def url(self) -> str:
        return str(self.page.url)

    def arrive(self, url: str) -> None:
        self.page.wait_for_url(url)

    def click(self, selector: str) -> None:
        self.page.locator(selector).first.click()
        self.page.wait_for_load_state()

    def press(self, key: str) -> None:
        self.page.keyboard.press(key)

    def back(self) -> None:
        self.page.go_back()

    def type(self, selector: str, text: str) -> None:
        self.page.locator(selector).first.fill(text)

    def until(self, script: str) -> None:
        # Asked at set times: a browser that shares its cores may go long without drawing a frame.
        try:
            self.page.wait_for_function(f"() => {script}", polling=50)
        except PlaywrightTimeout as error:
            raise AssertionError(f"never true: {script}\n{self.run(STATE)}\n{self.messages}") from error

    def run(self, script: str) -> Any:
        return self.page.evaluate(f"() => {script}")

    def resize(self, width: int, height: int) -> None:
        self.page.set_viewport_size({"width": width, "height": height})

    def pdf(self) -> bytes:
        return bytes(self.page.pdf(prefer_css_page_size=True))


class Firefox:
    """Firefox through Marionette."""

    KEYS: dict[str, str] = {  # noqa: RUF012
        "Tab": Keys.TAB, "Enter": Keys.ENTER, "Shift": Keys.SHIFT, "Escape": Keys.ESCAPE,
        "ArrowDown": Keys.ARROW_DOWN, "ArrowUp": Keys.ARROW_UP,
    }  # fmt: skip

    def __init__(self, marionette: Any) -> None:
        self.marionette = marionette

    def go(self, url: str) -> None:
        self.marionette.navigate(url)

    def url(self) -> str:
        return str(self.marionette.get_url())

    def arrive(self, url: str) -> None:
        Wait(self.marionette, timeout=10).until(lambda marionette: marionette.get_url() == url)

    def fresh(self) -> None:
        """A new tab without a history, alone in a window of the usual size."""
        old = self.marionette.window_handles
        new = self.marionette.open(type="tab", focus=True)["handle"]
        for one in old:
            self.marionette.switch_to_window(one)
            self.marionette.close()
        self.marionette.switch_to_window(new)
        self.marionette.set_window_rect(width=1366, height=768)

    def click(self, selector: str) -> None:
        def clicked(marionette: Any) -> bool:
            marionette.find_element(By.CSS_SELECTOR, selector).click()
            return True

        # Results are drawn anew as more of an index is ready: between being found and being clicked, one may be gone.
        gone = (StaleElementException, NoSuchElementException)
        Wait(self.marionette, timeout=10, ignored_exceptions=gone).until(clicked)

    def press(self, key: str) -> None:
        code = self.KEYS[key]
        ActionSequence(self.marionette, "key", "keyboard").key_down(code).key_up(code).perform()

    def back(self) -> None:
        self.marionette.go_back()

    def type(self, selector: str, text: str) -> None:
        field = self.marionette.find_element(By.CSS_SELECTOR, selector)
        field.clear()
        field.send_keys(text)

    def until(self, script: str) -> None:
        # Between two pages there is nothing to ask.
        Wait(self.marionette, timeout=10, ignored_exceptions=JavascriptException).until(lambda _: self.run(script))

    def run(self, script: str) -> Any:
        return self.marionette.execute_script(f"return {script}", sandbox=None)

    def pdf(self) -> bytes:
        answer = self.marionette._send_message("WebDriver:Print", {}, key="value")
        return base64.b64decode(answer)

    def resize(self, width: int, height: int) -> None:
        for _ in range(2):  # the window's own frame is known only once it has a size
            extra_w, extra_h = self.run("[outerWidth - innerWidth, outerHeight - innerHeight]")
            self.marionette.set_window_rect(width=width + extra_w, height=height + extra_h)


def chromium_program() -> str | None:
    """The system's Chromium, None to use Playwright's own."""
    return next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


def firefox_program() -> str:
    """The system's Firefox."""
    return next(filter(None, map(shutil.which, ("firefox-esr", "firefox"))))


@functools.cache
def _chromium() -> Any:
    """The Chromium of this process: it takes long to start, and its contexts know nothing of each other."""
    flags = [*CHROMIUM_FLAGS, *(["--no-sandbox"] if os.geteuid() == 0 else [])]
    playwright = sync_playwright().start()
    atexit.register(playwright.stop)
    return playwright.chromium.launch(executable_path=chromium_program(), args=flags)


@contextmanager
def chromium(scripts: bool = True, offline: bool = False) -> Iterator[Chromium]:
    """A Chromium that has seen nothing yet, with or without scripts or a network."""
    context = _chromium().new_context(java_script_enabled=scripts, offline=offline, service_workers="block")
    try:
        yield Chromium(context.new_page())
    finally:
        context.close()


@contextmanager
def firefox(scripts: bool = True, **more: Any) -> Iterator[Firefox]:
    """A Firefox of our own, with or without scripts; files of a folder are strangers to each other, as for a reader.

    `more`: settings by their name, with `__` for each dot.
    """
    prefs = {
        "javascript.enabled": scripts,
        "security.fileuri.strict_origin_policy": True,
        "app.update.disabledForTesting": True,
        "browser.safebrowsing.malware.enabled": False,
        "network.captive-portal-service.enabled": False,
        "network.connectivity-service.enabled": False,
        **{name.replace("__", "."): value for name, value in more.items()},
    }
    marionette = Marionette(bin=firefox_program(), headless=True, prefs=prefs, port=0, gecko_log=os.devnull)
    marionette.start_session()
    try:
        yield Firefox(marionette)
    finally:
        marionette.quit()


def shown(value: Any) -> str:
    """A value as JavaScript writes it, for use in a script."""
    return json.dumps(value)
