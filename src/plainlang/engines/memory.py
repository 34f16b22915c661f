"""Give memory back to the system after work on a large document."""

from __future__ import annotations

import ctypes
from contextlib import suppress


def give_back() -> None:
    """Return what is free to the system, which the C library of Linux does only when it is asked.

    The engines and checkers of PDF take some hundred megabytes for a page of 93,000 words, each
    after the other; without this they are counted together. It takes 10 to 50 ms.
    """
    with suppress(OSError, AttributeError, TypeError):
        ctypes.CDLL(None).malloc_trim(0)
