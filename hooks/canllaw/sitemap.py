"""The files of a site that list or describe it: sitemap.xml, robots.txt and security.txt."""

from datetime import UTC, datetime, timedelta
from html import escape

from .addresses import address
from .model import Guide, Page

HOME = "index.md"
"""The first page of the site's first guide."""
SECURITY = ".well-known/security.txt"


def listed(page: Page) -> bool:
    """Whether search engines are to list a page: not the whole guide in one, which is every other page again."""
    return page.calls("whole_guide") is None


def sitemap(guide: Guide, site_url: str) -> str:
    """The sitemap: every page with its alternates in all languages and x-default, and the date of its last review."""
    site = site_url.rstrip("/") + "/"
    entries = [_entry(site, None, {one.code: site + one.code + "/" for one in guide.languages}, site)]
    for code in sorted(guide.pages):
        for name, page in sorted(guide.pages[code].items()):
            if not listed(page):
                continue
            places = {
                other: site + address(guide, pages[name]) for other, pages in guide.pages.items() if name in pages
            }
            entries.append(_entry(places[code], str(page.meta["reviewed"]), places, default_place(guide, name, site)))
    return "\n".join(
        [
            '<?xml version="1.0" encoding="UTF-8"?>',
            '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
            *entries,
            "</urlset>",
            "",
        ]
    )


def default_place(guide: Guide, name: str, site_url: str) -> str:
    """A page's x-default address, for a reader of no language of ours: front door, or first language's page."""
    site = site_url.rstrip("/") + "/"
    return site if name == HOME else site + address(guide, guide.pages[guide.languages[0].code][name])


def _entry(url: str, reviewed: str | None, places: dict[str, str], default: str) -> str:
    rows = [f"  <loc>{escape(url)}</loc>"]
    rows += [f"  <lastmod>{reviewed}</lastmod>"] if reviewed else []
    for code, place in sorted({**places, "x-default": default}.items()):
        rows.append(f'  <xhtml:link rel="alternate" hreflang="{code}" href="{escape(place)}"/>')
    return "\n".join([" <url>", *rows, " </url>"])


def robots(site_url: str) -> str:
    """robots.txt: everything may be read, and here is the list."""
    return f"User-agent: *\nAllow: /\nSitemap: {site_url.rstrip('/')}/sitemap.xml\n"


def security(guide: Guide, site_url: str, epoch: int) -> str:
    """`.well-known/security.txt` (RFC 9116), empty where data/guide.yml names nobody to tell.

    It is good for a year less a day from the date of the build (`epoch`, seconds): RFC 9116 asks for less than a year.
    """
    contact = guide.settings.get("publisher", {}).get("security")
    if not contact:
        return ""
    expires = datetime.fromtimestamp(epoch, UTC) + timedelta(days=364)
    rows = {
        "Contact": contact,
        "Expires": expires.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "Preferred-Languages": ", ".join(sorted(language.code for language in guide.languages)),
        "Canonical": site_url.rstrip("/") + "/" + SECURITY,
    }
    return "".join(f"{name}: {value}\n" for name, value in rows.items())
