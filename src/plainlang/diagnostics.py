"""Diagnostics: what a stage has to say about a document.

A diagnostic is data. Stages return them, the command line prints them, and the manifest keeps
them. The set of codes is closed: every member of :class:`Code` is documented in
``docs/reference/diagnostics.md`` and a test compares the two.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

#: Warnings of one kind on one page that are shown one by one. A page of links has hundreds, and
#: whoever has read five knows what is meant; the others become infos, which ``-v`` shows.
SHOWN = 5


class Severity(StrEnum):
    """How much a diagnostic matters.

    ``ERROR`` stops the document or fails the edition, ``WARNING`` asks a person to look,
    ``INFO`` records a change that was made or a fact that was found.
    """

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Code(StrEnum):
    """The closed set of diagnostic codes, in the order of the stages."""

    # finding and reading sources
    SOURCE_MISSING = "source-missing"
    SOURCE_UNREADABLE = "source-unreadable"
    SOURCE_EMPTY = "source-empty"
    SOURCE_BINARY = "source-binary"
    SOURCE_TOO_LARGE = "source-too-large"
    SOURCE_NO_TEXT = "source-no-text"
    NESTING_TOO_DEEP = "nesting-too-deep"
    SOURCE_DAMAGED = "source-damaged"
    SOURCE_UNSAFE = "source-unsafe"
    SOURCE_TEXT_LOST = "source-text-lost"
    SOURCE_TEXT_LEFT_OUT = "source-text-left-out"
    SOURCE_COMMENT = "source-comment"
    TRACKED_CHANGE = "tracked-change"
    TEXT_BOX_MOVED = "text-box-moved"
    FORMULA_AS_TEXT = "formula-as-text"
    SOURCE_TYPE_UNKNOWN = "source-type-unknown"
    DUPLICATE_ID = "duplicate-id"
    ID_UNUSABLE = "id-unusable"
    # encoding
    ENCODING_GUESSED = "encoding-guessed"
    ENCODING_DAMAGED = "encoding-damaged"
    TEXT_REPAIRED = "text-repaired"
    TEXT_DIRECTION = "text-direction"
    # front matter
    FRONT_MATTER_INVALID = "front-matter-invalid"
    METADATA_INVALID = "metadata-invalid"
    CATALOG_INVALID = "catalog-invalid"
    TRANSLATION_MISSING = "translation-missing"
    TRANSLATION_MARKUP = "translation-markup"
    TRANSLATION_WITHHELD = "translation-withheld"
    TRANSLATION_INCOMPLETE = "translation-incomplete"
    RELEASE_REFUSED = "release-refused"
    LANGUAGE_ASSUMED = "language-assumed"
    LANGUAGE_DOUBTFUL = "language-doubtful"
    # structure and safety
    FOOTNOTE_UNUSED = "footnote-unused"
    FOOTNOTE_MISSING = "footnote-missing"
    LIST_NUMBERS = "list-numbers"
    DIRECTIVE_KEPT = "directive-kept"
    RAW_CONTENT_REMOVED = "raw-content-removed"
    HTML_REMOVED = "html-removed"
    CLEANUP = "cleanup"
    LINK_DANGLING = "link-dangling"
    LINK_UNSAFE = "link-unsafe"
    LINK_TEXT_EMPTY = "link-text-empty"
    LINK_TEXT_VAGUE = "link-text-vague"
    LINK_TEXT_AMBIGUOUS = "link-text-ambiguous"
    LINK_TEXT_ADDRESS = "link-text-address"
    TABLE_NO_HEADER = "table-no-header"
    IMAGE_NOT_FOUND = "image-not-found"
    IMAGE_OUTSIDE = "image-outside"
    IMAGE_UNSUPPORTED = "image-unsupported"
    IMAGE_REMOTE = "image-remote"
    IMAGE_NO_DESCRIPTION = "image-no-description"
    REVIEW_OVERDUE = "review-overdue"
    RIGHTS_RESERVED = "rights-reserved"
    THIRD_PARTY_NOTICE = "third-party-notice"
    # the glossary
    GLOSSARY_UNREADABLE = "glossary-unreadable"
    GLOSSARY_ENTRY_INVALID = "glossary-entry-invalid"
    GLOSSARY_ENTRY_DUPLICATE = "glossary-entry-duplicate"
    GLOSSARY_ENTRY_CLEANED = "glossary-entry-cleaned"
    GLOSSARY_FIELD_UNKNOWN = "glossary-field-unknown"
    GLOSSARY_CONFLICT = "glossary-conflict"
    GLOSSARY_NOT_EXPORTED = "glossary-not-exported"
    GLOSSARY_FETCH_FAILED = "glossary-fetch-failed"
    GLOSSARY_FETCH_ABSENT = "glossary-fetch-absent"
    GLOSSARY_FETCH_FALLBACK = "glossary-fetch-fallback"
    # terms
    TERM_UNKNOWN = "term-unknown"
    TERM_OTHER_LANGUAGE = "term-other-language"
    TERM_OTHER_AUDIENCE = "term-other-audience"
    TERM_SELF_DEFINED = "term-self-defined"
    TERM_CYCLE = "term-cycle"
    TERM_EMPTY = "term-empty"
    TERM_SHORTENED = "term-shortened"
    # translations
    CATALOG_MISSING = "catalog-missing"
    CATALOG_OUTDATED = "catalog-outdated"
    REVIEWS_INVALID = "reviews-invalid"
    # readability
    READABILITY_FAILED = "readability-failed"
    # engines
    WORKER_KILLED = "worker-killed"
    PANDOC_MISSING = "pandoc-missing"
    PANDOC_FAILED = "pandoc-failed"
    PANDOC_DIED = "pandoc-died"
    PANDOC_MEMORY = "pandoc-memory"
    PANDOC_TIMEOUT = "pandoc-timeout"
    TYPST_FAILED = "typst-failed"
    FONT_MISSING = "font-missing"
    GLYPH_MISSING = "glyph-missing"
    # writing and checking editions
    OUTPUT_UNWRITABLE = "output-unwritable"
    DISK_FULL = "disk-full"
    CHECK_FAILED = "check-failed"
    # use and configuration
    CONFIG_INVALID = "config-invalid"
    CONFIG_UNKNOWN_KEY = "config-unknown-key"
    UNKNOWN_FORMAT = "unknown-format"
    UNKNOWN_LANGUAGE = "unknown-language"
    USAGE = "usage"
    EXCHANGE_INVALID = "exchange-invalid"
    INTERNAL = "internal"


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One message about one place.

    :param code: a member of the closed set.
    :param severity: see :class:`Severity`.
    :param message: what is wrong, or what was changed, in one sentence without a full stop at
        the end of it being required.
    :param file: the path as the user gave it, or ``None`` where no file is concerned.
    :param line: 1-based line in ``file``; ``None`` where it is not known.
    :param hint: what to do about it; may be empty.
    :param rule: the name of the cleanup rule or checker that speaks; may be empty.
    """

    code: Code
    severity: Severity
    message: str
    file: str | None = None
    line: int | None = None
    hint: str = ""
    rule: str = ""

    def format(self) -> str:
        """Return ``FILE:LINE: severity[code]: message`` and, on the next line, the hint."""
        place = ""
        if self.file is not None:
            place = self.file + (f":{self.line}" if self.line is not None else "") + ": "
        text = f"{place}{self.severity}[{self.code}]: {self.message}"
        return f"{text}\n  {self.hint}" if self.hint else text


def worst(diagnostics: Iterable[Diagnostic]) -> Severity | None:
    """Return the highest severity among ``diagnostics``, ``None`` where there are none."""
    order = [Severity.INFO, Severity.WARNING, Severity.ERROR]
    found = [order.index(d.severity) for d in diagnostics]
    return order[max(found)] if found else None


def limited(found: Sequence[Diagnostic], noun: str) -> tuple[Diagnostic, ...]:
    """Return ``found`` with the warnings beyond :data:`SHOWN` as infos, and how many they are.

    Nothing is left out: each of them still has its message and its line.

    :param found: diagnostics of one code and file.
    :param noun: what is counted, in the plural (``links without text``).
    """
    if len(found) <= SHOWN + 1:  # a sum in the place of one message would save nothing
        return tuple(found)
    rest = found[SHOWN:]
    total = replace(
        found[0],
        message=f"and {len(rest):,} more {noun}: -v shows each",
        line=rest[0].line,
        hint="",
    )
    lesser = [replace(each, severity=Severity.INFO) for each in rest]
    return (*found[:SHOWN], total, *lesser)
