"""Sources that attack: each thing that a hostile or damaged document can try, by the command line.

A secret file stands beside the project; no edition may hold a word of it.
"""

from __future__ import annotations

import io
import re
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest
from pdfminer.high_level import extract_text

from tests import no_network
from tests.office import edited, in_body, odt_leaflet, png, word_leaflet

from .conftest import Ran, Run
from .test_bad_input import fails_alone, seed

SECRET = "the-secret-of-this-machine"
#: Seconds in which an attack has to be over; the slowest took 9 on the reference machine.
SOON = 60


@pytest.fixture(autouse=True)
def secret(tmp_path: Path) -> Path:
    path = tmp_path / "secret.txt"
    path.write_text(SECRET)
    return path


def shown(ran: Ran) -> str:
    """All text that the editions show."""
    texts = []
    for name in ran.editions():
        path = ran.folder / "out" / name
        if name.endswith(".pdf"):
            texts.append(extract_text(path))
        elif name.endswith(".epub"):
            with zipfile.ZipFile(path) as book:
                texts += [book.read(n).decode("utf-8", "replace") for n in book.namelist()]
        else:
            texts.append(path.read_text(encoding="utf-8"))
    return "\n".join(texts)


def page(body: str) -> str:
    return f"---\ntitle: Leaflet\nlanguage: en\n---\n\n{body}\n"


@pytest.mark.parametrize("target", ["../secret.txt", "%2e%2e/secret.txt", "{folder}/secret.txt"])
def test_an_image_elsewhere(run: Run, tmp_path: Path, target: str) -> None:
    seed(tmp_path, "bad.md", page(f"text ![x](<{target.format(folder=tmp_path)}>)"))
    ran = run("build", "-f", "html")
    fails_alone(ran, "seeds/bad.md", "image-outside", 6)
    assert SECRET not in shown(ran)


def test_an_image_that_is_a_link_elsewhere(run: Run, tmp_path: Path, secret: Path) -> None:
    (tmp_path / "outside.png").write_bytes(png())
    (tmp_path / "seeds" / "x.png").symlink_to(tmp_path / "outside.png")
    seed(tmp_path, "bad.md", page("text ![x](x.png)"))
    fails_alone(run("build", "-f", "html"), "seeds/bad.md", "image-outside", 6)


def test_a_side_file_that_is_a_link_elsewhere(run: Run, tmp_path: Path, secret: Path) -> None:
    secret.write_text(f"title: {SECRET}\n")
    seed(tmp_path, "bad.txt", "Take one tablet.")
    (tmp_path / "seeds" / "bad.meta.yaml").symlink_to(secret)
    ran = run("build", "-f", "html")
    assert "seeds/bad.meta.yaml: error[source-unreadable]" in ran.err
    assert ran.editions() == ["good/en/good.en.html"]
    assert SECRET not in shown(ran)


@pytest.mark.parametrize(
    "body",
    [
        '#read("../secret.txt") `#read("../secret.txt")`',
        '```{=typst}\n#read("{folder}/secret.txt")\n```',
        '`#read("../secret.txt")`{=typst}',
        '#import "@preview/cetz:0.3.0"\n\n#include "../secret.txt"',
        "\\input{../secret.txt} $\\input{../secret.txt}$",
        "```{=latex}\n\\input{../secret.txt}\n```",
        "\\#eval(\"read('../secret.txt')\") #{read(\"../secret.txt\")}",
        "[link](<#read(\"../secret.txt\")>) and [x](typst:read)",
        '| #read("../secret.txt") |\n|---|\n| #sys.inputs |',
    ],
)  # fmt: skip
def test_code_for_an_engine_is_text(run: Run, tmp_path: Path, body: str) -> None:
    seed(tmp_path, "bad.md", page("Before. " + body.replace("{folder}", str(tmp_path))))
    ran = run("build", "-f", "pdf,epub,html")
    assert ran.status == 0, ran.err
    text = shown(ran)
    assert SECRET not in text
    assert "Before." in text
    # What was written is shown as it was written, not run and not dropped.
    for name in ("read", "input", "import", "eval"):
        assert (name in body) <= (name in text)


@pytest.mark.parametrize(
    "body",
    [
        "<script>alert(1)</script>",
        "<img src=x.png onerror=alert(1)>",
        "<a href='javascript:alert(1)'>press</a>",
        "<a href='JaVaScRiPt:alert%281%29'>press</a>",
        "<a href='data:text/html;base64,PHNjcmlwdD4='>press</a>",
        "<a href=vbscript:x>press</a>",
        "<svg onload=alert(1)><text>words</text></svg>",
        "<iframe src='https://example.org/'></iframe>",
        "<style>body{background:url(https://example.org/x.png)}</style>",
        "<form action='https://example.org/'><input name=a></form>",
        '<p style="background:url(javascript:alert(1))" onclick="alert(1)">words</p>',
        "<object data='x.swf'></object><embed src='x.swf'>",
    ],
)
@pytest.mark.parametrize("suffix", ["md", "html"])
def test_nothing_active_reaches_an_edition(
    run: Run, tmp_path: Path, body: str, suffix: str
) -> None:
    seed(tmp_path, "x.png", png())
    head = '<html lang="en"><title>Leaflet</title><body><p>Take one tablet.</p>'
    seed(
        tmp_path,
        f"bad.{suffix}",
        page("Take one tablet.\n\n" + body) if suffix == "md" else head + body,
    )
    ran = run("build", "-f", "html,epub")
    assert ran.status == 0, ran.err
    assert "bad.md" in ran.err or "bad.html" in ran.err or "style" in body, "nothing was said"
    pages = [ran.folder / "out/bad/en/bad.en.html"]
    text = "\n".join(p.read_text() for p in pages).lower()
    body_of_page = text[text.index("<body") :]
    for mark in ("<script", "onerror", "onload", "onclick", "javascript:", "vbscript:", "data:text",
                 "<iframe", "<object", "<embed", "<form", "http-equiv=\"refresh", "<base"):  # fmt: skip
        assert mark not in body_of_page
    assert "example.org" not in body_of_page
    assert "take one tablet." in body_of_page


@pytest.mark.parametrize(
    "target",
    ["javascript:alert%281%29", "JaVaScRiPt:alert(1)", "data:text/html;base64,PHNj", "vbscript:x",
     "file:///etc/passwd", "&#106;avascript:alert(1)", "java\\script:x"],
)  # fmt: skip
def test_a_link_that_runs_something(run: Run, tmp_path: Path, target: str) -> None:
    seed(tmp_path, "bad.md", page(f"Take [one tablet]({target})."))
    ran = run("build", "-f", "html,epub,pdf")
    assert ran.status == 0, ran.err
    page_text = (ran.folder / "out/bad/en/bad.en.html").read_text()
    assert "one tablet" in page_text
    targets = re.findall(r'href="([^"]*)"', page_text)
    assert all(t.startswith(("#", "https:")) for t in targets), targets
    assert "seeds/bad.md:6" in ran.err


@pytest.mark.parametrize("tag", ["<meta http-equiv=refresh content='0;url=https://example.org/'>",
                                 "<base href='https://example.org/'>"])  # fmt: skip
def test_tags_of_a_head_stay_out(run: Run, tmp_path: Path, tag: str) -> None:
    seed(tmp_path, "bad.html", f"<html lang=en><head>{tag}</head><p>Take one tablet.")
    ran = run("build", "-f", "html")
    text = (ran.folder / "out/bad/en/bad.en.html").read_text().lower()
    assert "refresh" not in text
    assert "<base" not in text


def test_an_svg_with_a_script(run: Run, tmp_path: Path) -> None:
    seed(
        tmp_path, "x.svg", '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
    )
    seed(tmp_path, "bad.md", page("text ![a pen](x.svg)"))
    fails_alone(run("build", "-f", "html"), "seeds/bad.md", "image-unsupported", 6)


def test_an_alias_bomb(run: Run, tmp_path: Path) -> None:
    rows = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    rows += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 10)]
    seed(tmp_path, "bad.md", "---\n" + "\n".join(rows) + "\n---\n\ntext\n")
    fails_alone(run("build", "-f", "html"), "seeds/bad.md", "front-matter-invalid")


def bomb(megabytes: int) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"<x>" + b" " * 1000)
        with archive.open("word/media/image1.png", "w", force_zip64=True) as stream:
            for _ in range(megabytes):
                stream.write(b"\0" * 1_000_000)
    return buffer.getvalue()


def test_a_zip_bomb(run: Run, tmp_path: Path) -> None:
    data = bomb(300)
    assert len(data) < 1_000_000
    seed(tmp_path, "bad.docx", data)
    fails_alone(run("build", "-f", "html"), "seeds/bad.docx", "source-too-large")


def test_a_zip_bomb_that_lies_about_its_size(run: Run, tmp_path: Path) -> None:
    data = bytearray(bomb(300))
    # Sizes stand in the central directory; the one of 300 MB is set to 1,000 bytes.
    place = data.find((300_000_000).to_bytes(4, "little"))
    while place >= 0:
        data[place : place + 4] = (1000).to_bytes(4, "little")
        place = data.find((300_000_000).to_bytes(4, "little"))
    seed(tmp_path, "bad.docx", bytes(data))
    ran = run("build", "-f", "html")
    assert "bad.docx: error[source-" in ran.err
    assert ran.editions() == ["good/en/good.en.html"]


ENTITY = b"""<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file://%s">]>"""


@pytest.mark.parametrize("name", ["bad.docx", "bad.odt"])
def test_an_external_entity(run: Run, tmp_path: Path, secret: Path, name: str) -> None:
    part = "word/document.xml" if name.endswith("docx") else "content.xml"
    data = word_leaflet() if name.endswith("docx") else odt_leaflet()

    def attack(xml: bytes) -> bytes:
        body = xml[xml.index(b"?>") + 2 :] if xml.startswith(b"<?xml") else xml
        body = body.replace(b"each morning", b"each morning &e;")
        return ENTITY % str(secret).encode() + body

    seed(tmp_path, name, edited(data, {part: attack}))
    ran = run("build", "-f", "html")
    fails_alone(ran, f"seeds/{name}", "source-unsafe")
    assert SECRET not in shown(ran)


def test_a_word_picture_elsewhere(run: Run, tmp_path: Path, secret: Path) -> None:
    def attack(xml: bytes) -> bytes:
        return xml.replace(b'Target="media/image1.png"', b'Target="../../../secret.txt"')

    data = edited(word_leaflet(), {"word/_rels/document.xml.rels": attack})
    seed(tmp_path, "bad.docx", data)
    ran = run("build", "-f", "html")
    assert "bad.docx" in ran.err
    assert SECRET not in shown(ran)


@pytest.mark.parametrize(
    "xml",
    [
        "<w:tbl><w:tblGrid/><w:tr><w:tc><w:tcPr><w:gridSpan w:val='2000000000'/></w:tcPr>"
        "<w:p><w:r><w:t>wide</w:t></w:r></w:p></w:tc></w:tr></w:tbl>",
        "<w:tbl>" * 400 + "</w:tbl>" * 400,
    ],
    ids=["a cell of two thousand million columns", "tables in tables"],
)
def test_a_word_table_that_wants_all_memory(run: Run, tmp_path: Path, xml: str) -> None:
    seed(tmp_path, "bad.docx", edited(word_leaflet(), {"word/document.xml": in_body(xml)}))
    began = time.monotonic()
    ran = run("build", "-f", "html")
    assert time.monotonic() - began < SOON
    assert "good/en/good.en.html" in ran.editions()


def test_repeated_cells_in_an_odt(run: Run, tmp_path: Path) -> None:
    def attack(xml: bytes) -> bytes:
        return xml.replace(b"<table:table-cell", b'<table:table-cell table:number-columns-repeated="999999999"').replace(
            b"with water", b'with <text:s text:c="999999999"/>water')  # fmt: skip

    seed(tmp_path, "bad.odt", edited(odt_leaflet(), {"content.xml": attack}))
    began = time.monotonic()
    ran = run("build", "-f", "html")
    assert time.monotonic() - began < SOON
    assert "with water" in shown(ran)


@pytest.mark.parametrize(
    "body",
    [
        "\n".join("  " * n + "- item" for n in range(1000)),
        ">" * 1000 + " quote",
        "<div>" * 1000 + "text" + "</div>" * 1000,
        "[" * 10_000 + "text",
        "*" * 10_000 + "text",
        "`" * 10_001 + "text",
        "<" * 10_000 + "text",
        "![" * 5_000 + "text",
        "[^1]: " + "> " * 500 + "note",
        "|" * 20_000 + "\n" + "|-" * 10_000,
    ],
    ids=lambda body: body[:6].strip(),
)
def test_nesting_and_repetition(run: Run, tmp_path: Path, body: str) -> None:
    seed(tmp_path, "bad.md", page("Take one tablet.\n\n" + body))
    began = time.monotonic()
    ran = run("build", "-f", "html,epub,pdf")
    assert time.monotonic() - began < SOON
    assert "good/en/good.en.html" in ran.editions()
    built = any(name.startswith("bad/") for name in ran.editions())
    assert built or "seeds/bad.md" in ran.err
    assert "error[internal]" not in ran.err


@pytest.mark.parametrize(
    "body",
    ["<a " * 100_000, "<p hidden>x" * 20_000, "<span hidden>a</span>" * 20_000, "<b><i>" * 5_000,
     "<!--" * 50_000, "<p style='" * 30_000, "</div>" * 50_000],
    ids=lambda body: body[:12],
)  # fmt: skip
def test_html_that_takes_time(run: Run, tmp_path: Path, body: str) -> None:
    seed(tmp_path, "bad.html", "<html lang=en><p>Take one tablet.</p>" + body)
    began = time.monotonic()
    ran = run("build", "-f", "html")
    assert time.monotonic() - began < SOON
    assert "good/en/good.en.html" in ran.editions()
    assert "error[internal]" not in ran.err


def test_a_line_of_fifty_megabytes(run: Run, tmp_path: Path) -> None:
    seed(tmp_path, "bad.md", b"word " * 10_000_000)
    ran = run("build", "-f", "html")
    fails_alone(ran, "seeds/bad.md", "source-too-large")
    assert "limits.source-bytes" in ran.err


@pytest.mark.parametrize(
    "name", ["a\nb.md", "a\"b'c.md", "x..a..md", "a b\t.md", "-o.md", "a;rm -rf x.md", "$(id).md"]
)
def test_names_that_mean_something_elsewhere(run: Run, tmp_path: Path, name: str) -> None:
    seed(tmp_path, name, page("Take one tablet."))
    ran = run("build", "-f", "html,epub")
    assert ran.status == 0, ran.err
    out = (ran.folder / "out").resolve()
    made = [ran.folder / "out" / n for n in ran.editions()]
    assert len(made) == 4
    assert all(path.resolve().is_relative_to(out) for path in made)
    assert not any(c in str(p.relative_to(out.parent)) for p in made for c in '\n\t"')


@pytest.mark.parametrize("identifier", ["../../x", "/etc/x", "..", ".", "a/../../b"])
def test_an_id_that_leaves_the_output_folder(run: Run, tmp_path: Path, identifier: str) -> None:
    seed(tmp_path, "bad.md", f"---\ntitle: A\nlanguage: en\nid: '{identifier}'\n---\n\ntext\n")
    ran = run("build", "-f", "html")
    out = (ran.folder / "out").resolve()
    assert all((out / n).resolve().is_relative_to(out) for n in ran.editions())
    assert not list(tmp_path.parent.glob("x*"))
    assert {p.name for p in tmp_path.iterdir()} <= {"seeds", "out", "secret.txt"}


@pytest.mark.skipif(not no_network.supported(), reason="needs Linux and its filter of system calls")
class TestNoNetwork:
    """No socket of the Internet is opened, by whatever library: the kernel would end the process."""

    def call(self, folder: Path, *command: str) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            [sys.executable, str(Path(no_network.__file__)), *command],
            cwd=folder, capture_output=True, check=False, timeout=300,
        )  # fmt: skip

    def test_the_filter_ends_a_process_that_opens_one(self, tmp_path: Path) -> None:
        opened = self.call(tmp_path, sys.executable, "-c", "import socket; socket.socket()")
        assert opened.returncode < 0
        assert self.call(tmp_path, sys.executable, "-c", "print()").returncode == 0

    def test_a_build_opens_none(self, tmp_path: Path) -> None:
        seed(tmp_path, "x.png", png())
        remote = "https://example.org/x"
        seed(tmp_path, "a.md", page(
            f"![here](x.png) ![there]({remote}.png) [link]({remote}) <img src='{remote}.gif'>\n\n"
            f"#import \"@preview/cetz:0.3.0\"\n\n<link rel=stylesheet href={remote}.css>"))  # fmt: skip
        seed(tmp_path, "b.docx", edited(word_leaflet(), {
            "word/_rels/document.xml.rels": lambda xml: xml.replace(
                b'Target="media/image1.png"', f'Target="{remote}.png" TargetMode="External"'.encode())}))  # fmt: skip
        seed(tmp_path, "c.odt", odt_leaflet())
        seed(tmp_path, "d.html", f"<html lang=en><base href={remote}><img src=/y.png alt=y><p>text")
        seed(tmp_path, "e.txt", f"Take one tablet. {remote}")
        build = (
            sys.executable,
            "-m",
            "plainlang",
            "build",
            "-f",
            "epub,pdf,large-print,giant-print,html",
        )
        done = self.call(tmp_path, *build)
        assert done.returncode == 0, done.stderr.decode()
        assert len(list((tmp_path / "out").glob("*/*/*.*"))) == 25

    @pytest.mark.parametrize(
        "command", [("normalize", "seeds/a.md", "--explain", "text"), ("doctor",)]
    )
    def test_other_commands_open_none(self, tmp_path: Path, command: tuple[str, ...]) -> None:
        seed(tmp_path, "a.md", page("![there](https://example.org/x.png)"))
        done = self.call(tmp_path, sys.executable, "-m", "plainlang", *command)
        assert done.returncode == 0, done.stderr.decode()
