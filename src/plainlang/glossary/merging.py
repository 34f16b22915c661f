"""New entries into the files of a glossary's folder, without losing a line that is there."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from plainlang.diagnostics import Code, Diagnostic, Severity
from plainlang.files import write_if_changed
from plainlang.glossary.base import GlossaryEntry
from plainlang.glossary.loading import order_of, to_json_lines
from plainlang.glossary.records import LISTS, TEXTS, key_of, shown
from plainlang.glossary.tables import bytes_of, text_of

Key = tuple[str, str, str, str]


@dataclass(frozen=True, slots=True)
class Merge:
    """What is to be written.

    :param added: entries that were not there.
    :param replaced: entries that take the place of one with the same key.
    :param same: how many were there and say the same.
    :param conflicts: what was there and says something else.
    """

    added: tuple[GlossaryEntry, ...]
    replaced: tuple[GlossaryEntry, ...]
    same: int
    conflicts: tuple[Diagnostic, ...]
    kept: int

    @property
    def entries(self) -> tuple[GlossaryEntry, ...]:
        """Everything that is to be written."""
        return (*self.added, *self.replaced)


def merge(
    present: Iterable[GlossaryEntry], new: Iterable[GlossaryEntry], *, replace: bool = False
) -> Merge:
    """Compare ``new`` entries with those that are there; write nothing.

    :param replace: an entry that says something else takes the place of the one in a JSON file;
        one in a CSV, which a person writes, stays.
    """
    known = {key_of(entry): entry for entry in present}
    added: list[GlossaryEntry] = []
    replaced: list[GlossaryEntry] = []
    conflicts: list[Diagnostic] = []
    same = kept = 0
    for entry in new:
        old = known.get(key_of(entry))
        if old is None:
            added.append(entry)
        elif old == entry:
            same += 1
        else:
            done = replace and not old.file.endswith(".csv")
            conflicts.append(_conflict(old, entry, done=done))
            if done:
                replaced.append(entry)
            else:
                kept += 1
    return Merge(tuple(added), tuple(replaced), same, tuple(conflicts), kept)


def save(folder: Path, entries: Sequence[GlossaryEntry]) -> tuple[Path, ...]:
    """Write entries into the files of their dictionary and language, sorted by id.

    A line that is there stays as it stands unless one of ``entries`` has its key; one that cannot
    be used stays too, at the end. Each file appears whole or not at all.

    :return: the files that were written.
    :raises SourceError: if a file that is there is not UTF-8; it is not touched.
    :raises OutputError: if a file cannot be written.
    """
    files: dict[Path, list[GlossaryEntry]] = {}
    for entry in entries:
        name = f"{entry.dictionary}.{entry.language}.jsonl"
        files.setdefault(folder / name, []).append(entry)
    # All are read before the first is written: a bad one among them leaves every file as it was.
    texts = {path: _merged(path, some) for path, some in files.items()}
    return tuple(path for path, text in texts.items() if write_if_changed(path, text.encode()))


def _merged(path: Path, entries: Sequence[GlossaryEntry]) -> str:
    text = text_of(bytes_of(path), str(path)) if path.exists() else ""
    dictionary, _, language = path.stem.partition(".")
    lines: dict[Key, str] = {}
    unusable: list[str] = []
    for line in text.split("\n"):
        if not line.strip():
            continue
        key = _key(line, dictionary, language)
        if key is None or key in lines:
            unusable.append(line.rstrip("\r"))
        else:
            lines[key] = line.rstrip("\r")
    for entry in entries:
        lines[key_of(entry)] = to_json_lines([entry]).rstrip("\n")
    ordered = sorted(lines, key=lambda key: order_of(key[1], key[3]))
    return "".join(f"{line}\n" for line in [*(lines[key] for key in ordered), *unusable])


def _key(line: str, dictionary: str, language: str) -> Key | None:
    """Return the key of a line's entry, ``None`` where it is none that has an id."""
    try:
        record = json.loads(line)
    except (ValueError, RecursionError):
        return None
    if not isinstance(record, dict) or not isinstance(record.get("id"), str | int):
        return None
    return (
        str(record.get("dictionary") or dictionary),
        str(record["id"]).strip(),
        str(record.get("language") or language),
        str(record.get("audience") or "patient"),
    )


def _conflict(old: GlossaryEntry, new: GlossaryEntry, *, done: bool) -> Diagnostic:
    names = [name for name in (*TEXTS, *LISTS, "extra") if getattr(old, name) != getattr(new, name)]
    place = f"{old.dictionary} {old.id}, {old.language}, {old.audience}"
    what = f"{shown(new.term)} ({place}) is there already and differs in {', '.join(names)}"
    if done:
        outcome, hint = "the imported one replaces it", ""
    elif old.file.endswith(".csv"):
        outcome, hint = "that one stays", "It is a term of your own: change it there."
    else:
        outcome = "that one stays"
        hint = "Compare them; with --replace the imported one counts."
    severity = Severity.INFO if done else Severity.WARNING
    return Diagnostic(
        Code.GLOSSARY_CONFLICT,
        severity,
        f"{what}; {outcome}",
        old.file or None,
        old.line or None,
        hint,
    )
