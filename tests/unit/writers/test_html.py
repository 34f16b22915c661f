"""The HTML page as a whole: nothing is lost, nothing is fetched, everything is in its place."""

from __future__ import annotations

import base64
import hashlib
import re
from datetime import date

import pytest
from html_samples import ARABIC, ASSETS, FULL, SVG, expected, full, make, settings
from lxml import html as lxml_html

from plainlang.engines import Engines
from plainlang.validators.html_text import read_html
from plainlang.validators.markup import check_html
from plainlang.validators.readback import missing_words
from plainlang.writers.html import write_html
from plainlang.writers.html_templates import stylesheet


def page(data: bytes) -> lxml_html.HtmlElement:
    return lxml_html.document_fromstring(data.decode())


def test_every_word_and_link_stands_in_the_page_in_order(engines: Engines) -> None:
    document = full(engines)
    data = write_html(document, settings(), engines).data
    words, links = expected(document)
    found = read_html(data)
    assert missing_words(words, found.words) == ()
    assert missing_words(found.words, words) == (), "the page has words that nobody wrote"
    assert list(found.links) == links


def test_the_markup_has_no_findings(engines: Engines) -> None:
    assert check_html(write_html(full(engines), settings(), engines).data) == ()


def test_the_same_document_gives_the_same_bytes(engines: Engines) -> None:
    document = full(engines)
    first = write_html(document, settings(), engines)
    assert write_html(document, settings(), engines) == first


def test_the_parts_of_the_page(engines: Engines) -> None:
    root = page(write_html(full(engines), settings(), engines).data)
    assert root.get("lang") == "en"
    assert root.get("dir") == "ltr"
    assert [e.tag for e in root.find("body")] == ["a", "header", "nav", "main", "footer"]
    (skip,) = root.xpath("//a[@class='skip-link']")
    (main,) = root.xpath("//main")
    assert skip.get("href") == "#" + main.get("id")
    assert root.xpath("//header/h1/text()") == ["Tablets & <pumps> for \"heart\" and 'lung'"]
    assert root.xpath("//header/div[@class='title-block']//dt/text()") == ["Language"]
    assert root.xpath("//footer//h2/text()") == ["About this document"]
    assert not root.xpath("//main//*[contains(@class, 'about')]")


def test_metadata_stands_in_the_head_and_is_escaped(engines: Engines) -> None:
    document = full(engines, authors=("First Author", "Second"), next_review=date(2026, 3, 30))
    root = page(write_html(document, settings(), engines).data)
    assert root.findtext(".//title") == "Tablets & <pumps> for \"heart\" and 'lung'"
    metas = [(m.get("name"), m.get("content")) for m in root.iter("meta") if m.get("name")]
    assert ("description", 'About "tablets" & more') in metas
    assert ("author", "First Author") in metas
    assert ("author", "Second") in metas
    assert ("dcterms.source", "https://example.org/tablets") in metas
    assert ("dcterms.date", "2025-05-02") in metas
    assert ("dcterms.valid", "end=2026-03-30") in metas
    assert ("dcterms.rights", "Public domain") in metas
    assert all(content for _, content in metas), "an empty meta says nothing"


def test_a_title_that_is_not_in_the_metadata_is_taken_from_the_heading(engines: Engines) -> None:
    document = make(engines, "Text.", title="")
    heading = {"t": "Header", "c": [1, ["title", [], []], [{"t": "Str", "c": "Derived"}]]}
    data = write_html(
        type(document)(
            document.id,
            "en",
            document.metadata,
            (heading, *document.blocks[1:]),
            document.api_version,
            document.provenance,
        ),
        settings(),
        engines,
    ).data
    assert page(data).findtext(".//title") == "Derived"


def test_nothing_is_fetched_and_nothing_runs(engines: Engines) -> None:
    text = write_html(full(engines), settings(), engines).data.decode()
    root = page(text.encode())
    assert not root.xpath("//script | //link | //iframe | //object | //*[@srcset]")
    assert all(image.get("src").startswith("data:") for image in root.iter("img"))
    assert not re.search(r"url\(|@import", stylesheet("edition.css"))
    (policy,) = root.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    style = root.findtext(".//style")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert f"'sha256-{digest}'" in policy, "the browser would refuse the style sheet"
    assert not root.xpath("//body//*[@style]"), "the policy refuses style attributes"


def test_images_are_inside_with_their_descriptions(engines: Engines) -> None:
    root = page(write_html(full(engines), settings(), engines).data)
    first, second = root.iter("img")
    kind, data = first.get("src").split(",")
    assert kind == "data:image/svg+xml;base64"
    assert base64.b64decode(data) == SVG
    assert first.get("alt") == "A pump beside a bed"
    assert (second.get("alt"), second.get("width")) == ("dot", "20")


def test_an_image_that_is_not_there_is_found(engines: Engines) -> None:
    data = write_html(make(engines, FULL, assets=ASSETS[:1]), settings(), engines).data
    assert [finding.code for finding in check_html(data)] == ["image-outside-file"]


def test_short_documents_have_no_table_of_contents(engines: Engines) -> None:
    document = make(engines, "## One\n\nText.\n\n## Two\n\nText.\n\n### Three\n\nText.")
    assert not page(write_html(document, settings(), engines).data).xpath("//nav")


def test_the_table_of_contents_has_the_levels_of_the_headings(engines: Engines) -> None:
    body = "## One *a*\n\n### Sub[^1]\n\n#### Deep\n\n## Two\n\n[^1]: Note.\n"
    root = page(write_html(make(engines, body), settings(), engines).data)
    (nav,) = root.xpath("//nav")
    assert nav.xpath("string(//h2[@id = //nav/@aria-labelledby])") == "Contents"
    first = nav.xpath("./ol/li/a")
    assert [a.text_content() for a in first] == ["One a", "Two", "About this document"]
    assert [a.text_content() for a in nav.xpath("./ol/li/ol/li/a")] == ["Sub"]
    assert not nav.xpath(".//*[@role='doc-noteref']"), "a note's number is no part of a heading"
    for link in nav.iter("a"):
        assert root.xpath(f"//*[@id='{link.get('href')[1:]}']"), link.get("href")


def test_a_long_table_of_contents_leaves_out_level_three(engines: Engines) -> None:
    body = "\n\n".join(f"## Part {n}\n\n### A {n}\n\n### B {n}" for n in range(20))
    root = page(write_html(make(engines, body), settings(), engines).data)
    assert len(root.xpath("//nav//li")) == 21
    assert not root.xpath("//nav//ol//ol")


def test_words_of_plainlang_are_translated(engines: Engines) -> None:
    spanish = {
        "Skip to the text": "Ir al texto",
        "Contents": "Índice",
        "Notes": "Notas",
        "Back to the text at note {number}": "Volver al texto de la nota {number}",
    }
    document = full(engines)
    data = write_html(document, settings(spanish.__getitem__, "es"), engines).data
    root = page(data)
    assert root.findtext(".//nav/h2") == "Índice"
    assert root.xpath("string(//section[@role='doc-endnotes']/h2)") == "Notas"
    assert root.xpath("//a[@role='doc-backlink']/@aria-label")[1] == "Volver al texto de la nota 2"
    for element in root.xpath(
        "//a[@class='skip-link'] | //nav/h2 | //section/h2/span | //a[@role='doc-backlink']"
    ):
        assert element.get("lang") == "es", "they are not in the page's language"


@pytest.mark.parametrize(("edition", "words"), [("es-MX", "es"), ("en", "en-GB"), ("es", "es")])
def test_words_in_the_language_of_the_edition_are_not_marked(
    engines: Engines, edition: str, words: str
) -> None:
    data = write_html(make(engines, "Texto.", language=edition), settings(str, words), engines).data
    assert page(data).xpath("//a[@class='skip-link']/@lang") == []


def test_a_right_to_left_page(engines: Engines) -> None:
    document = make(engines, ARABIC, language="ar", title="دواء")
    data = write_html(document, settings(direction="rtl"), engines).data
    root = page(data)
    assert root.get("dir") == "rtl"
    assert root.xpath("//code/@dir") == ["ltr"]
    (address,) = root.xpath("//a[@href='https://example.org/auto/']")
    assert address.get("dir") == "ltr", "the last slash would stand on the wrong side"
    assert root.xpath("//p/span[@lang='en']/@dir") == ["ltr"]
    assert root.xpath("//td[2]/@class") == ["align-end"]
    assert root.xpath("//h2[@dir]") == [], "headings stay on the page's own side"
    assert root.xpath("//section/h2/span/@dir") == ["ltr"]
    words, links = expected(document)
    found = read_html(data)
    assert missing_words(words, found.words) == ()
    assert list(found.links) == links
    assert check_html(data) == ()


def test_text_in_a_right_to_left_language_says_so(engines: Engines) -> None:
    root = page(write_html(full(engines), settings(), engines).data)
    assert root.xpath("//span[@lang='ar']/@dir") == ["rtl"]
    assert root.xpath("//span[@lang='es']/@dir") == []
    assert root.xpath("//code/@dir") == []


def test_attributes_from_the_source_do_no_harm(engines: Engines) -> None:
    body = (
        '[kept]{onclick="alert(1)" style="color:#ccc" hidden=hidden role=button tabindex=3'
        ' aria-label="other" data-x=y} and [link](https://example.org){target=_blank onclick=x}'
    )
    root = page(write_html(make(engines, body), settings(), engines).data)
    (span,) = root.xpath("//main//span")
    assert span.text == "kept"
    assert dict(span.attrib) == {}
    assert dict(root.xpath("//main//p/a")[0].attrib) == {"href": "https://example.org"}


@pytest.mark.parametrize(
    "body",
    [
        "::: {.footnotes}\n## Kept\n\nText.[^1]\n:::\n\n[^1]: Note.",
        "::: {.section}\nText.\n:::",
        "[kept](https://example.org){.skip-link .footnote-back role=doc-backlink}",
        "[kept]{.footnote-ref role=doc-noteref} and [a](https://example.org){.footnote-ref}",
        "::: {role=doc-endnotes .about2}\nText.\n:::",
        "Text.[^1]\n\n[^1]: See [that](https://example.org){.footnote-back}.",
    ],
)
def test_classes_and_roles_of_the_source_do_not_hide_text(engines: Engines, body: str) -> None:
    document = make(engines, body)
    data = write_html(document, settings(), engines).data
    words, links = expected(document)
    found = read_html(data)
    assert missing_words(words, found.words) == ()
    assert list(found.links) == links
    assert check_html(data) == ()
    assert page(data).xpath("count(//*[contains(@class, 'skip-link')])") == 1


def test_a_bare_line_and_a_figure_are_not_lost(engines: Engines) -> None:
    plain = [{"t": "Plain", "c": [{"t": "Str", "c": word}]} for word in ("bare", "caption")]
    image = {"t": "Image", "c": [["", [], []], [{"t": "Str", "c": "pump"}], ["media/dot.png", ""]]}
    content = [{"t": "Plain", "c": [image]}]
    figure = {"t": "Figure", "c": [["", [], []], [None, [plain[1]]], content]}
    document = make(engines, "Text.", extra=(plain[0], figure), assets=ASSETS)
    data = write_html(document, settings(), engines).data
    assert missing_words(expected(document)[0], read_html(data).words) == ()
    assert page(data).xpath("//main/p/text()") == ["Text.", "bare"]


def test_raw_content_never_reaches_the_page(engines: Engines) -> None:
    raw = {"t": "RawBlock", "c": ["html", "<script>alert(1)</script>"]}
    inline = {"t": "Para", "c": [{"t": "RawInline", "c": ["html", "<b>"]}, {"t": "Str", "c": "x"}]}
    data = write_html(make(engines, "Text.", extra=(raw, inline)), settings(), engines).data
    assert b"alert" not in data
    assert check_html(data) == ()


def test_characters_that_xml_forbids_do_not_break_the_page(engines: Engines) -> None:
    odd = {"t": "Para", "c": [{"t": "Str", "c": "be\x0bfore\ufffe after\x00"}]}
    data = write_html(
        make(engines, "Text.", title="A\x0bB", extra=(odd,)), settings(), engines
    ).data
    assert "before after" in page(data).text_content()


def luminance(color: str) -> float:
    """Relative luminance (WCAG 2.2, definition)."""
    parts = [int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def palettes() -> list[dict[str, str]]:
    blocks = re.findall(r":root \{(.*?)\}", stylesheet("edition.css"), re.DOTALL)
    return [dict(re.findall(r"--(\w+): (#[0-9a-f]{6})", block)) for block in blocks]


def test_every_colour_has_the_contrast_of_level_aaa() -> None:
    light, dark, paper = palettes()
    assert luminance(light["page"]) > 0.8
    assert luminance(dark["page"]) < 0.02
    for palette in (light, dark, {**light, **paper}):
        for ground in (palette["page"], palette["soft"]):
            for ink in ("text", "link", "visited"):
                assert contrast(palette[ink], ground) >= 7, (ink, palette[ink], ground)
            for mark in ("line", "focus"):
                assert contrast(palette[mark], ground) >= 3, (mark, palette[mark], ground)


def test_colours_come_from_the_palette_only() -> None:
    css = stylesheet("edition.css")
    outside = re.sub(r":root \{.*?\}", "", css, flags=re.DOTALL)
    assert not re.search(r"#[0-9a-f]{3,6}\b|rgb|opacity", outside.replace("#page", ""))


@pytest.mark.parametrize("name", ["edition.css", "epub.css"])
def test_style_sheets_can_stand_in_a_style_element(name: str) -> None:
    css = re.sub(r"/\*.*?\*/", "", stylesheet(name), flags=re.DOTALL)
    assert not set(css) & set("<>&")
    assert css.count("{") == css.count("}")
    assert "px" not in re.sub(r"1px solid", "", css), "only relative sizes grow with the letters"
