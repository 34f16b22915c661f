"""PO files come back as they were, whoever wrote them; what is damaged is an error with its line."""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plainlang.catalogs.base import Catalog, Message
from plainlang.catalogs.po import parse_po, po_bytes, read_po, save_po
from plainlang.exceptions import CatalogError, OutputError

CORPUS = os.environ.get("PLAINLANG_CORPUS")

HEADER = b'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"X-Mine: 1\\n"\n'
QUIRKS = (
    HEADER
    + (
        "\n# Ana: ask the clinic.\n#. list item\n#: seeds/a\u2068 b\u2069.md c.md\n#, c-format, my-flag\n"
        '#| msgctxt "old"\n#| msgid "Old text"\nmsgctxt "new"\nmsgid ""\n"Long "\n"text\\n"\n"and more"\n'
        'msgstr "Texto \\"largo\\"\\tcon \\\\ y \\303\\261"\n'
        '\n#= sticky\nmsgid "one day"\nmsgid_plural "{n} days"\nmsgstr[0] "un día"\nmsgstr[1] "{n} días"\n'
        '\n#~| msgid "Before"\n#~ msgid "Gone"\n#~ msgstr "Ido"\n'
        '\n#~ msgid "Gone too"\n#~ msgstr ""\n#~ "También "\n#~ "ido"\n\n# the end\n'
    ).encode()
)


def test_every_quirk_is_read() -> None:
    catalog = parse_po(QUIRKS, "a.po")
    first, second, third, fourth = catalog.messages
    assert first.comments == ("Ana: ask the clinic.",)
    assert first.flags == ("c-format", "my-flag")
    assert first.references == ("seeds/a\u2068 b\u2069.md c.md",)
    assert (first.previous_context, first.previous) == ("old", "Old text")
    assert (first.context, first.msgid) == ("new", "Long text\nand more")
    assert first.msgstr == 'Texto "largo"\tcon \\ y ñ'
    assert second.others == ("#= sticky",)
    assert (second.plural, second.plurals) == ("{n} days", ("un día", "{n} días"))
    assert (third.obsolete, third.previous, third.msgstr) == (True, "Before", "Ido")
    assert (fourth.obsolete, fourth.msgstr) == (True, "También ido")
    assert "X-Mine: 1" in catalog.header.msgstr
    assert catalog.tail == "\n# the end\n"
    assert first.msgstr_line == 17


@pytest.mark.parametrize(
    "data",
    [
        QUIRKS,
        QUIRKS.replace(b"\n", b"\r\n"),
        b"\xef\xbb\xbf" + QUIRKS,
        QUIRKS.decode().replace("UTF-8", "UTF-16").encode("utf-16"),
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=ISO-8859-1\\n"\n\nmsgid "a"\nmsgstr "ñ"\n'.encode("latin-1"),
        b'msgid "a"\nmsgstr "b"\nmsgid "c"\nmsgstr "d"',
        b'msgid "a"\nmsgstr "b"\n\n' + HEADER,
        b'domain "x"\nmsgid "a"\nmsgstr "b"\n',
        b"",
        b"\n\n",
    ],
    ids=["lf", "crlf", "bom", "utf-16", "latin-1", "no end", "header last", "domain", "empty", "blank"],
)  # fmt: skip
def test_a_file_comes_back_byte_for_byte(data: bytes) -> None:
    assert po_bytes(parse_po(data)) == data


def test_only_the_entry_that_changed_is_written_anew() -> None:
    catalog = parse_po(QUIRKS)
    first, *rest = catalog.messages
    made = po_bytes(replace(catalog, messages=(replace(first, msgstr="Otro"), *rest)))
    before, after = QUIRKS.decode().split("\n\n"), made.decode().split("\n\n")
    assert [n for n, (a, b) in enumerate(zip(before, after, strict=True)) if a != b] == [1]
    assert 'msgstr "Otro"' in after[1]
    assert "#, c-format, my-flag" in after[1]


@pytest.mark.parametrize("end", ["\\n", ""])
def test_a_character_outside_the_charset_moves_the_file_to_utf_8(end: str) -> None:
    data = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=ISO-8859-1END"\n\nmsgid "a"\nmsgstr "ñ"\n'.replace("END", end).encode("latin-1")  # fmt: skip
    catalog = parse_po(data)
    made = po_bytes(replace(catalog, messages=(replace(catalog.messages[0], msgstr="ñ لا"),)))
    again = parse_po(made)
    assert again.messages[0].msgstr == "ñ لا"
    assert again.header.msgstr.rstrip() == "Content-Type: text/plain; charset=UTF-8"


@pytest.mark.parametrize(
    ("data", "line", "problem"),
    [
        (b'msgid "a"\nmsgstr "b\n', 2, "not closed"),
        (b'msgid "a"\nmsgstr "b" c\n', 2, "not closed"),
        (b'msgid "a"\n\nmsgid "b"\nmsgstr ""\n', 3, "twice in one entry"),
        (b'msgid "a"\n', 1, "no msgstr"),
        (b'msgstr "a"\n', 1, "without its msgid"),
        (b'msgid "a"\nmsgstr "b"\n\nmsgid "a"\nmsgstr "c"\n', 4, "in line 1 too"),
        (b'msgid "a"\nmsgstr "b"\nnonsense\n', 3, "nothing that a PO file knows"),
        (b'"lost"\n', 1, "without a keyword"),
        (b'msgid "a\\q"\nmsgstr "b"\n', 1, "no escape"),
        (b'msgid "a"\nmsgid_plural "b"\nmsgstr "c"\n', 3, "with"),
        (b'msgid "a"\nmsgid_plural "b"\nmsgstr[1] "c"\n', 3, "out of order"),
        (HEADER + b'\nmsgid "a"\nmsgstr "\xff"\n', 7, "charset"),
        (b'msgid ""\nmsgstr "Content-Type: text/plain; charset=KLINGON\\n"\n', 2, "KLINGON"),
    ],
)  # fmt: skip
def test_what_is_damaged_is_an_error_with_its_line(data: bytes, line: int, problem: str) -> None:
    with pytest.raises(CatalogError) as caught:
        parse_po(data, "a.po")
    diagnostic = caught.value.diagnostic
    assert (diagnostic.file, diagnostic.line) == ("a.po", line)
    assert problem in diagnostic.message
    assert diagnostic.hint


def test_a_file_that_is_not_there_says_so(tmp_path: Path) -> None:
    with pytest.raises(CatalogError, match="cannot be read"):
        read_po(tmp_path / "a.po")


@pytest.mark.parametrize(
    "text",
    [
        "short",
        "a long line " * 12,
        "two\nrows",
        "ends\n",
        "中文没有空格" * 20,
        "tab\there",
        'q"b\\s',
        "",
    ],
)
def test_lines_are_wrapped_as_gettext_wraps_them(text: str) -> None:
    made = po_bytes(Catalog(Message(""), (Message(text or "x", text),))).decode()
    widths = [sum(2 if ord(c) > 0x1100 else 1 for c in line) for line in made.splitlines()]
    assert max(widths) <= 79
    assert parse_po(made.encode()).messages[0].msgstr == text


def test_a_full_disk_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "a.po"
    path.write_bytes(QUIRKS)
    code = (
        "import resource, signal, sys; from pathlib import Path\n"
        "from dataclasses import replace\n"
        "from plainlang.catalogs.po import read_po, save_po\n"
        "from plainlang.exceptions import OutputError\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        f"path = Path({str(path)!r}); catalog = read_po(path)\n"
        "big = tuple(replace(m, msgstr='x' * 9000) for m in catalog.messages)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))\n"
        "try: save_po(replace(catalog, messages=big), path)\n"
        "except OutputError as error: print(error.diagnostic.code)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.stdout.strip() == "disk-full", done.stderr
    assert path.read_bytes() == QUIRKS
    assert [p.name for p in tmp_path.iterdir()] == ["a.po"]
    assert resource.RLIMIT_FSIZE


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written_is_an_error(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(OutputError):
        save_po(parse_po(QUIRKS), tmp_path / "a.po")


def test_an_unchanged_file_is_not_written(tmp_path: Path) -> None:
    path = tmp_path / "a.po"
    assert save_po(parse_po(QUIRKS), path)
    assert not save_po(read_po(path), path)


_TEXT = st.text(
    st.characters(exclude_categories=("Cs", "Cc"), include_characters="\n\t"), max_size=60
)
_LINE = st.text(st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp")), max_size=30).map(
    str.strip
)


@st.composite
def _messages(draw: st.DrawFn) -> Message:
    plural = draw(st.none() | _TEXT.filter(bool))
    plurals = () if plural is None else (draw(_TEXT), draw(_TEXT))
    return Message(
        draw(_TEXT.filter(bool)),
        plurals[0] if plurals else draw(_TEXT),
        draw(st.none() | _TEXT),
        plural,
        plurals,
        comments=tuple(draw(st.lists(_LINE.filter(bool), max_size=2))),
        extracted=tuple(draw(st.lists(_LINE.filter(bool), max_size=2))),
        flags=tuple(draw(st.lists(st.sampled_from(["fuzzy", "c-format", "mine"]), unique=True))),
        previous=draw(st.none() | _TEXT),
        obsolete=draw(st.booleans()),
    )


@settings(max_examples=200, deadline=None)
@given(st.lists(_messages(), max_size=5, unique_by=lambda m: m.key))
def test_what_is_written_is_read_again(messages: list[Message]) -> None:
    header = parse_po(HEADER).header
    catalog = parse_po(po_bytes(Catalog(header, tuple(messages))))
    assert catalog.messages == tuple(messages)
    assert catalog.header == header


@pytest.mark.skipif(shutil.which("msgmerge") is None, reason="gettext is not installed")
def test_msgmerge_polib_and_the_translate_toolkit_keep_what_matters(tmp_path: Path) -> None:
    import polib

    path = tmp_path / "a.po"
    # polib reads no comment of a kind that it does not know, and no byte by its number.
    plain = QUIRKS.replace(b"#= sticky\n", b"").replace(b"\\303\\261", "ñ".encode())
    path.write_bytes(plain)
    template = tmp_path / "a.pot"
    live = [m for m in parse_po(QUIRKS).messages if not m.obsolete]
    template.write_bytes(
        po_bytes(Catalog(parse_po(HEADER).header, tuple(
            replace(m, msgstr="", plurals=tuple("" for _ in m.plurals), previous=None, previous_context=None)
            for m in live))))  # fmt: skip
    merged = subprocess.run(
        ["msgmerge", "--previous", "-q", str(path), str(template)], capture_output=True, check=True
    ).stdout
    tools = {"msgmerge": merged, "polib": str(polib.pofile(str(path))).encode()}
    code = (
        "import sys; from translate.storage import pypo; "
        "sys.stdout.buffer.write(bytes(pypo.pofile.parsefile(sys.argv[1])))"
    )
    tools["translate"] = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", code, str(path)], capture_output=True, check=True
    ).stdout
    for tool, data in tools.items():
        first, second = parse_po(data, tool).messages[:2]
        assert first.comments == ("Ana: ask the clinic.",), tool
        assert first.msgstr == live[0].msgstr, tool
        assert second.plurals == live[1].plurals, tool
        assert "X-Mine: 1" in parse_po(data).header.msgstr, tool
        if tool != "msgmerge":  # it drops #| of an entry that is not fuzzy
            assert first.previous == "Old text", tool


@pytest.mark.corpus
@pytest.mark.skipif(CORPUS is None, reason="PLAINLANG_CORPUS is not set")
def test_the_catalogs_of_other_projects_come_back_whole() -> None:
    assert CORPUS is not None
    read = refused = 0
    for path in sorted(Path(CORPUS, "catalogs").rglob("*.po*")):
        if path.suffix not in {".po", ".pot"}:
            continue
        try:
            catalog = read_po(path)
        except CatalogError as error:
            assert error.diagnostic.line
            refused += 1
            continue
        read += 1
        assert po_bytes(catalog) == path.read_bytes(), path
        anew = replace(catalog, messages=tuple(replace(m, raw="") for m in catalog.messages))
        assert parse_po(po_bytes(anew)).messages == catalog.messages, path
    assert read >= 140
    assert refused <= 3
