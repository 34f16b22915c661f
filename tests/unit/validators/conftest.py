"""What the tests of the PDF checkers share."""

from __future__ import annotations

import pytest
from pdf_file import Sample, make_sample

from plainlang.engines import Engines


@pytest.fixture(scope="session")
def sample(engines: Engines) -> Sample:
    """A real PDF with everything in it, for the checkers to find fault with."""
    return make_sample(engines)
