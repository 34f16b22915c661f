"""The words that plainlang itself puts into editions and reports, in the edition's language.

gettext's way: the English text is the key. The catalogs are PO files beside this module
(``<tag>.po``), read by Babel. A language without a catalog gets the English words, and
:attr:`Words.language` says so, so that a writer can mark them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from plainlang.pseudo import is_pseudo, pseudo

_FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one language. Call it with the English text.

    :param language: BCP 47 tag of the words, which may differ from the one asked for.
    :param pseudo: they are pseudo-translated.
    """

    language: str
    messages: Mapping[str, str] = field(default_factory=dict)
    pseudo: bool = False

    def __call__(self, message: str) -> str:
        if self.pseudo:
            return pseudo(message, self.language)
        return self.messages.get(message, message)


def available() -> tuple[str, ...]:
    """Return the tags that have words, English first."""
    return ("en", *sorted(path.stem for path in _FOLDER.glob("*.po")))


@lru_cache(maxsize=32)
def words_for(language: str) -> Words:
    """Return the words for a BCP 47 tag: its own, its parent's (``es-MX`` → ``es``), or English.

    A Chinese tag without a script gets the words in the script that CLDR says is likely:
    ``zh-CN`` → ``zh-Hans``, but ``zh-TW`` English ones as long as there are none in ``zh-Hant``.
    """
    if is_pseudo(language):
        return Words(language, pseudo=True)
    for tag in _chain(language):
        if tag.lower() == "en":
            return Words(language)
        path = _FOLDER / f"{tag}.po"
        if path.is_file():
            return Words(tag, _read(path))
    return Words("en")


def _chain(language: str) -> Iterator[str]:
    """Yield the tag, the tag with its likely script, and what is left without its last parts."""
    from babel.core import get_global

    parts = language.split("-")
    likely = get_global("likely_subtags")
    full = likely.get("_".join(parts)) or likely.get(parts[0]) or ""
    script = next((p for p in (*parts[1:], *full.split("_")[1:]) if len(p) == 4), "")
    while parts:
        yield "-".join(parts)
        if len(parts) == 1 and script:
            yield f"{parts[0]}-{script}"
        parts = parts[:-1]


def _read(path: Path) -> dict[str, str]:
    from babel.messages.pofile import read_po

    with path.open("rb") as stream:
        catalog = read_po(stream, abort_invalid=True)
    return {
        str(message.id): str(message.string)
        for message in catalog
        if message.id and message.string and not message.fuzzy
    }
