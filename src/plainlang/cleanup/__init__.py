"""Cleanup: what is certainly wrong with a source is put right, and every change is explained.

:data:`RULES` is the order in which the rules run. Each rule is one file; the comments say why a
rule stands where it does.
"""

from __future__ import annotations

from plainlang.cleanup.abstract_parts import AbstractParts
from plainlang.cleanup.base import Result, Rule
from plainlang.cleanup.bold_marks import BoldMarks
from plainlang.cleanup.dangling_fragments import DanglingFragments
from plainlang.cleanup.derived_title import DerivedTitle
from plainlang.cleanup.divided_list import DividedList
from plainlang.cleanup.duplicate_ids import DuplicateIds
from plainlang.cleanup.duplicate_title import DuplicateTitle
from plainlang.cleanup.empty_headings import EmptyHeadings
from plainlang.cleanup.flattened_list import FlattenedList
from plainlang.cleanup.footnotes import Footnotes
from plainlang.cleanup.heading_levels import HeadingLevels
from plainlang.cleanup.heading_marks import HeadingMarks
from plainlang.cleanup.label_value import LabelValue
from plainlang.cleanup.link_list import LinkList
from plainlang.cleanup.placeholder import Placeholder
from plainlang.cleanup.pronunciation import Pronunciation
from plainlang.cleanup.relative_links import RelativeLinks
from plainlang.cleanup.site_suffix import SiteSuffix
from plainlang.cleanup.soft_wraps import SoftWraps
from plainlang.cleanup.split_links import SplitLinks
from plainlang.cleanup.table_notes import TableNotes
from plainlang.cleanup.template_links import TemplateLinks
from plainlang.cleanup.unsafe_links import UnsafeLinks
from plainlang.document import Change, Document

__all__ = ["RULES", "RULE_NAMES", "Result", "Rule", "clean"]

#: The rules in the order in which they run.
RULES: tuple[Rule, ...] = (
    # The text of a link that goes is text for every rule below.
    UnsafeLinks(),
    # What is no text at all goes early, so that no other rule takes it for text.
    Placeholder(),
    TemplateLinks(),
    HeadingMarks(),
    # What belongs elsewhere; the lines of the source still show where one note ends.
    TableNotes(),
    Footnotes(),
    Pronunciation(),
    # Headings, before paragraphs are looked at with what stands above and below them. The
    # suffix of a title hides that two headings are the same.
    EmptyHeadings(),
    SiteSuffix(),
    DuplicateTitle(),
    SplitLinks(),
    RelativeLinks(),
    # What paragraphs are; the lines still show where one value ends.
    LabelValue(),
    LinkList(),
    AbstractParts(),
    # Lines are paragraphs now; bold type shows which items of a list are on one level.
    SoftWraps(),
    BoldMarks(),
    DividedList(),
    FlattenedList(),
    # Identifiers are unique before links to them are checked.
    DuplicateIds(),
    DanglingFragments(),
    # The headings that are left get their levels, and one may become the title.
    HeadingLevels(),
    DerivedTitle(),
)

#: The names that `[cleanup] disable` accepts, in the order of the rules.
RULE_NAMES: tuple[str, ...] = tuple(rule.name for rule in RULES)


def clean(document: Document, disabled: frozenset[str] = frozenset()) -> Result:
    """Apply every rule that is not switched off, and return the document with all changes.

    :param disabled: names of rules; a name that no rule has changes nothing here (the
        configuration reports it).
    """
    changes: list[Change] = []
    for rule in RULES:
        if rule.name in disabled:
            continue
        result = rule(document)
        document = result.document
        changes.extend(sorted(result.changes, key=_place))
    return Result(document, tuple(changes))


def _place(change: Change) -> tuple[bool, int]:
    return change.line is None, change.line or 0
