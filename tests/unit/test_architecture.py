"""The shape of the program, read from its imports."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

SOURCE = Path(__file__).resolve().parents[2] / "src" / "plainlang"

#: Layers from the ground up. A module imports only from layers below its own, or its own package.
LAYERS: tuple[frozenset[str], ...] = (
    frozenset({"", "clock", "document", "diagnostics"}),
    frozenset({"exceptions", "pseudo", "repair_words"}),
    frozenset(
        {"ast", "config", "languages", "locales", "files", "sources", "engines", "fonts", "sarif"}
        | {"short_forms"}
    ),
    frozenset({"side_files"}),
    frozenset(
        {
            "assets",
            "catalogs",
            "cleanup",
            "editions",
            "encoding",
            "glossary",
            "language_check",
            "manifest",
            "overdue",
            "readability",
            "readers",
            "review",
            "rights",
            "validators",
            "writers",
        }
    ),
    frozenset({"intake", "reports"}),
    frozenset({"glossary_catalog", "reviewer", "translation"}),
    frozenset({"versions"}),
    frozenset({"explain", "normalize", "doctor", "pipeline"}),
    frozenset({"executors", "fingerprint", "readability_files"}),
    frozenset({"ledger_entries"}),
    frozenset({"ledger"}),
    frozenset({"build"}),
    frozenset({"cli"}),
    frozenset({"__main__"}),
)


def package_of(module: str) -> str:
    parts = module.split(".")
    return parts[1] if len(parts) > 1 else ""


def layer_of(package: str) -> int:
    for number, names in enumerate(LAYERS):
        if package in names:
            return number
    raise AssertionError(f"plainlang.{package} stands in no layer: add it to LAYERS")


def imports(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("plainlang"):
            if node.module == "plainlang":
                found |= {f"plainlang.{alias.name}" for alias in node.names}
            else:
                found.add(node.module)
        elif isinstance(node, ast.Import):
            found |= {a.name for a in node.names if a.name.startswith("plainlang")}
    return found - {"plainlang.__version__"}


MODULES = sorted(SOURCE.rglob("*.py"))


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(SOURCE)))
def test_imports_point_down_only(path: Path) -> None:
    relative = path.relative_to(SOURCE)
    own = relative.parts[0].removesuffix(".py") if relative.parts[0] != "__init__.py" else ""
    own_layer = layer_of(own)
    for module in sorted(imports(path)):
        package = package_of(module)
        if package == own:
            continue
        assert layer_of(package) < own_layer, f"{relative} imports {module}"


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(SOURCE)))
def test_modules_stay_small(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").count("\n")
    assert lines <= 400, f"{path.name} has {lines} lines: divide it"


def test_only_engines_start_programs() -> None:
    starters = {"subprocess", "typst"}
    for path in MODULES:
        names = {
            alias.name.split(".")[0]
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
            if isinstance(node, ast.Import)
            for alias in node.names
        }
        if "engines" not in path.parts:
            assert not names & starters, path
