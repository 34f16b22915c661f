"""The sample project, end to end, looked at with tools that plainlang does not use itself."""

from __future__ import annotations

import io
import json
import re
import subprocess
import sys
import zipfile
from collections import Counter
from pathlib import Path
from xml.etree import ElementTree

import pytest
from pdfminer.high_level import extract_text

from plainlang.config import FORMAT_SUFFIXES

from ..conftest import REPOSITORY

XHTML = "{http://www.w3.org/1999/xhtml}"
AXI = "axicabtagene-ciloleucel"
CILTA = "ciltacabtagene-autoleucel"
ABSTRACT = "car-t-myeloma-consensus"


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("out")
    done = subprocess.run(
        [sys.executable, "-m", "plainlang", "build", "-f", ",".join(FORMAT_SUFFIXES), "-o", str(folder)],
        cwd=REPOSITORY, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return folder


def edition(out: Path, name: str, suffix: str) -> Path:
    return out / name / "en" / f"{name}.en{suffix}"


def text_of_epub(path: Path) -> str:
    with zipfile.ZipFile(path) as book:
        assert book.testzip() is None
        assert book.namelist()[0] == "mimetype"
        pages = [n for n in book.namelist() if n.endswith(".xhtml") and "nav" not in n]
        roots = [ElementTree.fromstring(book.read(n)).find(f"{XHTML}body") for n in pages]
        assert None not in roots
    return " ".join(" ".join(root.itertext()) for root in roots if root is not None)


def letters(text: str) -> Counter[str]:
    # Ligatures are letters; an address may be broken with characters of its own.
    text = text.replace("ﬁ", "fi").replace("ﬂ", "fl").replace("ﬀ", "ff").replace("ﬃ", "ffi")
    return Counter(sign for sign in text if sign.isalnum())


def test_every_edition_is_there_and_listed(out: Path) -> None:
    manifest = json.loads((out / "manifest.json").read_text())
    assert len(manifest["editions"]) == 3 * len(FORMAT_SUFFIXES)
    index = (out / "index.html").read_text()
    for entry in manifest["editions"]:
        assert (out / entry["path"]).is_file()
        assert f'href="{entry["path"]}"' in index
        assert not [f for f in entry["findings"] if f["severity"] == "error"]


@pytest.mark.parametrize("name", [AXI, CILTA, ABSTRACT])
@pytest.mark.parametrize("suffix", [".pdf", ".large-print.pdf", ".giant-print.pdf"])
def test_another_reader_finds_every_letter_in_the_pdf(out: Path, name: str, suffix: str) -> None:
    book = letters(text_of_epub(edition(out, name, ".epub")))
    paper = letters(extract_text(io.BytesIO(edition(out, name, suffix).read_bytes())))
    # Only the EPUB has a heading over its notes, and numbers of its own: letters must agree.
    missing = book - paper - letters("Notes")
    assert not {s: n for s, n in missing.items() if not s.isdigit()}


@pytest.mark.parametrize("suffix", [".epub", ".html", ".pdf", ".large-print.pdf"])
@pytest.mark.parametrize(
    ("name", "present", "absent"),
    [
        (CILTA, ["Carvykti", "SIL-tuh-KAB-tuh-jeen", "Patients’", "December 30, 2025", "March 30, 2026"], ["â€™", "Placeholder slot", "- NCI"]),
        (AXI, ["Yescarta", "AK-see-KAB-tuh-jeen", "12 months", "Public domain", "NCI, 2025"], ["Placeholder slot", "- NCI", "¹"]),
        (ABSTRACT, ["73 to 98%", "Competing Interests", "All rights reserved", "taken from its text"], [".,"]),
    ],
)  # fmt: skip
def test_facts_are_kept_and_damage_is_gone(
    out: Path, suffix: str, name: str, present: list[str], absent: list[str]
) -> None:
    path = edition(out, name, suffix)
    if suffix == ".epub":
        raw = text_of_epub(path)
    elif suffix == ".html":
        raw = re.sub(
            r"<style.*?</style>|<[^>]+>", "", path.read_text(encoding="utf-8"), flags=re.DOTALL
        )
    else:
        raw = extract_text(io.BytesIO(path.read_bytes()))
    shown = "".join(raw.replace("\u00ad", "").replace("\u2060", "").replace("ﬁ", "fi").split())
    for text in present:
        assert "".join(text.split()) in shown, text
    for text in absent:
        assert "".join(text.split()) not in shown, text


def test_glossary_links_are_complete_and_not_listed_on_paper(out: Path) -> None:
    page = edition(out, AXI, ".html").read_text(encoding="utf-8")
    text = re.sub(r"<dt>.*?</dt>", "", page, flags=re.DOTALL)  # the list links them too
    found = re.findall(
        r'href="(https://www\.cancer\.gov/Common/PopUps/popDefinition\.aspx\?id=\d+)', text
    )
    assert len(found) == 9
    paper = extract_text(io.BytesIO(edition(out, AXI, ".pdf").read_bytes()))
    assert "popDefinition" not in paper
    assert "Web addresses" in paper


def test_the_flattened_list_is_nested_and_the_footnote_is_a_note(out: Path) -> None:
    page = edition(out, AXI, ".html").read_text(encoding="utf-8")
    inner = re.search(r"<ul[^>]*>\s*<li>.*?among them these\s+types:\s*<ul", page, re.DOTALL)
    assert inner
    assert 'role="doc-noteref"' in page
    assert 'role="doc-footnote"' in page


def test_the_pdf_says_what_it_is(out: Path) -> None:
    import pikepdf

    with pikepdf.open(edition(out, AXI, ".large-print.pdf")) as pdf:
        assert str(pdf.Root.Lang).startswith("en")
        assert pdf.Root.MarkInfo.Marked
        metadata = pdf.open_metadata()
        assert metadata["dc:title"] == "Axicabtagene Ciloleucel"
        assert metadata["pdfuaid:part"] == "1"
        assert "Public domain" in str(metadata.get("dc:rights", "")) or "public" in str(
            metadata.get("dc:rights", "")
        )
        with pdf.open_outline() as outline:
            assert [item.title for item in outline.root][:1] == ["Axicabtagene Ciloleucel"]


def test_two_builds_are_equal_to_the_byte(out: Path, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "plainlang", "build", "-q", "-o", str(tmp_path), "-j", "2"],
        cwd=REPOSITORY, check=False,
    )  # fmt: skip
    assert done.returncode == 0
    for path in tmp_path.rglob("*.en.*"):
        assert path.read_bytes() == (out / path.relative_to(tmp_path)).read_bytes(), path.name
