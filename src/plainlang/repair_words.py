"""The steps of a repair in words, for people who do not know what an encoding is."""

from __future__ import annotations

from collections.abc import Sequence

_WORDS = {
    "unify line ends": "the ends of lines were made the same",
    "normalize nfc": "letters and their accents were put together",
    "transcode restore_byte_a0": "a space that was half of a character was put back",
    "transcode replace_lossy_sequences": "a character that is lost for good is marked",
    "apply decode_inconsistent_utf8": "the misread part of the line was read rightly",
    "apply fix_c1_controls": "signs that had become invisible are back",
    "decode trademark signs": "a misread trademark sign was read rightly",
    "decode no-break spaces": "a misread space was read rightly",
    "remove soft hyphens": "invisible hyphens within words were taken out",
    "remove zero-width spaces": "invisible spaces within words were taken out",
    "remove byte order marks": "an invisible mark was taken out",
    "mark lost signs": "a sign that is lost is marked",
    "remove controls": "characters that are no text were taken out",
    "make spaces of feeds": "page and column breaks became spaces",
    "remove direction overrides": "marks that show text in a false order were taken out",
}


def in_words(steps: Sequence[str]) -> str:
    """Return what ``steps`` did, in the order in which they were taken."""
    said: list[str] = []
    read_as = ""
    for step in steps:
        action, _, name = step.partition(" ")
        if action == "encode":
            read_as = name
        elif action == "decode" and read_as:
            said.append(f"letters stored as {name.upper()} had been read as {read_as}")
            read_as = ""
        else:
            said.append(_WORDS.get(step, step))
    return "; ".join(dict.fromkeys(said))


def difference(before: str, after: str, around: int = 12) -> tuple[str, str]:
    """Return the part of both texts that differs, with a few characters around it."""
    start = 0
    while start < min(len(before), len(after)) and before[start] == after[start]:
        start += 1
    end = 0
    while end < min(len(before), len(after)) - start and before[-1 - end] == after[-1 - end]:
        end += 1
    left = max(0, start - around)
    return tuple(  # type: ignore[return-value]
        ("…" if left else "")
        + text[left : len(text) - end + around if end > around else len(text)]
        + ("…" if end > around else "")
        for text in (before, after)
    )
