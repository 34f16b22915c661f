"""Whether a text is in the language that it is said to be in.

Two measures, both of which a message can explain. The letters: a text in Arabic letters is not
English. And the common words: of a text that is said to be Spanish, hardly any word is a common
word of Spanish, but many are of English. The lists of common words are those of stopwords-iso.
What is near the line is left alone: a false alarm teaches people not to read the true ones.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import replace
from functools import lru_cache

from plainlang.ast import Element, stringify, transform_structures
from plainlang.diagnostics import Code, Diagnostic, Severity
from plainlang.document import Document
from plainlang.languages import name, scripts

#: Languages that a text may turn out to be in, with long and well-kept lists.
CANDIDATES = ("en", "es", "fr", "de", "it", "pt", "nl", "pl", "ro", "tr", "vi")
#: What stopwords-iso calls a language by (BCP 47 has more than one code for it).
_SAME = {"nb": "no", "nn": "no", "fil": "tl"}
# Measured on 165 real documents: the common words of another language alone were at most 0.10 of
# a text where its language was right, and at least 0.12 where it was wrong.
#: The least share of a text, and the least number, that are common words of another language.
SHARE, LEAST = 0.12, 6
#: The same where the stated language has a short list or none (Haitian Creole looks French).
SHARE_OF_UNLISTED = 0.30
_SHORT_LIST = 100
#: How many times more often the other language's words come than those of the stated one.
TIMES = 4
#: The share of letters of other scripts, and the number of letters that are needed to judge.
LETTERS_SHARE, LETTERS = 0.7, 40
_WORD = re.compile(r"[^\W\d_]{2,}")
#: First word of the Unicode names of a script's letters, by ISO 15924 code.
_LETTERS_OF = {
    "Latn": ("LATIN",),
    "Cyrl": ("CYRILLIC",),
    "Arab": ("ARABIC",),
    "Hebr": ("HEBREW",),
    "Grek": ("GREEK",),
    "Deva": ("DEVANAGARI",),
    "Thai": ("THAI",),
    **dict.fromkeys(
        ("Hans", "Hant", "Hani", "Jpan", "Kore"), ("CJK", "HIRAGANA", "KATAKANA", "HANGUL")
    ),
}


def settle_language(document: Document) -> tuple[Document, tuple[Diagnostic, ...]]:
    """Return the document in the language of its words, where it states none.

    Where the words are evidently those of another language than the assumed one, that one is
    taken, and a warning says so: a page in Spanish must not be read out, and not be labelled, as
    English because nobody wrote its language down.
    """
    if document.metadata.language_stated:
        return document, ()
    text = stringify(transform_structures(document.blocks, _of_the_document))
    found = _other_words(text, document.language)
    if found is None or _other_letters(text, document.language):
        return document, ()
    tag, evidence = found
    return replace(document, language=tag), (
        Diagnostic(
            Code.LANGUAGE_ASSUMED,
            Severity.WARNING,
            f"the source does not state its language; {tag!r} is assumed, because {evidence}",
            document.provenance.source,
            1,
            f"Add `language: {tag}` to the front matter or to a side file: a screen reader "
            "pronounces the text by it.",
        ),
    )


def check_language(document: Document) -> tuple[Diagnostic, ...]:
    """Return a warning where the text is evidently in another language than its document."""
    text = stringify(transform_structures(document.blocks, _of_the_document))
    language = document.language
    words = _other_words(text, language)
    found = _other_letters(text, language) or (words and words[1])
    if found is None:
        return ()
    stated = document.metadata.language_stated
    lines = document.metadata.lines
    how = "is said to be" if stated else "was assumed to be"
    return (
        Diagnostic(
            Code.LANGUAGE_DOUBTFUL,
            Severity.WARNING,
            f"the text {how} {name(language, 'en')} (`{language}`), but {found}",
            document.provenance.source,
            lines.get("language", lines.get("lang")) if stated else 1,
            "Correct `language:` in the front matter, or the text: a screen reader pronounces "
            "it by that.",
        ),
    )


def _of_the_document(element: Element) -> Element | None:
    """Leave out code, and words that are marked as being in a language of their own."""
    kind = element["t"]
    if kind in {"Code", "CodeBlock", "Math"}:
        return None
    if kind in {"Span", "Div"} and any(key == "lang" for key, _ in element["c"][0][2]):
        return None
    return element


def _other_letters(text: str, language: str) -> str | None:
    """Say which letters the text is in, where they are not those of the language."""
    own = {letters for script in scripts(language) for letters in _LETTERS_OF.get(script, ())}
    if not own:
        return None
    found: Counter[str] = Counter()
    for character, times in Counter(text).items():
        if character.isalpha():
            found[unicodedata.name(character, "?").partition(" ")[0]] += times
    other = sum(times for letters, times in found.items() if letters not in own)
    if found.total() < LETTERS or other < LETTERS_SHARE * found.total():
        return None
    most = next(letters for letters, _ in found.most_common() if letters not in own)
    shown = "Chinese, Japanese or Korean" if most in _LETTERS_OF["Jpan"] else most.capitalize()
    return f"{other:,} of its {found.total():,} letters are others, most of them {shown}"


def _other_words(text: str, language: str) -> tuple[str, str] | None:
    """Return another language and what speaks for it: the common words that the text has."""
    base = language.partition("-")[0]
    words = Counter(word.casefold() for word in _WORD.findall(text))
    total = words.total()
    own = _common(_SAME.get(base, base))
    share = SHARE if len(own) >= _SHORT_LIST else SHARE_OF_UNLISTED
    best = ("", 0, 0)
    for other in CANDIDATES:
        theirs = _common(other)
        if other == base:
            continue
        only_theirs = sum(n for word, n in words.items() if word in theirs and word not in own)
        only_own = sum(n for word, n in words.items() if word in own and word not in theirs)
        if only_theirs - only_own > best[1] - best[2]:
            best = (other, only_theirs, only_own)
    other, theirs_count, own_count = best
    if theirs_count < max(LEAST, share * total) or theirs_count < TIMES * own_count:
        return None
    return other, (
        f"of its {total:,} words {theirs_count:,} are common words of {name(other, 'en')} "
        f"(`{other}`) alone, and {own_count:,} of {name(language, 'en')} alone"
    )


@lru_cache(maxsize=32)
def _common(language: str) -> frozenset[str]:
    import stopwordsiso  # imported here: it reads 200 kB

    return frozenset(stopwordsiso.stopwords(language)) if stopwordsiso.has_lang(language) else _NONE


_NONE: frozenset[str] = frozenset()
