"""What is worked out of a page and looked up again while the page, or its twin, is looked at; then it is let go."""

from typing import Any

from .model import Guide, Page


def at_hand(guide: Guide, page: Page) -> dict[Any, Any]:
    """What is at hand of a page, under keys of whoever put it there; of as many pages as there are languages."""
    desk: dict[str, tuple[Page, dict[Any, Any]]] = guide.memo.setdefault("at hand", {})
    if page.file not in desk:
        if len(desk) >= len(guide.languages):
            gone, _ = desk.pop(next(iter(desk)))
            gone.let_go()
        desk[page.file] = page, {}
    return desk[page.file][1]
