"""From a counted document to its report."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from plainlang.config import ReadabilityConfig
from plainlang.readability.base import Heading, Measured, Passage, Sentence
from plainlang.readability.checklist import Looked, checklist
from plainlang.readability.difficulty import hardest, rated
from plainlang.readability.intervals import FEWER
from plainlang.readability.jargon import terms_of
from plainlang.readability.languages import Audience, Language, language_of
from plainlang.readability.plainer import suggestions
from plainlang.readability.report import CrossCheck, Report, Section
from plainlang.readability.scoring import scores_of
from plainlang.readability.sums import summed
from plainlang.readability.targets import targets_of, verdict

_BEFORE_THE_FIRST = Heading("", 0, None)


@dataclass(frozen=True, slots=True)
class Settings:
    """How strictly to judge.

    :param targets: good and acceptable by formula, in place of those of the language.
    """

    audience: Audience = Audience.PATIENT
    targets: Mapping[str, tuple[float, float]] = field(default_factory=dict)
    minimum_words: int = 100

    @classmethod
    def of(cls, config: ReadabilityConfig) -> Settings:
        """Return the settings of ``[readability]``."""
        return cls(Audience(config.audience), config.targets, config.minimum_words)


def assess(
    measured: Measured,
    *,
    document: str,
    source: str,
    settings: Settings | None = None,
    passages: Sequence[Passage] = (),
    glossary: Mapping[str, bool] | None = None,
    cross_checks: Sequence[CrossCheck] = (),
) -> Report:
    """Return the report of a counted document.

    :param passages: every passage of the document, for the checks of structure and for
        abbreviations that are spelled out in a heading or a note.
    :param glossary: the terms that are marked in the text, as it writes them: true where the
        glossary defines them, false where it has no entry.
    :raises ConfigError: for a target of an unknown formula or one that contradicts itself.
    """
    settings = settings or Settings()
    language = language_of(measured.language)
    targets = targets_of(language, settings.audience, settings.targets)
    sentences = measured.sentences
    scores = scores_of(sentences, language, settings.minimum_words)
    every = rated(sentences, measured.language)
    terms = terms_of(
        sentences,
        measured.language,
        glossary,
        [passage.text for passage in passages],
        title=measured.title,
        publisher=measured.publisher,
    )
    return Report(
        document=document,
        source=source,
        language=measured.language,
        audience=settings.audience,
        measured=measured,
        counts=summed(sentence.counts for sentence in sentences),
        scores=scores,
        verdicts=tuple(verdict(score, targets.get(score.formula)) for score in scores),
        sections=_sections(measured, language, settings.minimum_words),
        sentences=hardest(every),
        every_sentence=every,
        terms=terms,
        suggestions=suggestions(sentences, measured.language),
        checklist=checklist(Looked(measured.language, measured, passages, terms)),
        cross_checks=tuple(cross_checks),
        without=language.without,
        notes=language.notes,
    )


def _sections(measured: Measured, language: Language, minimum_words: int) -> tuple[Section, ...]:
    by_section: defaultdict[int, list[Sentence]] = defaultdict(list)
    for sentence in measured.sentences:
        by_section[sentence.section].append(sentence)
    found = []
    for number, sentences in sorted(by_section.items()):
        heading = measured.headings[number] if number >= 0 else _BEFORE_THE_FIRST
        found.append(
            Section(
                heading.text,
                heading.level,
                heading.line,
                summed(sentence.counts for sentence in sentences),
                scores_of(sentences, language, minimum_words, FEWER),
            )
        )
    return tuple(found)
