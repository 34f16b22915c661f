"""Missing entries from NCI's service, one after the other, saved as they come."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Protocol

from plainlang.diagnostics import Code, Diagnostic, Severity
from plainlang.glossary.base import GlossaryEntry
from plainlang.glossary.exchange.nci_json import entry_of
from plainlang.glossary.fetch_absent import Absent
from plainlang.glossary.fetch_client import Answer, FetchError, Question, Unreachable
from plainlang.glossary.fetch_plan import Target
from plainlang.glossary.merging import merge, save
from plainlang.glossary.records import Intake

#: Entries after which what came so far is saved.
SAVE_EVERY = 25
#: Failures one after the other after which the service is left alone.
MOST_FAILURES = 5


class Asked(Protocol):
    """What answers."""

    def ask(self, question: Question) -> Answer:
        """Return the answer to a question."""


@dataclass(slots=True)
class Fetched:
    """What became of it, counted in entries (id and language).

    :param stopped: why the rest was not asked; empty where all was.
    """

    found: int = 0
    absent: int = 0
    remembered: int = 0
    failed: int = 0
    not_asked: int = 0
    requests: int = 0
    stopped: str = ""


@dataclass(slots=True)
class Fetching:
    """One run.

    :param present: the glossary's entries; none of them is ever replaced.
    :param today: ISO date that goes into the entries.
    :param say: takes messages.
    """

    service: Asked
    folder: Path
    present: tuple[GlossaryEntry, ...]
    audience: str
    absent: Absent
    say: Callable[[Diagnostic], None]
    result: Fetched = field(default_factory=Fetched)
    _new: list[GlossaryEntry] = field(default_factory=list)
    _fetched: dict[tuple[str, str], GlossaryEntry] = field(default_factory=dict)
    _in_doubt: list[Question] = field(default_factory=list)
    _in_a_row: int = 0

    def run(self, targets: Iterable[Target], done: Callable[[Target], None]) -> Fetched:
        """Ask for every target; whatever ends it, what came so far is saved.

        :param done: called after each target.
        """
        try:
            for target in targets:
                self._target(target)
                done(target)
        finally:
            self._save()
        return self.result

    def _target(self, target: Target) -> None:
        reference = target.reference
        known = target.known
        # A pretty name is one language's: that one is asked first, the other by the number.
        home = reference.language if reference.by == "name" else ""
        if home and known is None and home not in target.languages:
            target.languages.append(home)
        for language in sorted(target.languages, key=lambda tag: tag != home):
            if self.result.stopped:
                self.result.not_asked += 1
            elif reference.by == "name" and known is None and language != home:
                self.result.absent += 1  # what has no entry under its name has no twin
            elif known is not None and _has_no_twin(known, language):
                self.result.absent += 1
                self._say_absent(target, language)
            else:
                key = known.id if known is not None else reference.key
                known = self._entry(target, key, language) or known

    def _entry(self, target: Target, key: str, language: str) -> GlossaryEntry | None:
        if (key, language) in self._fetched:
            return self._fetched[key, language]
        dictionary = target.reference.dictionary
        if self.absent.knows(dictionary, key, language):
            self.result.remembered += 1
            return None
        # NCI's dictionary of genetics is for professionals only.
        audience = "health-professional" if dictionary == "nci-genetics" else self.audience
        question = Question(dictionary, audience, language, key)
        self.result.requests += 1
        try:
            answer = self.service.ask(question)
            if answer.term is None:
                self._take_absent(target, question, answer)
                return None
            entry = self._checked(answer.term, question)
        except FetchError as error:
            self._fail(target, language, str(error))
            return None
        except Unreachable as error:
            self._in_a_row = MOST_FAILURES
            self._fail(target, language, str(error))
            return None
        self._in_a_row = 0
        self._take(entry, question, target)
        return entry

    def _checked(self, term: dict[str, object], question: Question) -> GlossaryEntry:
        """Return the entry of an answer.

        :raises FetchError: if it cannot be used or is of another term.
        """
        intake = Intake("", question.dictionary)
        entry = entry_of(term, intake, self.absent.today.isoformat())
        if entry is None:
            raise FetchError(f"the answer cannot be used: {intake.problems[-1].message}")
        if entry.language != question.language:
            raise FetchError(f"the answer is in {entry.language!r}")
        if question.key not in {entry.id, entry.name.lower()}:
            raise FetchError(f"the answer is of another term: {entry.term!r} ({entry.id})")
        return replace(entry, file="", line=0)

    def _take(self, entry: GlossaryEntry, question: Question, target: Target) -> None:
        self.result.found += 1
        self.absent.remove(question.dictionary, question.key, question.language)
        self._new.append(entry)
        for key in {question.key, entry.id}:
            self._fetched[key, entry.language] = entry
        if (entry.dictionary, entry.audience) != (question.dictionary, question.audience):
            self.say(
                Diagnostic(
                    Code.GLOSSARY_FETCH_FALLBACK,
                    Severity.INFO,
                    f"{entry.term!r} ({entry.id}) is the entry of {entry.dictionary!r} for "
                    f"{entry.audience}; {question.dictionary!r} has none for {question.audience}",
                    target.source,
                    target.line,
                    "Look whether it suits.",
                )
            )
        if len(self._new) >= SAVE_EVERY:
            self._save()

    def _take_absent(self, target: Target, question: Question, answer: Answer) -> None:
        self._in_a_row = 0
        self.result.absent += 1
        self._say_absent(target, question.language)
        if answer.certain:
            self.absent.add(question.dictionary, question.key, question.language)
        else:
            self._in_doubt.append(question)

    def _say_absent(self, target: Target, language: str) -> None:
        reference = target.reference
        self.say(
            Diagnostic(
                Code.GLOSSARY_FETCH_ABSENT,
                Severity.WARNING,
                f"the service has no entry {reference.key!r} of {reference.dictionary!r} "
                f"({target.shown}) in {language!r}",
                target.source,
                target.line,
                f"Look at the link, or define it in local.{language}.csv.",
            )
        )

    def _fail(self, target: Target, language: str, reason: str) -> None:
        self.result.failed += 1
        self._in_a_row += 1
        reference = target.reference
        self.say(
            Diagnostic(
                Code.GLOSSARY_FETCH_FAILED,
                Severity.ERROR,
                f"{reference.key!r} of {reference.dictionary!r} in {language!r}: {reason}",
                target.source,
                target.line,
                "Run the command again later: it asks only for what is missing.",
            )
        )
        if self._in_a_row >= MOST_FAILURES:
            self.result.stopped = reason

    def _save(self) -> None:
        merged = merge(self.present, self._new)
        for conflict in merged.conflicts:
            hint = "If the two are one term, write the name of its address into the field `name`."
            self.say(replace(conflict, hint=hint))
        save(self.folder, merged.entries)
        self._new.clear()
        if self.result.found:
            # A server that knows some terms means it when it does not know another.
            for question in self._in_doubt:
                self.absent.add(question.dictionary, question.key, question.language)
            self._in_doubt.clear()
        self.absent.save()


def _has_no_twin(entry: GlossaryEntry, language: str) -> bool:
    """Tell whether the service said, with this entry, that it has none in ``language``."""
    if not entry.retrieved or entry.language == language:
        return False
    others = entry.extra.get("otherLanguages") or []
    if not isinstance(others, list):
        return False
    return not any(isinstance(o, dict) and o.get("language") == language for o in others)
