"""The offline editions as files: what they hold, how large they are, that they unpack everywhere and can be verified."""

import base64
import functools
import gzip
import hashlib
import io
import json
import re
import shutil
import subprocess
import zipfile
from pathlib import Path
from posixpath import dirname, join, normpath

import pikepdf
import pypdf
import pytest
from bs4 import BeautifulSoup

from canllaw.addresses import address
from canllaw.editions.document import parts
from canllaw.editions.fit import faults
from canllaw.editions.signature import NotSigned, sign
from canllaw.editions.signs import read
from canllaw.load import load
from canllaw.model import Guide, Page
from canllaw.search import script_name
from canllaw.volumes import tagline, title, volumes
from support import ROOT, canllaw

GUIDE = load(ROOT)
GUIDES = {f"canllaw-{one.id}" if one.id else "canllaw": one for one in volumes(GUIDE)}
CODES = ["cy", "en"]
SEVEN_ZIP = "7z" if shutil.which("7z") else "7zz"
"""7-Zip's program, whose name differs between packages."""
ZIPS = [f"{name}-{kind}.zip" for name in GUIDES for kind in ("cy-en", "cy", "en", "cy-en-no-script")]
FILES = [*ZIPS, *(f"{name}-{code}.{kind}" for name in GUIDES for code in CODES for kind in ("html", "pdf"))]


def chosen(guide: str, code: str) -> list[Page]:
    """The parts of a guide's editions that are one document."""
    return parts(GUIDES[guide], GUIDE.language(code))


def guide_of(file: str) -> Guide:
    """The guide that an edition holds."""
    return GUIDES[max((name for name in GUIDES if file.startswith(f"{name}-")), key=len)]


def names(archive: Path) -> list[str]:
    with zipfile.ZipFile(archive) as opened:
        return opened.namelist()


@functools.cache
def sheets(pdf: Path) -> tuple[str, ...]:
    """The text of each sheet of a PDF."""
    return tuple(sheet.extract_text() for sheet in pypdf.PdfReader(pdf).pages)


def test_every_edition_is_there_and_listed(real_dist: Path) -> None:
    assert {path.name for path in real_dist.iterdir()} == {*FILES, "SHA256SUMS", "editions.json"}
    listed = json.loads((real_dist / "editions.json").read_text(encoding="utf-8"))
    assert {one["file"] for one in listed["editions"]} == set(FILES) and len(GUIDES) == 2
    for one in listed["editions"]:
        data = (real_dist / one["file"]).read_bytes()
        assert one["bytes"] == len(data) and one["sha256"] == hashlib.sha256(data).hexdigest()
        guide = guide_of(one["file"])
        assert one["pages"] == sum(len(guide.pages[code]) for code in one["languages"])
        assert one["guide"] == title(guide, "en")
    assert listed["date"] == "2026-11-23" and listed["check_helplines_after"] == "2027-05-22"
    assert listed["reviewed"]["cy"]["helplines.md"] == "2026-11-23"


def test_no_problem_in_any_edition(real_dist: Path) -> None:
    assert [
        problem for one in sorted(real_dist.iterdir()) for problem in faults(GUIDE, one.name, one.read_bytes())
    ] == []


def test_the_checksums_are_those_of_the_files_and_catch_a_change(real_dist: Path, tmp_path: Path) -> None:
    copy = tmp_path / "dist"
    shutil.copytree(real_dist, copy)

    def verified() -> bool:
        done = subprocess.run(
            ["sha256sum", "--check", "--quiet", "SHA256SUMS"], cwd=copy, capture_output=True, check=False
        )
        return done.returncode == 0

    assert verified()
    for name in FILES:
        whole = (copy / name).read_bytes()
        (copy / name).write_bytes(whole[:-1])  # cut short
        assert not verified(), name
        (copy / name).write_bytes(whole[:100] + bytes([whole[100] ^ 1]) + whole[101:])  # altered
        assert not verified(), name
        (copy / name).write_bytes(whole)
    assert verified()


@pytest.mark.parametrize("name", ZIPS)
def test_a_zip_unpacks_with_each_program(name: str, real_dist: Path) -> None:
    with zipfile.ZipFile(real_dist / name) as opened:
        assert opened.testzip() is None
    for program in (["unzip", "-tq"], [SEVEN_ZIP, "t", "-bd"]):
        done = subprocess.run([*program, str(real_dist / name)], capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("name", ZIPS)
def test_a_zip_has_one_folder_a_start_and_a_read_me_in_its_languages(name: str, real_dist: Path) -> None:
    held = names(real_dist / name)
    top = name.removesuffix(".zip")
    assert {one.split("/")[0] for one in held} == {top}
    codes = [language for language in GUIDE.languages if language.code in top.split("-")]
    for language in GUIDE.languages:
        for file in (language.start_file, language.read_me):
            assert (f"{top}/{file}" in held) == (language in codes)
    with zipfile.ZipFile(real_dist / name) as opened:
        for language in codes:
            text = opened.read(f"{top}/{language.read_me}").decode("utf-8-sig")
            assert (
                "\r\n" in text and GUIDE.say("edition_extract", language.code) in text and language.start_file in text
            )
            assert all(str(page.meta["title"]) in text for page in guide_of(name).pages[language.code].values())


def test_an_edition_holds_only_what_it_uses(real_dist: Path) -> None:
    for name in ZIPS:
        held = [one.partition("/")[2] for one in names(real_dist / name)]
        used = " ".join(held)
        assert not re.search(r"404\.html|nginx|htaccess|_headers|robots|sitemap|download/", used), name
        guide = guide_of(name)
        codes = [code for code in CODES if code in name.removesuffix(".zip").split("-")]
        pages = {address(guide, page) for code in codes for page in guide.pages[code].values()}
        for one in (one.removesuffix("index.html") for one in held if "/" in one and one.endswith(".html")):
            assert one in pages, f"{name}: {one} is another guide's, or in another language"
        scripts = {one.rsplit("/", 1)[-1] for one in held}
        for other in GUIDES.values():
            for part in (*CODES, "tables"):
                wanted = other.id == guide.id and part in (*codes, "tables") and "no-script" not in name
                assert (script_name(other, part) in scripts) == wanted, (name, other.id, part)
        if "no-script" in name:
            assert not [one for one in held if one.endswith(".js")]
            with zipfile.ZipFile(real_dist / name) as opened:
                assert not [
                    one for one in opened.namelist() if one.endswith(".html") and b"<script" in opened.read(one)
                ]


@pytest.mark.parametrize("name", [name for name in ZIPS if "missing" in name])
def test_a_page_that_guides_share_stands_in_the_frame_of_its_own_edition(name: str, real_dist: Path) -> None:
    """Its name, menu, search box and foot are those of the guide's first page, and lead to the same pages."""
    guide, top = guide_of(name), name.removesuffix(".zip")
    codes = [code for code in CODES if code in top.split("-")]
    with zipfile.ZipFile(real_dist / name) as opened:
        for language in (GUIDE.language(code) for code in codes):
            code = language.code
            files = {page.name: f"{top}/{address(guide, page)}index.html" for page in guide.pages[code].values()}
            files["missing/index.md"] = f"{top}/{language.start_file}"
            seen = {}
            for page, file in files.items():
                if file not in opened.namelist():
                    assert page == "missing/print.md", file
                    continue
                html = BeautifulSoup(opened.read(file).decode(), "html5lib")
                frame = html.select(".header__name a, nav.menu a, footer nav a")
                seen[page] = [normpath(join(dirname(file), str(one["href"]))) for one in frame]
                assert html.select_one(".header__tagline").text == tagline(guide, code), file  # type: ignore[union-attr]
                current = html.select("nav.menu a[aria-current]")
                called = (
                    GUIDE.say("home", code) if page == "missing/index.md" else guide.pages[code][page].meta["title"]
                )
                assert [one.text for one in current] == [called], file
            assert {"helplines.md", "reporting.md", "glossary.md"} < seen.keys()
            assert all(links == seen["missing/index.md"] for links in seen.values())
            assert all(one in opened.namelist() for one in seen["helplines.md"])


def test_every_page_says_how_old_it_is_and_what_to_do_without_a_style(real_dist: Path) -> None:
    for name in ZIPS:
        with zipfile.ZipFile(real_dist / name) as opened:
            for file in (one for one in opened.namelist() if one.endswith(".html") and one.count("/") > 1):
                page = BeautifulSoup(opened.read(file).decode(), "html5lib")
                banner = page.select_one(".copy")
                assert banner is not None and banner["data-copy"] == "2027-05-22", file
                code = file.split("/")[1]
                assert (
                    banner.text
                    == {
                        "en": "This copy is from 23 November 2026. After 22 May 2027, check helpline details again before you use them.",
                        "cy": "Cafodd y copi hwn ei wneud ar 23 Tachwedd 2026. Ar ôl 22 Mai 2027, gwiriwch fanylion llinellau cymorth eto cyn eu defnyddio.",
                    }[code]
                )
                first = page.body and page.body.find(True)
                assert first is not None and first.text == GUIDE.say("edition_extract", code), file


@pytest.mark.parametrize("guide", GUIDES)
def test_one_language_says_where_the_other_is_and_leads_nowhere(guide: str, real_dist: Path) -> None:
    for code, other, words in (("cy", "en", f"English: {guide}-en.zip"), ("en", "cy", f"Cymraeg: {guide}-cy.zip")):
        with zipfile.ZipFile(real_dist / f"{guide}-{code}.zip") as opened:
            for file in (one for one in opened.namelist() if one.endswith(".html")):
                page = BeautifulSoup(opened.read(file).decode(), "html5lib")
                assert [one.text.strip() for one in page.select(".language li")] == [words], file
                assert not page.select(f".language a, a[data-language], a[href*='/{other}/']:not([href^=http])"), file


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("guide", GUIDES)
def test_the_one_file_holds_everything_once(guide: str, code: str, real_dist: Path) -> None:
    html = (real_dist / f"{guide}-{code}.html").read_text(encoding="utf-8")
    page = BeautifulSoup(html, "html5lib")
    assert len(page.select(".part")) == len(chosen(guide, code))
    contents = [one.text for one in page.select(".whole > nav.contents a")]
    assert contents == [one.meta["title"] for one in chosen(guide, code)]
    ids = [str(one["id"]) for one in page.select("[id]")]
    assert len(ids) == len(set(ids))
    assert all(str(link["href"])[1:] in {*ids, ""} for link in page.select('a[href^="#"]') if link["href"] != "#top")
    assert not page.select("link[rel=stylesheet], script[src], img, iframe")
    notes = [str(note["id"]) for note in page.select(".footnote li")]
    assert notes == [f"n{number}" for number in range(1, len(notes) + 1)]
    # Its policy names its own scripts and style by their digests, and nothing else runs.
    policy = str(page.select_one("meta[http-equiv=Content-Security-Policy]")["content"])  # type: ignore[index]
    assert "'self'" not in policy.replace("form-action 'self'", "") and "unsafe" not in policy
    for tag, pattern in (("script-src", r"<script>(.*?)</script>"), ("style-src", r"<style>(.*?)</style>")):
        digests = {
            "'sha256-" + base64.b64encode(hashlib.sha256(one.encode()).digest()).decode() + "'"
            for one in re.findall(pattern, html, re.S)
        }
        assert set(policy.partition(tag)[2].partition(";")[0].split()) == digests and digests
    data = page.select_one(f"script[id='{script_name(GUIDES[guide], code)}']")
    assert data is not None and data["type"] == "application/gzip"
    assert "marks" in json.loads(gzip.decompress(read(str(data.string), int(str(data["data-size"])))))


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("guide", GUIDES)
def test_the_pdf_can_be_read_by_everybody(guide: str, code: str, real_dist: Path) -> None:
    data = (real_dist / f"{guide}-{code}.pdf").read_bytes()
    with pikepdf.open(io.BytesIO(data)) as opened:
        root = opened.Root
        assert str(root.Lang) == code and bool(root.MarkInfo.Marked) and "/StructTreeRoot" in root
        metadata = opened.open_metadata()
        assert metadata["pdfuaid:part"] == "1" and metadata["dc:title"] == "Canllaw"
        with opened.open_outline() as outline:
            assert len(outline.root) >= len(chosen(guide, code))
        fonts = [
            font
            for sheet in opened.pages
            for font in sheet.resources.get("/Font", pikepdf.Dictionary()).as_dict().values()
        ]
        assert fonts
        for font in fonts:
            below = font.DescendantFonts[0] if "/DescendantFonts" in font else font
            assert {"/FontFile", "/FontFile2", "/FontFile3"} & set(below.FontDescriptor.keys()), (
                "a font is not embedded"
            )
    text = re.sub(r"\s+", " ", "".join(sheets(real_dist / f"{guide}-{code}.pdf")))
    for record in GUIDE.helplines.values():
        for phone in record.data.get("phones", ()):
            assert phone["number"] in text, record.id
    assert "canllaw.example" not in text.partition("2026")[0]
    assert tagline(GUIDES[guide], code) in text.partition("2026")[0]
    if code == "cy":
        assert all(letter in text for letter in "âêîôŵŷ")


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize(("guide", "least"), [("canllaw", 800), ("canllaw-missing", 400)])
def test_the_pdf_holds_every_paragraph(guide: str, least: int, code: str, real_dist: Path) -> None:
    def bare(text: str) -> str:
        return re.sub(r"[\s\u00ad]+", "", text)

    foot = {"cy": r"Cafodd y copi hwn ei wneud ar 23.*", "en": r"This copy is from 23 November 2026\..*"}[code]
    after_the_first = sheets(real_dist / f"{guide}-{code}.pdf")[1:]
    held = bare("".join(re.sub(foot, "", sheet, flags=re.S) for sheet in after_the_first))
    page = BeautifulSoup((real_dist / f"{guide}-{code}.html").read_text(encoding="utf-8"), "html5lib")
    checked = 0
    for element in page.select(".part :is(p, li, td, dt, dd, h2, h3, h4, h5)"):
        if element.select("p, li, sup, .part__number, a[href^=http]"):
            continue  # looked at by its parts; marks of notes and printed addresses stand among the words
        checked += 1
        assert bare(element.text) in held, element
    assert checked > least


def test_the_contents_of_the_pdf_give_the_pages(real_dist: Path) -> None:
    held = sheets(real_dist / "canllaw-cy.pdf")
    contents = "".join(held[1:5])
    title = "Llinellau cymorth a gwasanaethau rhoi gwybod"
    number = re.search(re.escape(title).replace("\\ ", r"\s+") + r"[\s.]*?(\d+)", contents)
    assert number is not None
    assert title in re.sub(r"\s+", " ", held[int(number[1]) - 1])


def test_the_same_site_gives_the_same_bytes_anywhere(real_site: Path, real_dist: Path, tmp_path: Path) -> None:
    site = tmp_path / "another ŵ folder" / "site"
    shutil.copytree(real_site, site, ignore=shutil.ignore_patterns("download"))
    made = canllaw("editions", str(site), str(tmp_path / "dist"), "--clean", SOURCE_DATE_EPOCH="1795392000",
                   TZ="Pacific/Auckland", LC_ALL="C", CANLLAW_TODAY="2026-12-24")  # fmt: skip
    assert made.returncode == 0, made.stdout + made.stderr
    for path in real_dist.iterdir():
        assert path.read_bytes() == (tmp_path / "dist" / path.name).read_bytes(), path.name


def test_the_site_offers_them_with_size_date_and_checksum(real_site: Path, real_dist: Path) -> None:
    for code, place in (("en", "en/offline/index.html"), ("cy", "cy/heb-gysylltiad/index.html")):
        page = BeautifulSoup((real_site / place).read_text(encoding="utf-8"), "html5lib")
        offer = page.select_one("[data-editions]")
        assert offer is not None
        assert {str(link["href"]) for link in offer.select("a")} == {
            f"../../download/{name}" for name in [*FILES, "SHA256SUMS"]
        }
        [more] = offer.select("details:not([open])")
        behind = [str(link["href"]).rsplit("/", 1)[-1] for link in more.select("a")]
        assert len(behind) == 8 and all(name.startswith("canllaw-missing-") for name in behind)
        assert more.summary is not None and more.summary.text == GUIDE.say("edition_files", code).format(count=8)
        for name in FILES:
            data = (real_dist / name).read_bytes()
            assert (
                hashlib.sha256(data).hexdigest() in offer.text and f"{name}, {-(-len(data) // 1000)} kB" in offer.text
            )
            assert (real_site / "download" / name).read_bytes() == data
        assert {"en": "23 November 2026", "cy": "23 Tachwedd 2026"}[code] in offer.text


def test_checksums_are_signed_with_the_key_that_is_given(real_site: Path, tmp_path: Path) -> None:
    public, secret = tmp_path / "key.pub", tmp_path / "key"
    subprocess.run(["minisign", "-G", "-W", "-p", str(public), "-s", str(secret)], check=True, capture_output=True)
    site, dist = tmp_path / "site", tmp_path / "dist"
    shutil.copytree(real_site, site, ignore=shutil.ignore_patterns("download"))
    made = canllaw("editions", str(site), str(dist), "--key", str(secret))
    assert made.returncode == 0, made.stdout + made.stderr
    verify = ["minisign", "-V", "-p", str(public), "-m", str(dist / "SHA256SUMS")]
    assert subprocess.run(verify, check=False, capture_output=True).returncode == 0
    assert (site / "download/SHA256SUMS.minisig").read_bytes() == (dist / "SHA256SUMS.minisig").read_bytes()
    (dist / "SHA256SUMS").write_bytes((dist / "SHA256SUMS").read_bytes()[:-1])
    assert subprocess.run(verify, check=False, capture_output=True).returncode != 0


def test_a_key_that_is_none_is_said_so(tmp_path: Path) -> None:
    (tmp_path / "SHA256SUMS").write_text("")
    with pytest.raises(NotSigned, match="did not sign with"):
        sign(tmp_path / "SHA256SUMS", tmp_path / "no-such-key", "x")


def test_editions_are_never_made_over_others(real_site: Path, real_dist: Path) -> None:
    made = canllaw("editions", str(real_site), str(real_dist))
    assert made.returncode == 1 and "is there already" in made.stderr and "Traceback" not in made.stderr
