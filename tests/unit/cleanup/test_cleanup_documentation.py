"""The documentation of the rules: complete, in order, and its examples are true."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from plainlang.cleanup import RULE_NAMES, RULES
from plainlang.document import Document

DOCS = Path(__file__).resolve().parents[3] / "docs"
REFERENCE = (DOCS / "reference" / "cleanup-rules.md").read_text(encoding="utf-8")
HOW_TO = (DOCS / "how-to" / "add-a-cleanup-rule.md").read_text(encoding="utf-8")


def section(name: str) -> str:
    # Examples hold headings, too: only a rule's name ends a section.
    end = "|".join(RULE_NAMES)
    pattern = rf"^## {name}$(.*?)(?=^## (?:{end})$|\Z)"
    found = re.search(pattern, REFERENCE, re.MULTILINE | re.DOTALL)
    assert found is not None, f"no section on {name}"
    return found.group(1)


def without_identifiers(markdown: str) -> str:
    """Identifiers come from the source's headings and are no part of the examples."""
    return re.sub(r"(?m)^(#+ .*?) \{#[^}]*\}$", r"\1", markdown)


def test_table_and_sections_have_every_rule_in_order() -> None:
    assert tuple(re.findall(r"^\| \[`([a-z-]+)`\]", REFERENCE, re.MULTILINE)) == RULE_NAMES
    assert tuple(re.findall(r"^## ([a-z-]+)$", REFERENCE, re.MULTILINE)) == RULE_NAMES


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_example(
    rule: Any, read: Callable[[str], Document], write: Callable[[Document], str]
) -> None:
    before, after = re.findall(r"```markdown\n(.*?)```", section(rule.name), re.DOTALL)
    result = rule(read(before))
    expected = read(after)
    assert without_identifiers(write(result.document)) == without_identifiers(write(expected))
    assert result.document.metadata.title == expected.metadata.title
    assert result.document.metadata.pronunciation == expected.metadata.pronunciation
    assert result.document.metadata.rights == expected.metadata.rights
    assert result.changes


def test_names_in_the_example_of_the_configuration_are_rules() -> None:
    found = re.search(r"disable = \[(.*?)\]", REFERENCE)
    assert found is not None
    assert set(re.findall(r'"([a-z-]+)"', found.group(1))) <= set(RULE_NAMES)


def test_the_rule_of_the_guide_works(
    read: Callable[[str], Document], write: Callable[[Document], str]
) -> None:
    code = re.search(r"```python\n(.*?)```", HOW_TO, re.DOTALL)
    cases = re.search(r"```yaml\n(.*?)```", HOW_TO, re.DOTALL)
    assert code is not None
    assert cases is not None
    module: dict[str, Any] = {}
    exec(compile(code.group(1), "add-a-cleanup-rule.md", "exec"), module)
    rule = module["PageTools"]()
    changes, stays = yaml.safe_load(cases.group(1))
    result = rule(read(changes["source"]))
    assert write(result.document) == changes["cleaned"]
    [change] = result.changes
    assert [{"line": change.line, "message": change.message, "removed": change.removed}] == (
        changes["changes"]
    )
    assert rule(read(stays["source"])).changes == ()
