"""Links to other sites: an address that is safe to follow and can be right."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from ..model import Guide, Page, Problem
from ..targets import outside
from .registry import rule

HOST = re.compile(r"(?:[^\W_](?:[\w-]*[^\W_])?\.)+[^\W\d_][\w-]*[^\W_]")
MAIL = re.compile(rf"mailto:[^@\s?]+@{HOST.pattern}(?:\?\S*)?")


@rule("XR008", scope="page")
def bad_web_address(guide: Guide, page: Page) -> Iterator[Problem]:
    """A link to another site is plain http, or its address cannot be right.

    Bad:  [NSPCC](http://www.nspcc.org.uk)    [NSPCC](www.nspcc.org.uk)
    Good: [NSPCC](https://www.nspcc.org.uk)
    """
    for link in page.links:
        if not link.image and outside(link.target):
            fault = _address_fault(link.target)
            if fault is not None:
                yield Problem(page.file, link.line, "XR008", f"the address {link.target[:100]} {fault[0]}", fault[1])


def _address_fault(address: str) -> tuple[str, str] | None:
    scheme = address.partition(":")[0].lower()
    if address.startswith("//") or address.lower().startswith("www."):
        return "does not say https://", f"write https://{address.lstrip('/')}"
    if scheme == "http":
        return "is plain http", "write https:// if the site has it; leave the link out if it has not"
    if scheme in ("tel", "sms"):
        return None  # numbers are the business of the rules on helplines
    if scheme == "mailto":
        return None if MAIL.fullmatch(address) else ("is not an e-mail address", "write mailto:name@example.org")
    if scheme != "https":
        return f"starts with '{scheme}:', which not every reader can open", "link to an https:// address"
    if not _web(address):
        return "is not a web address", "copy it again from the browser, from https:// on"
    if address[-1] in ".,;:!":
        return f"ends with '{address[-1]}'", "take the punctuation out of the address"
    return None


def _web(address: str) -> bool:
    """Whether an https address names a host, and nothing that a reader would not expect in one."""
    try:
        parts = urlsplit(address)
        host, _ = parts.hostname, parts.port
    except ValueError:
        return False
    return bool(host) and "@" not in parts.netloc and bool(HOST.fullmatch(str(host)))
