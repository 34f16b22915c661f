"""Reasons to leave a line alone although ftfy would repair it.

A wrong repair is worse than none. ftfy goes by pairs of characters that are unlikely beside
each other, and in patient information some of them are meant: a footnote mark after an
accented letter ("velocità¹", "ČÍNSKÝ†"), a closing quotation mark after one ("“AMANHÃ”"), an
area in square ångströms ("10 Å²"). Each guard below looks at a line before and after one round
of repair and objects to a kind of result that a misread text does not have.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

FEW = 2
"""So few repaired characters may be chance; more of them in one line are evidence enough."""

# An opening quotation mark that is itself part of a misread sequence follows a letter or symbol.
_OPENING = r"(?<![^\x00-\x7f])(?<![A-Za-z0-9])[“„«‹‘]"
_QUOTED_LETTER = re.compile(rf"{_OPENING}[^\W\d_][”“»›’]")
_QUOTED_PASSAGE = re.compile(rf"{_OPENING}[^”“„«»‹›]*[À-ÖØ-öø-ÿĀ-ž][”“»›]")
_ANGSTROM = re.compile(r"(?<![^\W\d_])Å[²³¹°†‡](?![^\W\d_])")
# "Ã" and a dagger are left out: they are "Ç" and "Æ", and no word in capitals ends in "Ã" but
# Portuguese ones.
_FOOTNOTE = re.compile(r"[A-ZÀ-ÖØ-Þ]{2}(?:[^\W\d_\x00-\x7fÃ][†‡¹²³°ªº]|Ã[¹²³°ªº])(?![^\W\d_])")
_GREEK_CAPITAL = re.compile(r"[A-Za-zÀ-ž]{2}([Ά-Ωάέήίΐΰόύώ])")
_CAPITALS_THEN_SMALL = re.compile(r"[^\W\d_]{2}([^\W\d_])(?![^\W\d_])")

# What hardly any text has: letters of phonetic transcription, digraphs in one character, Latin
# Extended-B, spacing modifiers, marks for transcription, archaic Greek. The Hausa, Azerbaijani,
# Romanian and Vietnamese letters and the usual accents among them are left out.
_RARE = re.compile(
    "[\u0132\u0133\u0180-\u018e\u0190\u0191\u0193-\u0197\u019a-\u019f\u01a2-\u01ae\u01b1\u01b2"
    "\u01b5-\u0217\u021c-\u0252\u0254-\u0256\u0258\u025a-\u02ba\u02bd-\u02ff\u0305\u030d-\u031a"
    "\u031c-\u0322\u0324\u0325\u0329-\u0373\u0376\u0377\u037b-\u037d\u037f\u03cf-\u03ff\u1680]"
)
_NON_ASCII = re.compile(r"[^\x00-\x7f]")
_AT_HOME = ("LATIN", "GREEK", "COMBINING", "MODIFIER", "VARIATION", "MICRO")
_SCRIPTS_WITH_MARKS = ("ARABIC", "ARMENIAN", "DEVANAGARI", "HEBREW", "NKO", "SYRIAC", "THAI")


@dataclass(frozen=True, slots=True)
class _Round:
    """A line before and after one round of repair.

    :param new: the non-ASCII characters that the line has more of than before.
    :param foreign: those of them that are of a script that the line had nothing of.
    """

    before: str
    after: str
    new: Counter[str]
    foreign: str


def objects(before: str, after: str, *, first_round: bool) -> bool:
    """Return whether the repair that leads from ``before`` to ``after`` is not to be made.

    :param first_round: whether the line has not been repaired before. That a line can be
        decoded a second time is itself evidence that the first time was right.
    """
    old = Counter(_NON_ASCII.findall(before))
    new = Counter(_NON_ASCII.findall(after)) - old
    foreign = [character for character in new if _is_foreign(character)]
    if foreign:
        known = {_script(character) for character in old}
        foreign = [character for character in foreign if _script(character) not in known]
    round_ = _Round(before, after, new, re.escape("".join(foreign)))
    if any(guard(round_) for guard in _ALWAYS):
        return True
    return first_round and any(guard(round_) for guard in _FIRST)


def _breaks_quotes(round_: _Round) -> bool:
    """A closing quotation mark became part of a letter, though it had an opening one."""
    quoted = _QUOTED_LETTER.findall(round_.before) + _QUOTED_PASSAGE.findall(round_.before)
    return any(passage not in round_.after for passage in quoted)


def _changes_unit(round_: _Round) -> bool:
    """An ångström, square, cubic or with the mark of a footnote, became another letter."""
    return len(_ANGSTROM.findall(round_.after)) < len(_ANGSTROM.findall(round_.before))


def _makes_no_character(round_: _Round) -> bool:
    """A control character, or what no character is assigned to, came about."""
    return any(unicodedata.category(new) in ("Cc", "Cn", "Co", "Cs") for new in round_.new)


def _changes_footnote(round_: _Round) -> bool:
    """The mark of a footnote after a word in capitals became part of a letter."""
    if round_.new.total() > FEW:
        return False
    return len(_FOOTNOTE.findall(round_.after)) < len(_FOOTNOTE.findall(round_.before))


def _ends_capitals_with_small(round_: _Round) -> bool:
    """A word in capitals now ends in a small letter: what stood there was a mark."""
    if round_.new.total() > FEW:
        return False
    return any(
        match[1] in round_.new
        and match[1].islower()
        and match[0][:2].isupper()
        and _script(match[1]) != "GREEK"
        for match in _CAPITALS_THEN_SMALL.finditer(round_.after)
    )


def _makes_rare_characters(round_: _Round) -> bool:
    """One or two characters were repaired, and to some that hardly any text has."""
    return round_.new.total() <= FEW and any(_RARE.match(new) for new in round_.new)


def _mixes_scripts(round_: _Round) -> bool:
    """A character of another script came to stand beside a Latin letter.

    Small Greek letters do so in the names of genes and proteins ("TNFα"), capitals do not.
    """
    if any(match[1] in round_.new for match in _GREEK_CAPITAL.finditer(round_.after)):
        return True
    if not round_.foreign:
        return False
    beside = rf"[A-Za-zÀ-ɏ][{round_.foreign}]|[{round_.foreign}][A-Za-zÀ-ɏ]"
    return re.search(beside, round_.after) is not None


def _makes_lone_letters(round_: _Round) -> bool:
    """The only characters of another script stand singly, and so are no words of it."""
    return bool(round_.foreign and not re.search(f"[{round_.foreign}]{{2}}", round_.after))


def _joins_words(round_: _Round) -> bool:
    """A space between two words became part of a symbol, such as an arrow."""
    if round_.after.count(" ") >= round_.before.count(" "):
        return False
    symbols = [new for new in round_.new if unicodedata.category(new) in ("Sm", "So")]
    marks = re.escape("".join(symbols))
    return bool(symbols and re.search(rf"[^\W\d_][{marks}][^\W\d_]", round_.after))


_Guard = Callable[[_Round], bool]
_ALWAYS: tuple[_Guard, ...] = (_breaks_quotes, _changes_unit, _makes_no_character)
_FIRST: tuple[_Guard, ...] = (
    _changes_footnote,
    _ends_capitals_with_small,
    _makes_rare_characters,
    _mixes_scripts,
    _makes_lone_letters,
    _joins_words,
)


def _is_foreign(character: str) -> bool:
    """Return whether a character belongs to a script other than Latin and Greek.

    Ideographic marks do, and so do the marks of other scripts; full-width punctuation and
    emoji do not.
    """
    if "\u2e80" <= character < "\ua000":
        return not "\u3000" <= character < "\u3004"
    if unicodedata.category(character)[0] not in "LM":
        return _script(character) in _SCRIPTS_WITH_MARKS
    return _script(character) not in _AT_HOME


def _script(character: str) -> str:
    """Return the first word of a character's name, which is the script of a letter."""
    return unicodedata.name(character, "").partition(" ")[0]
