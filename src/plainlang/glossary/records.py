"""From a record of any file to an entry, with a report of what is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from plainlang.diagnostics import Code, Diagnostic, Severity
from plainlang.glossary.base import GlossaryEntry
from plainlang.glossary.clean import one_line, without_markup

#: Fields of text, in the order in which they are written.
TEXTS = ("dictionary", "id", "term", "language", "audience", "definition", "pronunciation",
         "uri", "source", "licence", "retrieved", "name")  # fmt: skip
#: Fields that hold several texts.
LISTS = ("variants", "links")
FIELDS = (*TEXTS, *LISTS, "extra")
AUDIENCES = ("patient", "health-professional")
_KNOWN = frozenset(FIELDS)

DICTIONARY = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
#: The form of a BCP 47 tag (RFC 5646, section 2.1), which is also safe in a file's name.
LANGUAGE = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")


@dataclass(slots=True)
class Intake:
    """Takes the records of one file in; keeps what was said about them.

    :param file: for messages.
    :param dictionary: for records that name none.
    :param language: for records that name none.
    """

    file: str
    dictionary: str = ""
    language: str = ""
    problems: list[Diagnostic] = field(default_factory=list)
    _unknown: set[str] = field(default_factory=set)
    _names: set[tuple[str, str]] = field(default_factory=set)

    def entry(self, record: Mapping[str, object], line: int) -> GlossaryEntry | None:
        """Return the entry of a record, ``None`` where it cannot be used, which is reported."""
        values = dict.fromkeys(TEXTS, "")
        for name, value in record.items():
            if name not in values or value is None:
                continue
            if isinstance(value, str):
                values[name] = (value if value.isprintable() else one_line(value)).strip()
            elif name == "id" and isinstance(value, int) and not isinstance(value, bool):
                values[name] = str(value)
            else:
                self.refuse(f"{name!r} is no text", line)
                return None
        term, definition = values["term"], values["definition"]
        if not term:
            self.refuse("the entry has no term", line)
            return None
        cleaned = without_markup(definition)
        if cleaned is not definition and cleaned != definition:
            self.say(
                Code.GLOSSARY_ENTRY_CLEANED,
                f"the definition of {shown(term)} had markup in it, which was taken away",
                line,
                "Write definitions as plain text.",
            )
        fault = _fault(term, cleaned, values["audience"])
        values["language"] = values["language"] or self.language
        if not fault and not values["language"]:
            fault = f"the entry {shown(term)} names no language"
        values["dictionary"] = values["dictionary"] or self.dictionary
        fault = fault or self._misnamed(values["dictionary"], values["language"])
        lists = {name: _texts(record[name]) if name in record else () for name in LISTS}
        for name, several in lists.items():
            if several is None:
                fault = fault or f"{name!r} is no list of texts"
        extra = record.get("extra") or {}
        if not isinstance(extra, Mapping):
            fault = fault or "'extra' is no table of names and values"
            extra = {}
        if fault:
            self.refuse(fault, line)
            return None
        values["id"] = values["id"] or slug(term)
        values["audience"] = values["audience"] or "patient"
        values["definition"] = cleaned
        return GlossaryEntry(
            **values,
            variants=lists["variants"] or (),
            links=lists["links"] or (),
            extra=extra if record.keys() <= _KNOWN else self._extra(record, extra, line),
            file=self.file,
            line=line,
        )

    def _misnamed(self, dictionary: str, language: str) -> str:
        """Return what is wrong with the names that make up a file's name, empty where nothing."""
        if (dictionary, language) in self._names:
            return ""
        if not DICTIONARY.fullmatch(dictionary):
            return f"{dictionary!r} is no name of a dictionary (small letters, digits, hyphens)"
        if not LANGUAGE.fullmatch(language):
            return f"{language!r} is no tag of a language"
        self._names.add((dictionary, language))
        return ""

    def refuse(self, reason: str, line: int) -> None:
        """Report that the entry of a line is not loaded."""
        self.say(
            Code.GLOSSARY_ENTRY_INVALID,
            f"{reason}; the entry is left out",
            line,
            "docs/reference/glossary.md says what an entry needs.",
        )

    def say(self, code: Code, message: str, line: int | None, hint: str = "") -> None:
        """Report something about a line."""
        self.problems.append(
            Diagnostic(code, Severity.WARNING, message, self.file, line or None, hint)
        )

    def _extra(
        self, record: Mapping[str, object], extra: Mapping[str, object], line: int
    ) -> dict[str, object]:
        kept = dict(extra)
        for name in sorted(record.keys() - _KNOWN):
            if record[name] not in (None, ""):
                kept.setdefault(name, record[name])
            if name not in self._unknown:
                self._unknown.add(name)
                self.say(
                    Code.GLOSSARY_FIELD_UNKNOWN,
                    f"there is no field {name!r}; it is kept, and has no effect",
                    line,
                    "Fields: " + ", ".join(FIELDS) + ".",
                )
        return kept


def first_of_each(
    entries: Iterable[GlossaryEntry],
) -> tuple[list[GlossaryEntry], list[Diagnostic]]:
    """Return entries without those whose key was there before, and a report of each of these."""
    seen: dict[tuple[str, str, str, str], GlossaryEntry] = {}
    problems: list[Diagnostic] = []
    for entry in entries:
        first = seen.setdefault(key_of(entry), entry)
        if first is not entry:
            problems.append(
                Diagnostic(
                    Code.GLOSSARY_ENTRY_DUPLICATE,
                    Severity.WARNING,
                    f"the id {entry.id!r} stands in line {first.line} already"
                    + ("" if first.file == entry.file else f" of {first.file}")
                    + f" ({shown(first.term)}); this entry is left out",
                    entry.file or None,
                    entry.line or None,
                    "Give it another id, or remove one of the two.",
                )
            )
    return list(seen.values()), problems


def key_of(entry: GlossaryEntry) -> tuple[str, str, str, str]:
    """Return what makes an entry one of its kind."""
    return (entry.dictionary, entry.id, entry.language, entry.audience)


def record_of(entry: GlossaryEntry) -> dict[str, object]:
    """Return the fields of an entry that say something, in the order of :data:`FIELDS`."""
    record: dict[str, object] = {}
    for name in TEXTS:
        value = getattr(entry, name)
        if value:
            record[name] = value
    for name in LISTS:
        if getattr(entry, name):
            record[name] = list(getattr(entry, name))
    if entry.extra:
        record["extra"] = dict(entry.extra)
    return record


def slug(term: str) -> str:
    """Return an id for a term that has none: its letters and digits, joined by hyphens."""
    words = "".join(c if c.isalnum() else " " for c in term.casefold()).split()
    return "-".join(words) or term.strip()


def shown(term: str) -> str:
    """Return a term for a message, shortened."""
    return repr(term if len(term) <= 60 else term[:57] + "...")


def _fault(term: str, definition: str, audience: str) -> str:
    if len(definition) > len(term) + 1 and (not audience or audience in AUDIENCES):
        return ""  # nearly every entry
    if not definition:
        return f"the definition of {shown(term)} is empty"
    if definition.rstrip(".").strip().casefold() == term.casefold():
        return f"the definition of {shown(term)} only repeats the term"
    if audience and audience not in AUDIENCES:
        return f"there is no audience {audience!r} ({' or '.join(AUDIENCES)})"
    return ""


def _texts(value: object) -> tuple[str, ...] | None:
    if value is None:
        return ()
    if not isinstance(value, list | tuple):
        return None
    if not all(isinstance(each, str) for each in value):
        return None
    return tuple(text for text in (one_line(each) for each in value) if text)
