"""Assets in a folder named by their content."""

from pathlib import Path

from canllaw.assets import stamp

PAGE = '<link rel="stylesheet" href="../assets/a.css"><script src="/assets/b.js"></script><a href="https://x.example/assets/c.css">c</a>'


def made(place: Path, css: str) -> Path:
    (place / "assets").mkdir(parents=True)
    (place / "assets/a.css").write_text(css, encoding="utf-8")
    (place / "assets/b.js").write_text("1", encoding="utf-8")
    (place / "assets/.htaccess").write_text("x", encoding="utf-8")
    (place / "index.html").write_text(PAGE, encoding="utf-8")
    return place


def test_every_page_leads_to_the_folder_and_nothing_else_changes(tmp_path: Path) -> None:
    site = made(tmp_path / "one", "a{}")
    name = stamp(site)
    text = (site / "index.html").read_text(encoding="utf-8")
    assert text == PAGE.replace("../assets/", f"../assets/{name}/").replace('"/assets/', f'"/assets/{name}/')
    assert (site / f"assets/{name}/a.css").is_file() and (site / "assets/.htaccess").is_file()
    assert not (site / "assets/a.css").exists()


def test_the_name_is_that_of_the_content(tmp_path: Path) -> None:
    same, other = made(tmp_path / "same", "a{}"), made(tmp_path / "other", "a{b:c}")
    assert stamp(made(tmp_path / "one", "a{}")) == stamp(same) != stamp(other)
