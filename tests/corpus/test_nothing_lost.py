"""Real documents: every one builds or is refused with a code, and no word and no link is lost."""

from __future__ import annotations

import html
import re
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from plainlang import encoding, readers
from plainlang.ast import stringify, walk, words
from plainlang.cleanup import clean
from plainlang.config import FORMAT_SUFFIXES
from plainlang.diagnostics import Code, Severity
from plainlang.document import Document, Provenance
from plainlang.editions import assemble
from plainlang.engines import Engines
from plainlang.exceptions import SourceError
from plainlang.locales import words_for
from plainlang.pipeline import Job, read, write
from plainlang.readers.front_matter import split_front_matter
from plainlang.validators.readback import ReadBack, missing_words, normalized_words
from plainlang.writers import FORMATS, EditionSettings

from ..conftest import REPOSITORY, corpus_folders

pytestmark = pytest.mark.corpus

#: Large pages are read back in the formats that differ most; all formats of them take minutes.
LARGE = 400_000

#: Pages with an emoji.
EMOJI = {"08-conseils-pour-les-jeunes.md"}


def documents() -> list[Path]:
    found = [
        path
        for folder in [REPOSITORY / "seeds", *corpus_folders()]
        for path in sorted(folder.rglob("*"))
        if path.suffix in readers.SUFFIXES
        and not path.name.lower().startswith("readme")
        and not {"catalogs", "encoding"} & set(path.relative_to(folder).parts)
    ]
    return found


def job(path: Path) -> Job:
    return Job(
        source=str(path),
        formats=tuple(FORMAT_SUFFIXES),
        language="en",
        languages=(),
        rights="warn",
        disabled=frozenset(),
        max_source_bytes=20_000_000,
        max_image_bytes=20_000_000,
        debug=True,
    )


def read_back(kind: str, data: bytes) -> ReadBack:
    if kind == "pdf":
        from plainlang.validators.pdf_text import read_pdf

        return read_pdf(data)
    if kind == "epub":
        from plainlang.validators.epub_text import read_epub

        return read_epub(data)
    from plainlang.validators.html_text import read_html

    return read_html(data)


def expected(document: Document, name: str) -> Document:
    """What an edition is to hold: the assembled document, on paper with wide tables reshaped."""
    form = FORMATS[name]
    own = words_for(document.language)
    assembled = assemble(document, own, print_format=form.profile is not None)
    if form.profile is None:
        return assembled
    from plainlang.writers.pdf import as_printed

    shaped = as_printed(assembled, EditionSettings(own, own.language, profile=form.profile()))
    # Notes may have moved and tables repeat their headings: no character may be fewer.
    assert not Counter("".join(normalized_words(words(assembled.blocks)))) - Counter(
        "".join(normalized_words(words(shaped.blocks)))
    )
    return shaped


def links(document: Document) -> list[str]:
    return [e["c"][2][0] for e in walk(document.blocks) if e["t"] == "Link"]


def without_missing_images(document: Document, problems: object) -> Document:
    """Put the description in the place of images that the corpus does not bring along."""
    from plainlang.ast import transform

    def visit(element: dict) -> object:
        return element["c"][1] if element["t"] == "Image" else element

    return replace(document, blocks=tuple(transform(document.blocks, visit)))


@pytest.mark.parametrize("path", documents(), ids=lambda p: p.name[:60])
def test_every_word_and_every_link_reaches_every_edition(path: Path, engines: Engines) -> None:
    try:
        document, diagnostics = read(job(path), engines)
    except SourceError as error:
        assert error.diagnostic.code is Code.SOURCE_NO_TEXT
        assert read_source(path, engines) is None
        return
    errors = [d for d in diagnostics if d.severity is Severity.ERROR]
    # Pages of websites point to images that the corpus does not hold: the build refuses them with
    # just this code, and here the rest of the page is still read back.
    assert {d.code for d in errors} <= {Code.IMAGE_NOT_FOUND, Code.IMAGE_OUTSIDE}
    if errors:
        document = without_missing_images(document, errors)
    large = path.stat().st_size > LARGE
    for name, form in FORMATS.items():
        if large and name not in {"epub", "html", "large-print"}:
            continue
        finished = write(document, name, engines)
        if finished.error is not None:
            # An emoji is in no font: paper refuses it by name, the screen formats show it.
            assert finished.error.code is Code.GLYPH_MISSING, f"{name}: {finished.error}"
            assert form.profile is not None
            assert path.name in EMOJI
            continue
        assert not [f for f in finished.findings if f.severity is Severity.ERROR], name
        assembled = expected(document, name)
        back = read_back(form.checker, finished.data)
        lost = missing_words(words(assembled.blocks), back.words)
        assert lost == (), f"{name} lost {len(lost)} words: {lost[:20]}"
        missing = Counter(links(assembled)) - Counter(back.links)
        assert not missing, f"{name} lost links: {list(missing)[:5]}"


def read_source(path: Path, engines: Engines) -> tuple[str, Document] | None:
    """Return the body and the document before cleanup; ``None`` where there is rightly none."""
    text = encoding.decode(path.read_bytes(), file=str(path)).text
    body = split_front_matter(text, str(path)).body
    try:
        reading = readers.read_document(
            text,
            file=str(path),
            provenance=Provenance(str(path), "", ""),
            default_language="en",
            engines=engines,
        )
    except SourceError as error:
        assert error.diagnostic.code is Code.SOURCE_NO_TEXT
        assert not any(sign.isalnum() for sign in body)
        return None
    return body, reading.document


@pytest.mark.parametrize("path", documents(), ids=lambda p: p.name[:60])
def test_cleanup_confesses_every_word_that_it_removes(path: Path, engines: Engines) -> None:
    found = read_source(path, engines)
    if found is None:
        return
    _, before = found
    result = clean(before)
    # Rules mend markup inside words ("T**ake"), so that characters are counted and not words.
    removed = Counter("".join("".join(change.removed.split()) for change in result.changes))
    signs = Counter("".join(words(before.blocks)))
    signs_after = Counter("".join(words(result.document.blocks)))
    assert signs - signs_after == removed
    assert not signs_after - signs
    assert result.document.metadata.title
    assert clean(result.document).document == result.document
    level = 1
    for heading in (e for e in walk(result.document.blocks) if e["t"] == "Header"):
        assert 2 <= heading["c"][0] <= level + 1
        level = heading["c"][0]


@pytest.mark.parametrize("path", documents(), ids=lambda p: p.name[:60])
def test_reading_loses_no_word_of_the_source(path: Path, engines: Engines) -> None:
    """Compare the letters of the raw file with the AST, by a way that knows no Markdown."""
    found = read_source(path, engines)
    if found is None:
        return
    body, document = found
    body = re.sub(r"<!--.*?-->", " ", body, flags=re.DOTALL)
    body = re.sub(r"<(script|style)\b.*?</\1>", " ", body, flags=re.DOTALL | re.IGNORECASE)
    body = re.sub(r"</?[a-zA-Z][^<>]*>", " ", body)
    body = re.sub(r"\]\(\s*[^()\s]*(\([^()]*\)[^()\s]*)*(\s+\"[^\"]*\")?\)", "] ", body)
    body = re.sub(r"\{[^{}]*\}", " ", body)
    body = re.sub(r"^[\s>]*\d+[.)]\s", " ", body, flags=re.MULTILINE)  # structure in the AST
    # Characters are counted and not words, because markup divides and joins words.
    wanted = Counter(sign for sign in html.unescape(body) if sign.isalnum())
    lost = wanted - Counter(stringify(document.blocks))
    assert not lost, f"not in the document: {lost.most_common(20)}"
