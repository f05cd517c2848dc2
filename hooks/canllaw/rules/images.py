"""Images: each is a file of the guide, and is described for those who do not see it."""

from collections.abc import Iterator
from posixpath import relpath

from ..model import Guide, Link, Page, Problem
from ..scanner import LINK
from ..targets import on_disk, outside, resolve
from .registry import rule


def _images(page: Page) -> Iterator[Link]:
    """The images of a page, those that are a link's words included."""
    for link in page.links:
        if link.image:
            yield link
        for match in LINK.finditer(link.text):
            if match[1] == "![":
                yield Link(match[2], match[3], link.line + link.text[: match.start()].count("\n"), image=True)


@rule("XR009", scope="page")
def image_missing(guide: Guide, page: Page) -> Iterator[Problem]:
    """An image is not a file of the guide.

    Nothing is fetched from other sites, so an image lies beside the pages, in the folder of its language.

    Bad:  ![The report form](https://example.org/form.png)
    Good: ![The report form](images/form.png)
    """
    for image in _images(page):
        if outside(image.target):
            message = f"the image {image.target[:100]} would be fetched from another site"
            yield Problem(
                page.file, image.line, "XR009", message, f"save it in {page.language.folder}/ and name it there"
            )
            continue
        name = resolve(page, image.target).name
        if not image.target or not on_disk(guide, page, name):
            place = name if name.startswith("/") else relpath(f"{page.language.folder}/{name[:100]}")
            message = f"the image {place} does not exist" if image.target else "an image names no file"
            yield Problem(page.file, image.line, "XR009", message, "put the file there or correct its name")


@rule("XR010", scope="page")
def image_without_words(guide: Guide, page: Page) -> Iterator[Problem]:
    """An image has no text that stands for it where it is not seen.

    Bad:  ![](form.png)
    Good: ![The form asks for an age, an address and the image](form.png)
    """
    for image in _images(page):
        if not image.text.strip():
            message = f"the image {image.target or 'without a name'} has no text for those who do not see it"
            yield Problem(page.file, image.line, "XR010", message, "write between [ and ] what the image says")
