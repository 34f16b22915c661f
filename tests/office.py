"""Office documents for the tests, made by python-docx, odfpy and pandoc: three other writers."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from odf import dc, draw, meta, office, style, svg, table, text
from odf.namespaces import TEXTNS
from odf.opendocument import OpenDocumentText, load

__all__ = ["edited", "load", "odt_leaflet", "png", "word_leaflet"]


def png(red: int = 255, size: int = 12) -> bytes:
    """A square of one colour."""
    row = b"\0" + bytes([red, 0, 0]) * size

    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    head = struct.pack(">IIBBBBB", size, size, 8, 2, 0, 0, 0)
    pixels = zlib.compress(row * size)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")
    )


def _run(words: str, tag: str = "w:t", **marks: str) -> Any:
    run = OxmlElement("w:r")
    node = OxmlElement(tag)
    node.text = words
    node.set(qn("xml:space"), "preserve")
    if marks:
        properties = OxmlElement("w:rPr")
        if "bidi" in marks:
            properties.append(OxmlElement("w:rtl"))
        language = OxmlElement("w:lang")
        for key, value in marks.items():
            language.set(qn(f"w:{key}"), value)
        properties.append(language)
        run.append(properties)
    run.append(node)
    return run


def _change(kind: str, words: str) -> Any:
    change = OxmlElement(f"w:{kind}")
    change.set(qn("w:id"), "7")
    change.set(qn("w:author"), "reviewer")
    change.append(_run(words, "w:delText" if kind == "del" else "w:t"))
    return change


def word_leaflet(**properties: str) -> bytes:
    """A leaflet by python-docx: everything that an office puts into one."""
    made = docx.Document()
    for key, value in properties.items():
        setattr(made.core_properties, key, value)
    made.add_heading("Your new tablets", 0)
    made.add_heading("How to take them", 1)
    paragraph = made.add_paragraph("Take ")
    paragraph.add_run("5 mg").bold = True
    paragraph.add_run(" each morning. ")
    paragraph._p.append(_run("Tome una pastilla cada mañana.", val="es-ES"))
    whole = made.add_paragraph()
    whole._p.append(_run("خذ 5 ملغ كل صباح", val="en-US", bidi="ar-SA"))
    for words in ("with water", "with food"):
        made.add_paragraph(words, style="List Bullet")
    for words in ("open the box", "take one tablet"):
        made.add_paragraph(words, style="List Number")
    grid = made.add_table(2, 2)
    for place, words in enumerate(("Time", "Dose", "morning", "5 mg")):
        grid.cell(place // 2, place % 2).text = words
    made.add_picture(io.BytesIO(png()))
    made.inline_shapes[0]._inline.docPr.set("descr", "a white tablet with a line across it")
    made.add_picture(io.BytesIO(png(128)))
    paragraph = made.add_paragraph("Do ")
    for change in (_change("ins", "not "), _change("del", "always ")):
        paragraph._p.append(change)
    paragraph.add_run("drink alcohol.")
    made.add_comment(paragraph.runs[0], text="is that so?", author="reviewer")
    made.sections[0].header.paragraphs[0].text = "City hospital"
    buffer = io.BytesIO()
    made.save(buffer)
    return buffer.getvalue()


def odt_leaflet() -> bytes:
    """The same leaflet by odfpy."""
    made = OpenDocumentText()
    spanish = style.Style(name="Spanish", family="text")
    spanish.addElement(style.TextProperties(language="es", country="ES"))
    arabic = style.Style(name="Arabic", family="paragraph")
    arabic.addElement(style.TextProperties(languagecomplex="ar", countrycomplex="SA"))
    english = style.DefaultStyle(family="paragraph")
    english.addElement(style.TextProperties(language="en", country="US"))
    hidden = style.Style(name="Hidden", family="text")
    hidden.addElement(style.TextProperties(display="none"))
    title = style.Style(name="Title", family="paragraph")
    numbers = text.ListStyle(name="Numbers")
    numbers.addElement(text.ListLevelStyleNumber(level=1, numformat="1", numsuffix="."))
    for entry in (english, title, numbers):
        made.styles.addElement(entry)
    for entry in (spanish, arabic, hidden):
        made.automaticstyles.addElement(entry)
    made.meta.addElement(meta.UserDefined(name="lastReviewed", text="2026-03-01"))
    body = made.text
    changes = text.TrackedChanges()
    for identifier, kind in (("c1", text.Insertion()), ("c2", text.Deletion())):
        info = office.ChangeInfo()
        info.addElement(dc.Creator(text="reviewer"))
        info.addElement(dc.Date(text="2026-01-01T00:00:00"))
        kind.addElement(info)
        if identifier == "c2":
            kind.addElement(text.P(text="always "))
        region = text.ChangedRegion(check_grammar=False)
        region.setAttrNS(TEXTNS, "id", identifier)
        region.addElement(kind)
        changes.addElement(region)
    body.addElement(changes)
    body.addElement(text.P(stylename=title, text="Your new tablets"))
    body.addElement(text.H(outlinelevel=1, text="How to take them"))
    paragraph = text.P(text="Take 5 mg each morning. ")
    paragraph.addElement(text.Span(stylename=spanish, text="Tome una pastilla cada mañana."))
    paragraph.addElement(text.Span(stylename=hidden, text="internal number"))
    note = text.Note(noteclass="footnote", id="n1")
    note.addElement(text.NoteCitation(text="1"))
    holder = text.NoteBody()
    holder.addElement(text.P(text="Ask the pharmacist."))
    note.addElement(holder)
    paragraph.addElement(note)
    body.addElement(paragraph)
    body.addElement(text.P(stylename=arabic, text="خذ 5 ملغ كل صباح"))
    bullets = text.List()
    for words in ("with water", "with food"):
        item = text.ListItem()
        item.addElement(text.P(text=words))
        bullets.addElement(item)
    body.addElement(bullets)
    grid = table.Table(name="Doses")
    grid.addElement(table.TableColumn(numbercolumnsrepeated=2))
    for words in (("Time", "Dose"), ("morning", "5 mg")):
        row = table.TableRow()
        for word in words:
            cell = table.TableCell()
            cell.addElement(text.P(text=word))
            row.addElement(cell)
        grid.addElement(row)
    body.addElement(grid)
    for red, description in ((255, "a white tablet with a line across it"), (128, "")):
        target = made.addPictureFromString(png(red), "image/png")
        frame = draw.Frame(width="2cm", height="2cm", anchortype="as-char")
        frame.addElement(draw.Image(href=target))
        if description:
            frame.addElement(svg.Desc(text=description))
        holder = text.P()
        holder.addElement(frame)
        body.addElement(holder)
    paragraph = text.P(text="Do ")
    paragraph.addElement(text.ChangeStart(changeid="c1"))
    paragraph.addText("not ")
    paragraph.addElement(text.ChangeEnd(changeid="c1"))
    paragraph.addElement(text.Change(changeid="c2"))
    paragraph.addText("drink alcohol.")
    comment = office.Annotation()
    comment.addElement(text.P(text="is that so?"))
    paragraph.addElement(comment)
    body.addElement(paragraph)
    buffer = io.BytesIO()
    made.write(buffer)
    return buffer.getvalue()


def edited(data: bytes, changes: dict[str, Callable[[bytes], bytes] | bytes]) -> bytes:
    """A package with parts changed or added, as an attacker or another program would."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            change = changes.get(name)
            if callable(change):
                part = change(part)
            elif change is not None:
                continue
            new.writestr(name, part)
        for name, change in changes.items():
            if isinstance(change, bytes):
                new.writestr(name, change)
    return buffer.getvalue()


def in_body(xml: str) -> Callable[[bytes], bytes]:
    """A change that puts ``xml`` at the end of a Word document's body."""

    def change(part: bytes) -> bytes:
        place = part.rindex(b"<w:sectPr")
        return part[:place] + xml.encode() + part[place:]

    return change


def written_by_pandoc(source: str, form: str, folder: Path) -> bytes:
    """A document that pandoc wrote."""
    import subprocess

    from plainlang.engines.pandoc import find_pandoc

    target = folder / f"by-pandoc.{form}"
    subprocess.run(
        [str(find_pandoc()), "-f", "markdown-implicit_figures", "-o", str(target)],
        input=source.encode(), cwd=folder, check=True,
    )  # fmt: skip
    return target.read_bytes()
