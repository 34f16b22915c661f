"""Which legacy encoding bytes are in that are not UTF-8, and how sure that is."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from plainlang.encoding import charsets
from plainlang.encoding.reading import oddities

SAMPLE = 4096
"""How many bytes of words are read in every encoding. More take longer and decide no better."""

POOR = 0.25
"""The share of oddities in the characters beyond ASCII from which no usual encoding fits."""

ENOUGH = 10
"""How many characters beyond ASCII it takes to believe in an unusual encoding."""

UNLIKELY = 0.5
"""What every encoding but the Western one counts for, in odd letters: windows-1252 is by far the
most frequent of them, and half a letter more that is odd does not speak against it."""

_WORD = re.compile(rb"[^ \t\r\n]*[\x80-\xff][^ \t\r\n]*")


@dataclass(frozen=True, slots=True)
class Guess:
    """An encoding, and how sure it is that it is the right one.

    :param confidence: 0 to 1. In a trial on 2,054 texts of 30 to 5,000 characters, in 42
        combinations of language and encoding, 52 % of the guesses below 0.6 were right, 84 % of
        those from there to 0.7, and 99.8 % of those above.
    """

    encoding: str
    confidence: float


def guess(data: bytes) -> Guess:
    """Return the encoding in which ``data``, which is not UTF-8, reads best.

    Every usual encoding is tried (:data:`.charsets.CANDIDATES`). Where the text reads poorly in
    each, charset-normalizer is asked, which knows all the others.
    """
    sample = _sample(data)
    read = _read_in(sample, charsets.CANDIDATES)
    beyond_ascii = max(1, sum(byte > 0x7F for byte in sample))
    if beyond_ascii >= ENOUGH and min(read)[0] > POOR * beyond_ascii:
        read += _read_in(sample, _ask_charset_normalizer(data), len(read))
    read.sort()
    odd, _, encoding, text = read[0]
    second = next((row[0] for row in read if row[3] != text), float("inf"))
    # Each oddity that the second best reading has more halves the doubt.
    doubt = 0.5 ** (1 + second - odd)
    share = min(1.0, (odd - _prejudice(encoding)) / beyond_ascii)
    return Guess(encoding, round((1 - doubt) * (1 - share), 2))


def _read_in(
    sample: bytes, encodings: tuple[str, ...], rank: int = 0
) -> list[tuple[float, int, str, str]]:
    """Return oddities, rank, encoding and text for every encoding that can be of ``sample``."""
    read: list[tuple[float, int, str, str]] = []
    for number, encoding in enumerate(encodings, rank):
        # A stray byte that the encoding does not have counts as an oddity, and no more. Half a
        # character at the end of a full sample was cut off there, and counts nothing.
        decoder = codecs.getincrementaldecoder(encoding)("replace")
        text = decoder.decode(sample, final=len(sample) < SAMPLE)
        read.append((oddities(text, encoding) + _prejudice(encoding), number, encoding, text))
    return read


def _prejudice(encoding: str) -> float:
    return 0.0 if encoding == charsets.WESTERN else UNLIKELY


def _sample(data: bytes) -> bytes:
    """Return the first words of ``data`` that have bytes beyond ASCII, with spaces between."""
    words: list[bytes] = []
    size = 0
    for match in _WORD.finditer(data):
        words.append(match[0])
        size += len(match[0]) + 1
        if size > SAMPLE:
            break
    return b" ".join(words)[:SAMPLE]


def _ask_charset_normalizer(data: bytes) -> tuple[str, ...]:
    from charset_normalizer import from_bytes  # imported here: it costs 35 ms

    known = {codecs.lookup(name).name for name in charsets.CANDIDATES}
    found = (codecs.lookup(match.encoding).name for match in from_bytes(data[: 16 * SAMPLE]))
    return tuple(name for name in found if name not in known and not name.startswith("utf"))
