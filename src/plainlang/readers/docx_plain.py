"""Constructs of a DOCX that pandoc leaves out or runs together, made plain or refused.

What has an ordinary form is given it (a break, a box that is ticked, the value that was chosen);
what has none is an error that names its words, because an edition without them would be wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

from plainlang.diagnostics import Code, Diagnostic, Severity
from plainlang.readers.docx_names import WP, A, R, W, dissolve, switched_on, value
from plainlang.readers.shown import shown
from plainlang.readers.symbols import SYMBOL_FONT

_VML = "{urn:schemas-microsoft-com:vml}"
#: Wrappers that pandoc does not know; their runs are ordinary ones.
_WRAPPERS = (W + "fldSimple", W + "dir", W + "bdo", W + "customXml", W + "rubyBase")
#: Fields whose result no run holds: it is computed when the page is shown.
_COMPUTED = re.compile(r"^\s*(?:EQ|ADVANCE|SYMBOL)\b\s*(.*)", re.IGNORECASE | re.DOTALL)


_SHAPES = re.compile(r"wordprocessing(?:Group|Canvas|Shape)")


def make_plain(root: Any, file: str) -> Iterator[Diagnostic]:
    """Give what pandoc would lose an ordinary form; yield an error for what has none."""
    for element in list(root.iter(W + "cr")):
        element.tag = W + "br"  # two numbers on two lines must not become one
    for element in list(root.iter(W + "ptab")):
        element.tag = W + "tab"
        element.attrib.clear()
    for element in list(root.iter(*_WRAPPERS)):
        for properties in list(element.iterchildren(W + "customXmlPr", W + "fldData")):
            element.remove(properties)
        dissolve(element)
    for ruby in list(root.iter(W + "ruby")):
        _set_ruby(ruby)
    for path in list(root.iter(_VML + "textpath")):
        words = path.get("string") or ""
        run = next(path.iterancestors(W + "r"), None)
        if words.strip() and run is not None:
            _text_run(run, words)
    for begin in list(root.iter(W + "fldChar")):
        yield from _field(begin, file)
    for chunk in list(root.iter(W + "altChunk")):
        yield _refused("another file that is put into the document (altChunk)", "", file)
        chunk.getparent().remove(chunk)
    yield from _computed(root, file)


def _field(begin: Any, file: str) -> Iterator[Diagnostic]:
    """Show the state of an old form field: a box that is ticked, the value that was chosen."""
    data = begin.find(W + "ffData")
    run = begin.getparent()
    if data is None or run is None:
        return
    box = data.find(W + "checkBox")
    if box is not None:
        ticked = switched_on(box, W + "checked") or (
            box.find(W + "checked") is None and switched_on(box, W + "default")
        )
        _text_run(run, "☒" if ticked else "☐")
    options = data.find(W + "ddList")
    if options is not None:
        entries = [entry.get(W + "val") or "" for entry in options.iterchildren(W + "listEntry")]
        chosen = value(options, W + "result") or value(options, W + "default") or "0"
        if chosen.isdigit() and int(chosen) < len(entries):
            _text_run(run, entries[int(chosen)])
        else:
            yield _refused("a list to choose from", " / ".join(entries), file)


def _computed(root: Any, file: str) -> Iterator[Diagnostic]:
    for instruction in root.iter(W + "instrText"):
        found = _COMPUTED.match(instruction.text or "")
        if found:
            yield _refused("a formula that is a field", found[1], file)


def _set_ruby(ruby: Any) -> None:
    """Put the reading of a word behind it, in brackets."""
    run = ruby.getparent()
    base = "".join(t.text or "" for t in ruby.iterfind(f".//{W}rubyBase//{W}t"))
    reading = "".join(t.text or "" for t in ruby.iterfind(f".//{W}rt//{W}t"))
    base = base or "".join(t.text or "" for t in ruby.iter(W + "t"))
    ruby.getparent().remove(ruby)
    _text_run(run, f"{base} ({reading})" if reading else base)


def _text_run(run: Any, words: str) -> None:
    """Put a run with ``words`` behind ``run``."""
    made = etree.Element(W + "r")
    node = etree.SubElement(made, W + "t")
    node.text = words
    run.addnext(made)


def _refused(what: str, words: str, file: str) -> Diagnostic:
    named = f": “{shown(' '.join(words.split()))}”" if words.strip() else ""
    return Diagnostic(
        Code.SOURCE_TEXT_LOST,
        Severity.ERROR,
        f"{what} cannot be carried into an edition{named}",
        file,
        hint="Write its words as ordinary text, or put it in as a picture with a description.",
    )


def in_symbols(node: Any) -> bool:
    """Tell whether a text is set in a font whose letters show signs."""
    fonts = node.getparent().find(f"{W}rPr/{W}rFonts")
    return fonts is not None and bool(SYMBOL_FONT.search(fonts.get(W + "ascii") or ""))


def pictures_elsewhere(
    root: Any, relations: Any | None, parts: set[str], file: str
) -> Iterator[Diagnostic]:
    """Put the address of a picture on the web in its place; yield an error for one that is lost.

    :param relations: the part ``document.xml.rels``.
    :param parts: names of the parts that are there, relative to ``word/``.
    """
    found = {} if relations is None else {r.get("Id", ""): r for r in relations}
    for drawing in list(root.iter(W + "drawing")):
        blip = next(drawing.iter(A + "blip"), None)
        if blip is None:
            continue
        relation = found.get(blip.get(R + "embed") or blip.get(R + "link") or "")
        target = "" if relation is None else relation.get("Target", "")
        inside = relation is not None and relation.get("TargetMode") != "External"
        if inside and (target in parts or target.lstrip("/").removeprefix("word/") in parts):
            continue
        properties = next(drawing.iter(WP + "docPr"), None)
        words = "" if properties is None else properties.get("descr") or ""
        if re.match(r"https?://", target):
            run = next(drawing.iterancestors(W + "r"))
            _text_run(run, f"{words} ({target})" if words else target)
            drawing.getparent().remove(drawing)
            yield Diagnostic(
                Code.IMAGE_REMOTE,
                Severity.WARNING,
                f"the picture {target} is on the web; its address stands in its place",
                file,
                hint="Put the picture itself in: nothing is fetched while building.",
            )
            continue
        yield Diagnostic(
            Code.IMAGE_NOT_FOUND,
            Severity.ERROR,
            "a picture is linked and not in the document"
            + (f": “{shown(words)}”" if words else ""),
            file,
            hint="Put the picture itself in (Insert, Pictures, This Device).",
        )


def drawn_shapes(root: Any, file: str) -> Iterator[Diagnostic]:
    """Yield a message for each drawing of shapes; it is an error where a description says more."""
    for drawing in root.iter(W + "drawing"):
        if next(drawing.iter(A + "blip"), None) is not None:
            continue
        data = next(drawing.iter(A + "graphicData"), None)
        if data is None or not re.search(
            r"wordprocessing(?:Group|Canvas|Shape)", data.get("uri", "")
        ):
            continue
        properties = next(drawing.iter(WP + "docPr"), None)
        words = "" if properties is None else properties.get("descr") or ""
        if words.strip():
            yield _refused("a drawing of shapes", words, file)
