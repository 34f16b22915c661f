"""Any bytes are decoded, or refused with a reason; a repaired text is left alone."""

from __future__ import annotations

import atheris

with atheris.instrument_imports(include=["plainlang"]):
    from plainlang import encoding

from fuzzing import run


def test(data: bytes) -> None:
    decoded = encoding.decode(data, file="a.md")
    again = encoding.decode(decoded.text.encode(), file="a.md")
    assert again.text == decoded.text, (decoded.text, again.text)
    assert encoding.replay is not None
    encoding.encoding_notes(decoded, "a.md")


run(test, "decode")
