"""What is due: by its day, overdue, unconfirmed, stale; as text, JSON and a calendar that calendars can read."""

import json
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from icalendar import Calendar

from canllaw.__main__ import main
from canllaw.due import as_ical, as_text, due
from canllaw.load import load
from canllaw.model import Guide
from canllaw.translated import stamp
from support import canllaw, replace, tiny_guide

CHECKED = date(2026, 1, 2)
FALLS_DUE = date(2027, 1, 3)
"""Everything in the tiny guide was looked at on CHECKED; every limit in it is 365 days."""
STAMP = 1795392000


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = tiny_guide(tmp_path / "guide")
    guide = load(root)
    stamp(root, guide, list(guide.pages["en"]))
    return root


def kinds(guide: Guide, by: date) -> list[str]:
    return sorted({one.kind for one in due(guide, by) if one.day})


def test_everything_is_listed_from_the_day_it_falls_due(root: Path) -> None:
    guide = load(root)
    assert kinds(guide, date(2027, 1, 2)) == []
    assert kinds(guide, FALLS_DUE) == ["act", "helpline", "page", "reference"]
    found = {one.key: one for one in due(guide, FALLS_DUE)}
    assert {"helpline fire", "act bees-act", "act bees-act 1", "reference bee-book"} <= set(found)
    assert {f"page {folder}/words.md" for folder in ("docs", "docs_cy")} <= set(found)
    one = found["act bees-act 1"]
    rows = (root / one.file).read_text(encoding="utf-8").splitlines()
    assert 'section: "1"' in rows[one.line - 1] and (one.day, one.last) == (FALLS_DUE, CHECKED)


@pytest.mark.parametrize(
    ("limit", "kind"),
    [
        ("helpline_check_warn_days", "helpline"),
        ("law_check_days", "act"),
        ("reference_check_days", "reference"),
        ("page_review_days", "page"),
    ],
)
def test_each_limit_of_the_guide_moves_its_own_kind(limit: str, kind: str, root: Path) -> None:
    replace(root / "data/guide.yml", "helpline_check_warn_days: 365, ", "")
    given = {"helpline_check_warn_days": 365, limit: 30}
    replace(root / "data/guide.yml", "limits: {", "limits: {" + "".join(f"{k}: {v}, " for k, v in given.items()))
    assert kinds(load(root), date(2026, 2, 1)) == []
    assert kinds(load(root), date(2026, 2, 2)) == [kind]


def test_unconfirmed_records_and_stale_translations_are_always_listed(root: Path) -> None:
    replace(root / "docs/hives/swarms.md", "- Noise", "- Much noise")
    found = {one.key: one for one in due(load(root), CHECKED)}
    assert found["unconfirmed data/helplines.yml swarm-line"].day is None
    assert found["unconfirmed data/legislation.yml hive-measure"].more == "title, 5-8"
    stale = found["translation docs_cy/hives/swarms.md"]
    assert stale.more == "signs changed"
    rows = (root / stale.file).read_text(encoding="utf-8").splitlines()
    assert "{#signs}" in rows[stale.line - 1]


def test_the_text_tells_overdue_things_apart_and_says_so_where_there_are_none(root: Path) -> None:
    guide = load(root)
    row = "  data/helplines.yml:2: due 2027-01-03, last looked at 2026-01-02: Fire service\n"
    before, after = (as_text(guide, due(guide, FALLS_DUE), day, FALLS_DUE) for day in (FALLS_DUE, date(2027, 1, 4)))
    assert row in before.partition("\nDue\n")[2] and "Overdue\n  none\n" in before
    assert row in after.partition("\nDue\n")[0] and "\nDue\n  none\n" in after
    assert "Translations to look at\n  none\n" in after


def events(content: bytes) -> dict[str, list[str]]:
    """The events of a calendar by summary, each with its UID and days, as another program reads them."""
    calendar = Calendar.from_ical(content)
    assert not calendar.errors and calendar["VERSION"] == "2.0" and calendar["PRODID"]
    for one in calendar.walk("VEVENT"):
        assert not one.errors and one["TRANSP"] == "TRANSPARENT"
        assert one.decoded("dtstamp") == datetime.fromtimestamp(STAMP, UTC)
        assert (one.decoded("dtend") - one.decoded("dtstart")).days == 1
    return {
        str(one["SUMMARY"]): [str(one["UID"]), one.decoded("dtstart").isoformat(), str(one["DESCRIPTION"])]
        for one in calendar.walk("VEVENT")
    }


def test_the_calendar_reads_back_in_both_languages(root: Path) -> None:
    guide = load(root)
    today = date(2026, 12, 20)
    items = due(guide, FALLS_DUE)
    content = as_ical(guide, items, today, STAMP)
    assert content == as_ical(load(root), items, today, STAMP)
    assert all(len(row) <= 75 for row in content.split(b"\r\n")) and b"\n" not in content.replace(b"\r\n", b"")
    found = events(content)
    assert len(found) == len({uid for uid, _, _ in found.values()})
    uid, day, words = found["Llinell gymorth i'w gwirio: Gwasanaeth tân / Helpline to check: Fire service"]
    assert day == "2027-01-03"
    assert words == "data/helplines.yml:2\nErbyn: / Due: 2027-01-03\nGwiriwyd ddiwethaf: / Last looked at: 2026-01-02"
    # A service with a name in one language only is called by it; what has no day stands on today.
    assert found["Yn aros am gadarnhad: Swarm Line / Waiting to be confirmed: Swarm Line"][1] == "2026-12-20"
    # A year later it is still the same event, on that day, so that a calendar moves it and nobody misses it.
    late = events(as_ical(guide, items, date(2028, 1, 1), STAMP))
    moved = late["Llinell gymorth i'w gwirio: Gwasanaeth tân / Helpline to check: Fire service"]
    assert moved[:2] == [uid, "2028-01-01"]


def test_the_command_prints_writes_and_gates_nothing(
    root: Path, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CANLLAW_TODAY", "2026-12-10")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(STAMP))
    assert main(["due", "--root", str(root)]) == 0
    assert "Tiny on 2026-12-10: what is due for review by 2027-01-10" in capfdbinary.readouterr().out.decode()
    assert main(["due", "--root", str(root), "--format", "json", "--by", "2026-12-31"]) == 0
    found = json.loads(capfdbinary.readouterr().out)
    assert (found["today"], found["by"]) == ("2026-12-10", "2026-12-31")
    assert {one["kind"] for one in found["due"]} == {"unconfirmed"}
    place = tmp_path / "new/due.ics"
    assert main(["due", "--root", str(root), "--format", "ical", "--write", str(place)]) == 0
    assert not capfdbinary.readouterr().out and events(place.read_bytes())
    assert [path.name for path in place.parent.iterdir()] == ["due.ics"]


def test_misuse_and_a_guide_that_cannot_be_read(root: Path) -> None:
    wrong = canllaw("due", "--by", "soon", root=root)
    assert wrong.returncode == 2 and "'soon' is not a day such as 2026-11-23" in wrong.stderr
    assert canllaw("due", "--format", "pdf", root=root).returncode == 2
    (root / "data/guide.yml").write_text("name: [", encoding="utf-8")
    unread = canllaw("due", root=root)
    assert unread.returncode == 1 and "CF001" in unread.stdout
