"""Text to sentences.

sentencex (MIT) finds the places where a sentence may end. What it cannot know is put right here:
the abbreviations of each language and of medical text, one data file per language in
``abbreviations/``; letters that end a sentence (``vitamin C.``); and Chinese and Japanese, whose
marks end a sentence wherever they stand outside of quoted speech that goes on.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from sentencex import segment

#: What ends a sentence where no space follows: 。！？ with closing marks behind them. In Japanese
#: speech in brackets is part of the sentence around it (「…。」と言った。).
_WIDE_CHINESE = re.compile(r"[^。！？!?]*[。！？!?]+[」』”’）)】》]*|[^。！？!?]+")
_WIDE_JAPANESE = re.compile(
    r"(?:[^。！？!?「『]|「[^」]*」|『[^』]*』|[「『])*[。！？!?]+[）)】》]*|[^。！？!?]+"
)
_WIDE = {"zh": _WIDE_CHINESE, "yue": _WIDE_CHINESE, "ja": _WIDE_JAPANESE}
#: Arabic and Urdu question and full stop marks, danda and double danda.
_MARKS = re.compile(r"(?<=[؟۔।॥])\s*")
#: A full stop inside closing quotes or brackets, and a capital behind them.
_CLOSED = re.compile(r"(?<=[.?!][)\]”\"’»])\s+(?=[“\"«(¿¡]?[A-ZÀ-ÖØ-ÞА-Я])")
_INNER_CLOSED = re.compile(r"[.?!][)\]”\"’»] ")
#: A full stop that sentencex passes over where a bracket or a quotation mark is never closed, or
#: where an apostrophe looks like one; and the pairs of marks in which it is right to do so.
_PASSED_OVER = re.compile(r"(?<=[^\W_A-Z][.?!]|[)\]%][.?!]) (?=[“\"«(]?[A-ZÀ-ÖØ-ÞА-Я])")
_PAIRS = re.compile(
    r"\((?:[^()]|\([^()]*\)){1,200}\)|\[[^\[\]]{1,200}\]|“[^”]*”|«[^»]*»|„[^“”]*[“”]|\"[^\"]*\""
)
_OPENING = re.compile(r"[(\[“«„\"'‘’]")
_NUMBER = re.compile(r"\(?\d{1,2}\.")
_LAST = re.compile(r"(?:^|[\s(\[“\"‘«¿¡/–-])((?:\S+\s)?\S+)\.[)\]]*$")
_FIRST = re.compile(r"[\w'’]+")
_INITIAL = re.compile(r"[A-ZÀ-ÖØ-ÞА-Я](?:[.-][A-ZÀ-ÖØ-ÞА-Я])?")
_CONTINUES = re.compile(r"[a-zà-öø-ÿа-яё0-9(\[%≥≤<>=+–-]")
_CLOSING = re.compile(r"[)\]”’»]")
_KINDS = ("always", "lower", "number", "name", "starters")
_CAPITAL = "[A-ZÀ-ÖØ-ÞА-Я]"


@dataclass(frozen=True, slots=True)
class _Abbreviations:
    always: frozenset[str] = frozenset()
    lower: frozenset[str] = frozenset()
    number: frozenset[str] = frozenset()
    name: frozenset[str] = frozenset()
    starters: frozenset[str] = frozenset()
    tails: frozenset[str] = frozenset()
    ends: re.Pattern[str] | None = None


def split(text: str, language: str) -> list[str]:
    """Return the sentences of one passage.

    :param text: a paragraph or an item; white space in it is made single.
    :param language: BCP 47 tag. A language without data is divided at its marks alone.
    :returns: the sentences in order; joined with single spaces (Chinese and Japanese: with
        nothing) they are the text.
    """
    text = " ".join(text.split())
    base = language.partition("-")[0].lower()
    if not text:
        return []
    if base in _WIDE:
        return [part for found in _WIDE[base].findall(text) if (part := found.strip())]
    known = _abbreviations(base)
    pieces: list[str] = []
    for piece in segment(base, text):
        pieces.extend(_divided(piece.strip(), known))
    return _merged([piece for piece in pieces if piece], known)


def _divided(piece: str, known: _Abbreviations) -> list[str]:
    """Divide what sentencex left together."""
    if piece.isascii() and not _has_inner_mark(piece):
        return [piece]
    parts = [piece]
    if not piece.isascii():
        parts = _MARKS.split(piece)
        if not _has_inner_mark(piece):
            return parts
    if _INNER_CLOSED.search(piece):
        parts = [part for each in parts for part in _CLOSED.split(each)]
    if _OPENING.search(piece) and _PASSED_OVER.search(piece):
        parts = [part for each in parts for part in _outside_pairs(each)]
    if known.ends is not None and ". " in piece:
        parts = [part for each in parts for part in known.ends.sub(r"\1\n", each).split("\n")]
    return parts


def _has_inner_mark(piece: str) -> bool:
    """Tell, fast, whether a mark that can end a sentence stands before the end of ``piece``."""
    if ". " in piece or "? " in piece or "! " in piece:
        return True
    closed = ") " in piece or "] " in piece or '" ' in piece or not piece.isascii()
    return closed and _INNER_CLOSED.search(piece) is not None


def _outside_pairs(piece: str) -> list[str]:
    """Divide at full stops that stand in no pair of brackets or quotation marks."""
    pairs = [found.span() for found in _PAIRS.finditer(piece)]
    begin, result = 0, []
    for found in _PASSED_OVER.finditer(piece):
        if not any(start < found.start() < end for start, end in pairs):
            result.append(piece[begin : found.start()])
            begin = found.end()
    return [*result, piece[begin:]]


def _merged(pieces: list[str], known: _Abbreviations) -> list[str]:
    """Join the pieces that only an abbreviation's full stop, or nothing but a mark, divides."""
    result: list[str] = []
    for piece in pieces:
        if result and _CLOSING.match(piece):
            result[-1] += piece
        elif result and _NUMBER.fullmatch(result[-1]):
            result[-1] += " " + piece  # the number of an item that stands in a paragraph
        elif result and (not _FIRST.search(piece) or _joins(result[-1], piece, known)):
            result[-1] += " " + piece
        else:
            result.append(piece)
    return result


def _joins(before: str, after: str, known: _Abbreviations) -> bool:
    """Tell whether the full stop at the end of ``before`` belongs to an abbreviation."""
    bare = before.rstrip(")]")
    if not bare.endswith("."):
        return False
    # Most sentences end in a word that is in no list and no initial.
    tail = bare[bare.rfind(" ") + 1 : -1]
    if tail.isalnum() and len(tail) > 3 and tail not in known.tails:
        return False
    found = _LAST.search(" ".join(before.rsplit(" ", 2)[-2:]))
    if found is None:
        return False
    two = found[1]
    last = two.rpartition(" ")[2].lstrip('([“"‘«¿¡')
    names = {two.lstrip('([“"‘«¿¡'), last}
    if names & known.always:
        return True
    if names & known.lower and _CONTINUES.match(after):
        return True
    if names & known.number and after[0].isdigit():
        return True
    first = _FIRST.search(after)
    begins = first is not None and first[0] in known.starters
    if names & known.name:
        return not begins
    if _INITIAL.fullmatch(last):
        if after[0].islower():
            return True  # "H. pylori"
        other = two.rpartition(" ")[0]
        return not begins and (not other or other[0].isupper()) and after[0].isupper()
    return False


@lru_cache(maxsize=64)
def _abbreviations(base: str) -> _Abbreviations:
    file = files(__package__).joinpath("abbreviations", f"{base}.toml")
    if not file.is_file():
        return _Abbreviations()
    data = tomllib.loads(file.read_text(encoding="utf-8"))
    lists = {kind: frozenset(data[kind]) for kind in _KINDS}
    lettered, starters = _any(data["lettered"]), _any(data["starters"])
    short = _any([*data["lower"], *data["name"]])
    ends = [
        rf"\b(?:{lettered}) (?:[A-Z]|[IVX]+|\d)\.(?= {_CAPITAL})" if lettered else "",
        rf"(?<![\w.])(?:{short})\.(?= (?:{starters})\b)" if starters else "",
    ]
    tails = frozenset(word.rpartition(" ")[2] for words in lists.values() for word in words)
    return _Abbreviations(
        **lists, tails=tails, ends=re.compile(f"({'|'.join(filter(None, ends))}) ")
    )


def _any(words: list[str]) -> str:
    return "|".join(re.escape(word) for word in words)
