"""What a web server sends with every page, written once, for each kind of host: nothing from elsewhere, nothing leaks.

The values follow the Content Security Policy, Fetch and Referrer Policy standards; form-action is 'self' because the
search form leads to the index page where scripts are off, and connect-src is because Lighthouse reads robots.txt
through the page; no script of ours connects to anything. `trusted-types canllaw` is the one policy of search.js.
"""

import json
from collections.abc import Mapping

from .addresses import DOWNLOADS

DIRECTIVES: Mapping[str, str] = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self'",
    "connect-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
    "require-trusted-types-for": "'script'",
    "trusted-types": "canllaw",
}
# A page may not say these of itself; only a server can.
SERVER_ONLY = ("frame-ancestors",)
DENIED = (
    "accelerometer", "autoplay", "camera", "display-capture", "encrypted-media", "fullscreen", "geolocation",
    "gyroscope", "hid", "idle-detection", "magnetometer", "microphone", "midi", "payment", "picture-in-picture",
    "publickey-credentials-get", "screen-wake-lock", "serial", "usb", "xr-spatial-tracking",
)  # fmt: skip
FRESH, KEPT = "no-cache", "public, max-age=31536000, immutable"
"""How long a copy may be used unasked: a page not at all, as a number in it may have changed; what it is drawn with,
for ever, as its folder is named by its content (canllaw.assets)."""
SAVED = "attachment"
"""What is downloaded is saved, not shown: under the policy of a page the one-file edition had no style of its own."""
TEXTS = "text/css text/javascript application/javascript application/json application/xml image/svg+xml"
CONTACT = "text/vcard"
"""The kind of a `.vcf` file, which hosts do not all know."""


def policy(in_page: bool = False) -> str:
    """The Content Security Policy: as a header, or as far as a page can give it itself (for a disk, or a poor host)."""
    kept = {name: value for name, value in DIRECTIVES.items() if not (in_page and name in SERVER_ONLY)}
    return "; ".join(f"{name} {value}" for name, value in kept.items())


HEADERS: Mapping[str, str] = {
    "Content-Security-Policy": policy(),
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": ", ".join(f"{name}=()" for name in DENIED),
    "Referrer-Policy": "no-referrer",
    "Strict-Transport-Security": "max-age=63072000",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
"""What is sent with everything. Whether subdomains and preload lists are included in HSTS is the owner's decision."""


def host_files(languages: list[str]) -> dict[str, str]:
    """The files for each kind of host, by their place in the site. `languages`: codes, for their own 404 pages."""
    return {
        "nginx.conf": nginx(languages),
        ".htaccess": apache(),
        "assets/.htaccess": f'<IfModule mod_headers.c>\n    Header always set Cache-Control "{KEPT}"\n</IfModule>\n',
        **{f"{code}/.htaccess": f"ErrorDocument 404 /{code}/404.html\n" for code in languages},
        "_headers": underscore_headers(),
        "staticwebapp.config.json": static_web_app(),
    }


def nginx(languages: list[str]) -> str:
    """For nginx: to be included in the `server` block whose root is the site."""
    rows = [
        "# Include this in the server block that serves the site: include /path/to/site/nginx.conf;",
        "charset utf-8;",
        f"charset_types {CONTACT} {TEXTS};",
        "gzip on;",
        f"gzip_types {TEXTS};",
        "gzip_vary on;",
        *(f'add_header {name} "{value}" always;' for name, value in HEADERS.items()),
        # `expires` and not add_header: a location with an add_header of its own would lose all of the above.
        "expires -1;",
        # A header without a value is not sent.
        f'set $canllaw_saved ""; if ($uri ~ ^/{DOWNLOADS}/) {{ set $canllaw_saved {SAVED}; }}',
        "add_header Content-Disposition $canllaw_saved always;",
        "location /assets/ { expires 1y; }",
        f"location ~ \\.vcf$ {{ default_type {CONTACT}; types {{ }} }}",
        "error_page 404 /404.html;",
        *(f"location /{code}/ {{ error_page 404 /{code}/404.html; }}" for code in languages),
        "# Files for hosts, this one included, are no pages.",
        r"location ~ ^/(nginx\.conf|_headers|staticwebapp\.config\.json)$|/\.ht { return 404; }",
    ]
    return "\n".join(rows) + "\n"


def apache() -> str:
    """For Apache: `.htaccess` at the top of the site. It needs mod_headers, and `AllowOverride FileInfo`."""
    rows = [
        "AddDefaultCharset utf-8",
        "AddCharset utf-8 .js .css .svg .xml .vcf",
        f"AddType {CONTACT} .vcf",
        "ErrorDocument 404 /404.html",
        f"SetEnvIf Request_URI ^/{DOWNLOADS}/ CANLLAW_SAVED",
        r"RedirectMatch 404 ^/(nginx\.conf|_headers|staticwebapp\.config\.json)$",
        "<IfModule mod_headers.c>",
        *(f'    Header always set {name} "{value}"' for name, value in HEADERS.items()),
        f'    Header always set Cache-Control "{FRESH}"',
        f"    Header always set Content-Disposition {SAVED} env=CANLLAW_SAVED",
        "</IfModule>",
    ]
    return "\n".join(rows) + "\n"


def underscore_headers() -> str:
    """For hosts that read `_headers` (Netlify, Cloudflare Pages)."""
    rows = ["/*", *(f"  {name}: {value}" for name, value in HEADERS.items()), f"  Cache-Control: {FRESH}"]
    rows += ["/assets/*", "  ! Cache-Control", f"  Cache-Control: {KEPT}"]
    rows += [f"/{DOWNLOADS}/*", f"  Content-Disposition: {SAVED}"]
    rows += ["/*.vcf", f"  Content-Type: {CONTACT}; charset=utf-8"]
    return "\n".join(rows) + "\n"


def static_web_app() -> str:
    """For Azure Static Web Apps."""
    settings = {
        "globalHeaders": {**HEADERS, "Cache-Control": FRESH},
        "routes": [
            {"route": "/assets/*", "headers": {"Cache-Control": KEPT}},
            {"route": f"/{DOWNLOADS}/*", "headers": {"Content-Disposition": SAVED}},
        ],
        "mimeTypes": {".vcf": CONTACT},
        "responseOverrides": {"404": {"rewrite": "/404.html"}},
    }
    return json.dumps(settings, indent=2) + "\n"
