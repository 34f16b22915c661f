"""Documents for the tests of the PDF writer, read by the real pandoc."""

from __future__ import annotations

import struct
import zlib
from datetime import date
from io import BytesIO
from typing import Any

import pikepdf

from plainlang.ast import attr, text, transform, words
from plainlang.document import Asset, Block, Document, Metadata, Provenance
from plainlang.engines import Engines
from plainlang.validators.pdf_text import PdfText, read_text
from plainlang.validators.readback import normalized_words
from plainlang.writers.base import EditionSettings, Written
from plainlang.writers.pdf import as_printed, write_pdf
from plainlang.writers.profiles import PROFILES


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(width: int, height: int) -> bytes:
    """A grey image."""
    rows = (b"\x00" + b"\x80" * width) * height
    return (
        b"\x89PNG\r\n\x1a\n"
        + _chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
        + _chunk(b"IDAT", zlib.compress(rows))
        + _chunk(b"IEND", b"")
    )


ASSETS = (
    Asset("media/wide.png", "image/png", png(900, 300), "wide.png"),
    Asset("media/tall.png", "image/png", png(40, 4000), "tall.png"),
    Asset("media/icon.png", "image/png", png(16, 12), "icon.png"),
)

#: Everything that the AST can hold and that a PDF must not lose.
FULL = """
# How to take it, with *stress*, `code` and a [link](https://example.org/title)[^h]

[^h]: A note in the title with a [link](https://example.org/note).

## Marks {#marks}

Straight "quotes" and 'these', “curly” ‘ones’; **bold**, *stressed*, ~~struck~~; C:\\path #1 $5
@home <3 a_b *c -5 mg, −5 mg, -- and --- and ... and 1. and + and / and =. α → ✓ ☐ ① ≥ ½ 10⁹ µg.
soft­hyphen, zero​width, no break. Line\\
break. See [there](#there), [Marks](#marks), [mail](mailto:team@example.org),
[call](tel:+1-800-555-0100), <https://example.org/a-b/c.html?query=string&x=y#part>.

[hola]{lang=es} [target]{#there} ends.

3) three
4) four

   1. inner one

      - deep

        > quoted in it

   after

- one
-
- three

* another list

1. first list

<!-- -->

1. second list

- [ ] to do
- [x] done

> Quoted.
>
> Twice.

---

Term
:   One.

    Two.

:   Three.

Other term[^t]
:   Four.

[^t]: A note with

    - a list

| Name | Dose |
|------|-----:|
| Aspirin[^c] | 100 mg |
| | 5 mg |

[^c]: A note in a cell.

![A wide picture](media/wide.png)

Text with ![an icon](media/icon.png) in it.

```
code   with spaces
  and a line
```

::: {.legal lang=es}
Texto con [enlace](https://example.org/ñandú).
:::

### Level three

#### Level four

##### Level five

###### Level six

The end.
"""


def make(markdown: str, engines: Engines, *, language: str = "en", **metadata: Any) -> Document:
    """Read Markdown as a document that could come from the assembly."""
    ast = engines.pandoc.read(markdown)
    blocks = transform(ast["blocks"], lambda e: None if e["t"].startswith("Raw") else e)
    return assembled(blocks, language=language, api=ast["pandoc-api-version"], **metadata)


def assembled(
    blocks: list[Block], *, language: str = "en", api: Any = (1, 23, 1), **metadata: Any
) -> Document:
    facts: dict[str, Any] = {"title": "How to take it", "last_reviewed": date(2025, 12, 30)}
    return Document(
        id="sample",
        language=language,
        metadata=Metadata(**(facts | metadata)),
        blocks=tuple(blocks),
        api_version=tuple(api),
        provenance=Provenance("sample.md", "markdown", "0" * 64),
        assets=ASSETS,
    )


def heading(title: str = "How to take it", level: int = 1) -> Block:
    return {"t": "Header", "c": [level, attr(), text(title)]}


def settings(profile: str = "pdf", direction: str = "ltr", **changes: Any) -> EditionSettings:
    values: dict[str, Any] = {
        "translate": lambda message: message,
        "words_language": "en",
        "direction": direction,
        "profile": PROFILES[profile],
    }
    return EditionSettings(**(values | changes))


def write(document: Document, engines: Engines, profile: str = "pdf", **changes: Any) -> Written:
    return write_pdf(document, settings(profile, **changes), engines)


def read(document: Document, engines: Engines, profile: str = "pdf", **changes: Any) -> PdfText:
    return read_text(write(document, engines, profile, **changes).data)


def expected(document: Document, profile: str = "pdf") -> str:
    """All words of what is printed, in one piece: formats may divide them differently."""
    printed = as_printed(document, settings(profile))
    return "".join(normalized_words(words(printed.blocks)))


def found(text_read: PdfText) -> str:
    return "".join(normalized_words(text_read.words))


def assert_within_the_page(data: bytes) -> None:
    """Every piece of text begins and ends between the edges of the paper."""
    with pikepdf.open(BytesIO(data)) as pdf:
        width = float(pdf.pages[0].MediaBox[2])
        for page in pdf.pages:
            left = 0.0
            size = 0.0
            for operands, operator in pikepdf.parse_content_stream(page):
                name = str(operator)
                if name == "cm":
                    left = float(operands[4])
                    assert 0 < left < width
                elif name == "Tf":
                    size = float(operands[1])
                elif name in {"Tj", "TJ"}:
                    shown = operands[0] if name == "TJ" else [operands[0]]
                    glyphs = sum(len(bytes(p)) // 2 for p in shown if isinstance(p, pikepdf.String))
                    # Half an em for a glyph is what they have on average.
                    assert left + glyphs * size * 0.35 < width


def tags(pdf: pikepdf.Pdf) -> list[Any]:
    """All structure elements, in logical order."""
    result: list[Any] = []
    stack: list[Any] = [pdf.Root.StructTreeRoot.K]
    while stack:
        node = stack.pop()
        if isinstance(node, pikepdf.Array):
            stack += reversed(list(node))
        elif isinstance(node, pikepdf.Dictionary) and "/S" in node:
            result.append(node)
            stack.append(node.get("/K"))
    return result
