"""Any Markdown is read and cleaned; a second pass of the cleanup changes nothing."""

from __future__ import annotations

import atheris

with atheris.instrument_imports(include=["plainlang"]):
    from plainlang import encoding
    from plainlang.cleanup import clean
    from plainlang.document import Provenance
    from plainlang.engines import Engines
    from plainlang.engines.pandoc import PandocWorker
    from plainlang.engines.typst import TypstCompiler
    from plainlang.readers import read_document

from fuzzing import run

ENGINES = Engines(pandoc=PandocWorker(), typst=TypstCompiler())


def test(data: bytes) -> None:
    text = encoding.decode(data, file="a.md").text
    document = read_document(
        text,
        file="a.md",
        provenance=Provenance("a.md", "", ""),
        default_language="en",
        engines=ENGINES,
    ).document
    once = clean(document).document
    assert clean(once).document.blocks == once.blocks


run(test, "cleanup")
