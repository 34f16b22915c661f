"""The cases in ``tests/cases/cleanup``: what each rule alone makes of a source, and says."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
import yaml

from plainlang.cleanup import RULES
from plainlang.document import Document

FOLDER = Path(__file__).resolve().parents[2] / "cases" / "cleanup"
BY_NAME = {rule.name: rule for rule in RULES}


def load() -> list[Any]:
    return [
        pytest.param(path.stem, case, id=f"{path.stem}: {case['name']}")
        for path in sorted(FOLDER.glob("*.yaml"))
        for case in yaml.safe_load(path.read_text(encoding="utf-8"))
    ]


def changed_metadata(before: Document, after: Document) -> dict[str, Any]:
    names = [field.name for field in fields(before.metadata)]
    old, new = before.metadata, after.metadata
    return {n: getattr(new, n) for n in names if getattr(old, n) != getattr(new, n)}


@pytest.mark.parametrize(("rule", "case"), load())
def test_case(
    rule: str,
    case: dict[str, Any],
    read: Callable[[str], Document],
    write: Callable[[Document], str],
) -> None:
    before = read(case["source"])
    result = BY_NAME[rule](before)
    if "cleaned" in case:
        assert write(result.document) == case["cleaned"]
    else:
        assert result.document.blocks == before.blocks
    assert changed_metadata(before, result.document) == case.get("metadata", {})
    said = [
        {
            "line": change.line,
            "message": change.message,
            **({"removed": change.removed} if change.removed else {}),
        }
        for change in result.changes
    ]
    assert said == case.get("changes", [])


@pytest.mark.parametrize("name", BY_NAME)
def test_every_rule_has_cases_of_both_kinds(name: str) -> None:
    cases = yaml.safe_load((FOLDER / f"{name}.yaml").read_text(encoding="utf-8"))
    fires = [case for case in cases if "cleaned" in case or "metadata" in case]
    assert fires, "no case in which the rule changes something"
    assert len(fires) < len(cases), "no case in which the rule must leave the text alone"


def test_every_case_file_belongs_to_a_rule() -> None:
    assert {path.stem for path in FOLDER.glob("*.yaml")} == set(BY_NAME)
