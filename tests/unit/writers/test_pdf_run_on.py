"""Words right before another block stand on a line of their own in print."""

from __future__ import annotations

from io import BytesIO

from pdfminer.high_level import extract_text

from plainlang.document import Provenance
from plainlang.engines import Engines
from plainlang.pipeline import write
from plainlang.readers import read_document


def test_two_doses_in_one_cell_are_not_read_as_one_number(engines: Engines) -> None:
    source = (
        "<ul><li>Each morning.<div>Take 5 mg.</div></li></ul>\n\n"
        "<table><tr><th>a</th></tr><tr><td>1<div>2</div><div>3</div></td></tr></table>\n"
    )
    document = read_document(
        source, file="a.md", provenance=Provenance("a.md", "", ""), default_language="en",
        engines=engines,
    ).document  # fmt: skip
    finished = write(document, "pdf", engines)
    assert not finished.failed
    lines = extract_text(BytesIO(finished.data)).split("\n")
    assert {"1", "2", "3"} <= {line.strip() for line in lines}
    assert "Take 5 mg." in {line.strip() for line in lines}
