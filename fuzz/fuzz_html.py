"""Any HTML page: its tokens, its pieces and what is cleaned, up to where pandoc reads."""

from __future__ import annotations

import atheris

with atheris.instrument_imports(include=["plainlang"]):
    from plainlang.engines import Engines
    from plainlang.engines.pandoc import PandocWorker
    from plainlang.engines.typst import TypstCompiler
    from plainlang.readers.html import read_html

from fuzzing import run

ENGINES = Engines(pandoc=PandocWorker(), typst=TypstCompiler())


def test(data: bytes) -> None:
    read_html(data.decode("utf-8", "replace").replace("\r", "\n"), "a.html", ENGINES)


run(test, "html")
