"""Cross-references: links, addresses, headings and images, each fault found at its line and nowhere else."""

import re
import shutil
from pathlib import Path
from time import process_time

import pytest

from canllaw import macros, rules
from canllaw.anchors import TEMPLATE, anchors, ids
from canllaw.load import load
from samples import Sample, assert_found
from support import ROOT, problems, replace, tiny_guide

HOME = "docs/index.md"
HAFAN = "docs_cy/index.md"
LINK = "[swarms](hives/swarms.md#signs)"
DOLEN = "[heidiau](hives/swarms.md#signs)"
WORDS = "Bees are near."


def link(rule: str, bad: str, good: str = LINK) -> Sample:
    """A sample that changes the link of the home page."""
    return Sample(rule, HOME, LINK, bad, good)


def words(rule: str, bad: str, good: str = WORDS, line: int = 0) -> Sample:
    """A sample that changes the first sentence of the home page."""
    return Sample(rule, HOME, WORDS, bad, good, line)


SAMPLES = [
    link("XR001", "[swarms](hives/swarm.md)", "[swarms](./hives/swarms.md)"),
    link("XR001", "[swarms](swarms.md)", "[words](words.md)"),
    link("XR001", "[swarms](Hives/swarms.md)"),
    link("XR001", "[swarms](hives/swarms/)", "[hives](hives/index.md)"),
    link("XR001", "[swarms](/en/hives/swarms/)"),
    link("XR001", "[swarms](../mkdocs.yml)"),
    link("XR001", "[swarms]()"),
    link("XR001", "[form](form.pdf)"),
    Sample("XR001", HAFAN, DOLEN, "[geiriau](geiriau.md)", "[geiriau](words.md)"),
    Sample("XR001", "docs/hives/swarms.md", "(../index.md#next)", "(index.html)", "(index.md)"),
    link("XR002", "[swarms](hives/swarms.md#sign)", "[swarms](hives/swarms.md)"),
    link("XR002", "[next](#nxt)", "[next](#next)"),
    link("XR002", "[next](#)", "[the top](#top)"),
    link("XR002", "[a note](#fn:bee-bok)", "[a note](#fn:bee-book)"),
    link("XR002", "[sources](words.md#sources)", "[sources](#sources)"),
    link("XR002", "[a card](helplines.md#helpline-fir)", "[a card](helplines.md#helpline-fire)"),
    link("XR002", "[a card](words.md#helpline-fire)", "[a swarm](words.md#term-swarm)"),
    link("XR002", "[a book](words.md#ref-bee-bok)", "[a book](words.md#ref-bee-book)"),
    Sample("XR002", HAFAN, DOLEN, "[heidiau](hives/swarms.md#arwyddion)", "[y camau](#next)"),
    link("XR003", "[swarms](../docs_cy/hives/swarms.md)"),
    link("XR003", "[swarms](/cy/cychod/heidiau/)"),
    link("XR003", "[swarms](cy/hives/swarms.md)"),
    Sample("XR003", "docs_cy/hives/swarms.md", "(../index.md#next)", "(../../docs/index.md)", "(../index.md)"),
    Sample("XR004", HOME, "## Next steps {#next}", "## Next steps", "## Next steps {#next}"),
    Sample("XR004", HOME, "## Next steps {#next}", "## Next steps {#2nd}", "## Next steps {: #second }"),
    Sample("XR004", HOME, "## Next steps {#next}", "Next steps\n----------", "`Next steps\n---`"),
    Sample("XR004", HAFAN, "## Y camau nesaf {#next}", "##Y camau nesaf {#next}", "    #Camau"),
    Sample("XR005", HOME, "## Next steps {#next}", "## Next steps {#index}", "## Next steps {#steps}"),
    Sample("XR005", HOME, "## Next steps {#next}", "## Next steps {#sources}", "## Next steps {#source}"),
    Sample("XR005", "docs_cy/helplines.md", "{#everyone}", "{#menu}", "{#pawb}"),
    Sample("XR005", "docs/helplines.md", '"fire", "swarm-line"', '"fire", "fire"', '"fire"'),
    words("XR005", "Bees.\n{: #index }", "Bees.\n{: #near }", 1),
    words("XR005", 'Bees.\n\n<p id="index">a</p>', 'Bees.\n\n<p id="far">a</p>', 2),
    link("XR007", "[here](words.md)", "[words to say here](words.md)"),
    link("XR007", "[**Read  more**…](words.md)", "[Read more words](words.md)"),
    link("XR007", "[https://bees.example](https://bees.example)", "[the bee site](https://bees.example)"),
    link("XR007", "[bees.example/book](https://bees.example)", "[i.e. bees](https://bees.example)"),
    link("XR007", "[](words.md)", "[`words`](words.md)"),
    link("XR007", '[{{ term("swarm") }}](words.md)', "[swarm](words.md#term-swarm)"),
    Sample("XR007", HAFAN, DOLEN, "[Yma](words.md)", "[geiriau yma](words.md)"),
    link("XR008", "[bees](http://bees.example)", "[bees](https://bees.example/a?c=d#e)"),
    link("XR008", "[bees](www.bees.example)", "[bees](https://www.bees.example:8080/)"),
    link("XR008", "[bees](//bees.example)", "[bees](https://gwenyn.cymru)"),
    link("XR008", "[bees](https://https://bees.example)", "[bees](https://bees.example)"),
    link("XR008", "[bees](https:/bees.example)", "[bees](https://tŷ-gwenyn.cymru)"),
    link("XR008", "[bees](https://bees)", "[bees](https://a.bees.example)"),
    link("XR008", "[bees](https://bees.example:port/)", "[bees](https://bees.example/x)"),
    link("XR008", "[bees](https://bees.example.)", "[bees](https://bees.example/x.y)"),
    link("XR011", "[bees](https://bees.example/(a)/)", "[bees](https://bees.example/%28a%29/)"),
    link("XR008", "[bees](ftp://bees.example)", "[bees](mailto:swarm@bees.example)"),
    link("XR008", "[bees](mailto:swarm)", "[bees](mailto:swarm@bees.example?subject=x)"),
    Sample("XR008", HAFAN, DOLEN, "[gwenyn](http://bees.example)", "[gwenyn](https://bees.example)"),
    words("XR009", "Bees.\n\n![A bee](bee.png)", "Bees.\n\n`![A bee](bee.png)`", 2),
    words("XR009", "Bees. ![A bee](https://bees.example/bee.png)", "Bees."),
    words("XR009", "Bees. [![A bee](bee.png)](words.md)", "Bees. [a bee](words.md)"),
    words("XR010", "Bees. ![](bee.png)", "Bees. ![A bee](bee.png)"),
    Sample("XR010", HAFAN, "Mae gwenyn gerllaw.", "Mae ![ ](b.png)", "Mae ![Gwenynen](b.png)"),
    words("XR011", "Bees, <https://bees.example>.", "Bees, `<https://bees.example>`."),
    words("XR011", "Bees, <swarm@bees.example>.", "Bees < wasps @ home >."),
    words("XR011", "Bees, https://bees.example.", "Bees, bees.example."),
    words("XR011", "Bees, www.bees.example.", "Bees, www, bees."),
    words("XR011", "Bees.\nSee [words][w].", "Bees [sic].", 1),
    words("XR011", "Bees.\n\n[w]: words.md", "Bees.\n\n<!-- [w]: words.md -->", 2),
    words("XR011", 'Bees <a href="words.md">words</a>.', 'Bees <abbr title="words">w</abbr>.'),
    words("XR011", 'Bees <img src="bee.png" alt="A bee">.', "Bees <b>bee</b>."),
    words("XR011", "Bees [words](my words.md).", 'Bees [words](words.md "Words").'),
    words("XR011", "Bees [words] (words.md).", "Bees [sic] (and wasps)."),
    Sample("XR011", HAFAN, "Mae gwenyn gerllaw.", "Mae www.bees.example", r"Mae \[a][b] x"),
]


@pytest.mark.parametrize("sample", SAMPLES, ids=str)
def test_bad_is_found_at_its_line_and_good_is_not(sample: Sample, tmp_path: Path) -> None:
    assert_found(sample, tmp_path)


def found(root: Path, *rules: str) -> list[tuple[str, int, str]]:
    """File, line and rule of the Problems of some rules, or of all cross-references."""
    return [(one.file, one.line, one.rule) for one in problems(root) if one.rule in rules or one.rule[:3] in rules]


@pytest.mark.parametrize("call", ['{{ helplines("fire", "swarm") }}', "{{ helpline5() }}", "{{ helplines( }}", "{{ x"])
def test_a_macro_that_fails_is_told_once_and_not_by_every_link_to_it(call: str, tmp_path: Path) -> None:
    root = tiny_guide(tmp_path)
    replace(root / "docs/helplines.md", '{{ helplines("fire", "swarm-line") }}', call)
    replace(root / HOME, LINK, "[a card](helplines.md#helpline-fire)")
    assert found(root, "XR002") == []
    assert problems(root)


def test_a_page_that_cannot_be_read_exists_all_the_same(tmp_path: Path) -> None:
    root = tiny_guide(tmp_path)
    replace(root / "docs/hives/swarms.md", "title: Swarms", "title: [Swarms")
    assert found(root, "XR0") == []


def test_an_image_and_a_file_beside_the_pages_are_found(tmp_path: Path) -> None:
    root = tiny_guide(tmp_path)
    for folder in ("docs", "docs_cy"):
        (root / folder / "images").mkdir()
        shutil.copy(ROOT / "overrides/assets/favicon.svg", root / folder / "images/Bee book.svg")
    for page in ("hives/swarms.md", "hives/index.md"):
        path = root / "docs" / page
        image = "![A bee](../images/Bee%20book.svg) [the book](../images/Bee%20book.svg)"
        path.write_text(path.read_text(encoding="utf-8") + f"\n{image}\n", encoding="utf-8")
    assert found(root, "XR0") == []
    (root / "docs/images/Bee book.svg").rename(root / "docs/images/bee book.svg")
    assert [rule for _, _, rule in found(root, "XR0")] == ["XR001", "XR009"] * 2


@pytest.mark.parametrize(
    ("bad", "hint"),
    [
        ("hives/swarm.md", "hives/swarms.md"),
        ("hives/swarms/", "hives/swarms.md"),
        ("swarms.md", "hives/swarms.md"),
        ("/en/words/", "words.md"),
        ("../docs/words.md", "words.md"),
        ("hives/swarms.md#sings", "signs"),
        ("helplines.md#helpline-fir", "helpline-fire"),
    ],
)
def test_the_page_or_section_meant_is_suggested(bad: str, hint: str, tmp_path: Path) -> None:
    root = tiny_guide(tmp_path)
    replace(root / HOME, LINK, f"[swarms]({bad})")
    hints = [one.hint for one in problems(root) if one.rule in ("XR001", "XR002")]
    assert hints == [f"did you mean '{hint}'?"]


def test_a_welsh_address_suggests_its_page(tmp_path: Path) -> None:
    root = tiny_guide(tmp_path)
    replace(root / HAFAN, DOLEN, "[geiriau](geiriau.md)")
    assert [one.hint for one in problems(root) if one.rule == "XR001"] == ["did you mean 'words.md'?"]


def test_the_words_that_say_nothing_are_optional(tmp_path: Path) -> None:
    root = tiny_guide(tmp_path)
    path = root / "data/guide.yml"
    path.write_text(re.sub("^vague_link_texts.*\n", "", path.read_text(encoding="utf-8"), flags=re.M), encoding="utf-8")
    replace(root / HOME, LINK, "[here](words.md)")
    assert found(root, "XR0") == []


def test_the_ids_of_the_template_are_known() -> None:
    templates = [ROOT / "overrides/main.html", *(ROOT / "overrides/partials").glob("*.html")]
    written = {one for path in templates for one in re.findall(r"\sid=\"([^\"{]+)\"", path.read_text(encoding="utf-8"))}
    assert written == set(TEMPLATE)


def test_the_ids_that_macros_make_are_those_they_print() -> None:
    guide = load(ROOT)
    for pages in guide.pages.values():
        for page in pages.values():
            html = macros.expand(guide, page)[0]
            printed = re.findall(r"\sid=\"((?:helpline|term|ref|pages|filter)-[^\"]+|filter|every-page|a-to-z)\"", html)
            assert sorted(printed) == sorted(one.id for one in anchors(guide, page) if one.kind == "macro"), page.file
            assert {f"fn:{mark.label}" for mark in page.marks} <= ids(guide, page)


@pytest.mark.parametrize(
    "text", ["[", "[a](", "[a]", "{#a", "{: #a", "<a", "<", "!", "!!![", "(", "a.", "\n\na", "#", "www.a"]
)
def test_a_very_long_line_takes_time_in_proportion(text: str, tmp_path: Path) -> None:
    root = tiny_guide(tmp_path)
    replace(root / HOME, WORDS, text * (50_000 // len(text)))
    guide = load(root)
    page = guide.pages[guide.languages[0].code]["index.md"]
    start = process_time()
    for code in sorted(code for code in rules.RULES if "XR001" <= code <= "XR012"):
        list(rules.RULES[code].find(guide, page))
    assert process_time() - start < 3
