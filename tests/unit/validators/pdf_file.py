"""A real PDF with everything in it, for the checkers to find fault with."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import pikepdf

from plainlang.document import Asset, Document, Metadata, Provenance
from plainlang.engines import Engines
from plainlang.writers.base import EditionSettings
from plainlang.writers.pdf import write_pdf
from plainlang.writers.profiles import PROFILES

_DRAWING = (
    b'<svg xmlns="http://www.w3.org/2000/svg" width="90" height="90">'
    b'<rect width="90" height="90" fill="#888"/></svg>'
)

MARKDOWN = """
# Title

First paragraph with a [link](https://example.org/one) and a note[^1].

[^1]: The note, with a [second link](https://example.org/two).

## Doses

- one
- two

  1. nested

| Drug | Dose |
|------|------|
| Aspirin | 100 mg |
| Ibuprofen | 400 mg |

![A grey square](media/square.svg)

> Quoted.

### Words [hola]{lang=es}

Term
:   Its meaning.

Office waffle, soft­hyphen, zero​width, line\\
break.
"""


@dataclass(frozen=True)
class Sample:
    """A written document."""

    document: Document
    data: bytes

    def changed(self, change: Callable[[pikepdf.Pdf], None]) -> bytes:
        """The file after ``change``."""
        with pikepdf.open(BytesIO(self.data)) as pdf:
            change(pdf)
            out = BytesIO()
            pdf.save(out)
        return out.getvalue()


def elements(pdf: pikepdf.Pdf) -> Iterator[Any]:
    """All structure elements, in logical order."""
    stack: list[Any] = [pdf.Root.StructTreeRoot.K]
    while stack:
        node = stack.pop()
        if isinstance(node, pikepdf.Array):
            stack += reversed(list(node))
        elif isinstance(node, pikepdf.Dictionary) and "/S" in node:
            yield node
            stack.append(node.get("/K"))


def make_sample(engines: Engines) -> Sample:
    """Write the sample in large print."""
    ast = engines.pandoc.read(MARKDOWN)
    document = Document(
        id="sample",
        language="en-US",
        metadata=Metadata(title="Title"),
        blocks=tuple(ast["blocks"]),
        api_version=tuple(ast["pandoc-api-version"]),
        provenance=Provenance("sample.md", "markdown", "0" * 64),
        assets=(Asset("media/square.svg", "image/svg+xml", _DRAWING, "square.svg"),),
    )
    settings = EditionSettings(str, "en", profile=PROFILES["large-print"])
    written = write_pdf(document, settings, engines)
    assert written.shaped is not None
    return Sample(written.shaped, written.data)
