"""Lines that were broken by hand in the middle of a sentence."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace

from plainlang.ast import stringify
from plainlang.cleanup.base import Result
from plainlang.cleanup.blocks import Inlines, inlines_of, map_inlines, map_leaves, with_inlines
from plainlang.cleanup.wording import counted, quoted
from plainlang.document import Block, Change, Document

#: A line that ends like this ends a sentence, or an item before a list.
_SENTENCE_END = re.compile(r"[.!?…:;。！？：；؟۔।][\"'”’»)\]]*$")
_HYPHEN_END = re.compile(r"\w[-\u2010]$")
#: Words before which a hyphen stands for a word to come: "short- and long-term". English,
#: Spanish, French, German, Italian, Portuguese, Dutch and the Nordic languages.
CONJUNCTIONS = frozenset(
    {"and", "or", "to", "nor", "versus", "vs", "y", "e", "o", "u", "ni", "et", "ou", "und"}
    | {"oder", "bis", "sowie", "ed", "od", "en", "of", "och", "eller", "og"}
)


@dataclass(slots=True)
class _Seen:
    """What was found in one paragraph.

    :param wraps: line breaks between two texts.
    :param broken: one of them does not stand at the end of a sentence.
    :param hyphens: words that were joined at a hyphen.
    """

    wraps: int = 0
    broken: bool = False
    hyphens: list[str] | None = None


class SoftWraps:
    """Turn line breaks of the source into spaces, or into nothing where no space belongs.

    A space that stands for line breaks keeps their number as ``wraps``, so that a message about a
    sentence can name its own line. Where no space is left, the next space has one more.
    """

    name = "soft-wraps"
    summary = "Join lines that were broken in the middle of a sentence."

    def __call__(self, document: Document) -> Result:
        """Return the document without soft line breaks."""
        changes: list[Change] = []

        def visit(leaf: Block, line: int | None) -> Block:
            if leaf["t"] == "LineBlock":
                return leaf
            seen = _Seen()
            inlines = inlines_of(leaf)
            joined = map_inlines(inlines, lambda found: _joined(found, seen))
            if joined is inlines:
                return leaf
            if seen.broken:
                changes.append(
                    Change(
                        self.name,
                        line,
                        _message(seen, stringify(joined)),
                        doubtful=bool(seen.hyphens),
                    )
                )
            return with_inlines(leaf, joined)

        blocks = map_leaves(document.blocks, visit)
        if blocks is document.blocks:
            return Result(document)
        return Result(replace(document, blocks=tuple(blocks)), tuple(changes))


def _message(seen: _Seen, text: str) -> str:
    message = f"Joined {counted(seen.wraps + 1, 'line')} that run on: {quoted(text)}"
    if seen.hyphens:
        words = ", ".join(quoted(word) for word in seen.hyphens)
        message += f". A line ended with a hyphen, which now stands in {words}; please check"
    return message


def _joined(inlines: Inlines, seen: _Seen) -> Inlines:
    if not any(item["t"] == "SoftBreak" for item in inlines):
        return inlines
    if _are_links(inlines):
        # Each line is an entry of a list; run together they would read as one name.
        return [{"t": "LineBreak"} if item["t"] == "SoftBreak" else item for item in inlines]
    result: Inlines = []
    waiting = 0
    for index, item in enumerate(inlines):
        if item["t"] == "Space" and waiting:
            result.append({**item, "wraps": waiting})
            waiting = 0
            continue
        if item["t"] != "SoftBreak":
            result.append(item)
            continue
        waiting += 1
        before = stringify(result[-1]) if result else ""
        after = stringify(inlines[index + 1]) if index + 1 < len(inlines) else ""
        if before and after:
            seen.wraps += 1
            seen.broken = seen.broken or not _SENTENCE_END.search(before)
        if not _without_space(before, after, seen):
            result.append({"t": "Space", "wraps": waiting})
            waiting = 0
    return result


def _are_links(inlines: Inlines) -> bool:
    """Tell whether each line is one link; the first may introduce them with a colon."""
    lines: list[Inlines] = [[]]
    for item in inlines:
        if item["t"] == "SoftBreak":
            lines.append([])
        elif item["t"] != "Space":
            lines[-1].append(item)
    links = [len(line) == 1 and line[0]["t"] == "Link" for line in lines]
    introduced = stringify(lines[0]).rstrip().endswith((":", "："))
    return all(links[1:]) and (links[0] or introduced)


def _without_space(before: str, after: str, seen: _Seen) -> bool:
    """Tell whether the line break between two texts stands for nothing at all."""
    if not before or not after:
        return False
    if before[-1] == "\u00ad" or "\u200b" in (before[-1], after[0]):
        return True  # a soft hyphen, or a space of no width: the word goes on
    if _is_wide(before[-1]) and _is_wide(after[0]):
        return True
    if not _HYPHEN_END.search(before) or not after[0].isalnum():
        return False
    following = re.match(r"\w+", after)
    if following is None or following.group().casefold() in CONJUNCTIONS:
        return False
    seen.hyphens = [*(seen.hyphens or []), before.split()[-1] + after.split()[0]]
    return True


def _is_wide(character: str) -> bool:
    """Tell whether a line break beside ``character`` is no space.

    Wide letters and punctuation, but not Korean: CSS Text Module Level 3, section 4.1.3
    (segment break transformation rules).
    """
    return (
        unicodedata.east_asian_width(character) in {"F", "W", "H"}
        and unicodedata.category(character)[0] in "LNP"
        and not unicodedata.name(character, "").startswith(("HANGUL", "HALFWIDTH HANGUL"))
    )
