"""The documentation and the program say the same."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from plainlang.cleanup import RULE_NAMES
from plainlang.config import FORMAT_SUFFIXES, Config, load_config
from plainlang.diagnostics import Code
from plainlang.writers import FORMATS

DOCS = Path(__file__).resolve().parents[2] / "docs"
ROOT = DOCS.parent
PAGES = [*sorted(DOCS.rglob("*.md")), ROOT / "README.md", ROOT / "CONTRIBUTING.md"]


def first_column(page: str) -> set[str]:
    text = (DOCS / "reference" / page).read_text(encoding="utf-8")
    return set(re.findall(r"^\| `([a-z.-]+)` \|", text, re.MULTILINE))


def test_every_diagnostic_code_is_documented() -> None:
    assert first_column("diagnostics.md") == {str(code) for code in Code}


def test_every_code_is_used() -> None:
    source = "".join(p.read_text(encoding="utf-8") for p in (ROOT / "src").rglob("*.py"))
    unused = [code.name for code in Code if f"Code.{code.name}" not in source]
    assert not unused


def test_every_configuration_key_is_documented() -> None:
    keys = set()
    for name, field in Config.model_fields.items():
        inner = getattr(field.annotation, "model_fields", None)
        keys |= {f"{name}.{k}" for k in inner} if inner else {name}
    assert first_column("configuration.md") == {key.replace("_", "-") for key in keys}


def test_every_cleanup_rule_is_documented() -> None:
    text = (DOCS / "reference" / "cleanup-rules.md").read_text(encoding="utf-8")
    assert not [name for name in RULE_NAMES if f"`{name}`" not in text]


def test_every_format_is_named_in_one_order() -> None:
    assert list(FORMATS) == list(FORMAT_SUFFIXES)
    assert {name: form.suffix for name, form in FORMATS.items()} == FORMAT_SUFFIXES
    text = (DOCS / "reference" / "command-line.md").read_text(encoding="utf-8")
    assert all(f"`{name}`" in text for name in FORMATS)


@pytest.mark.parametrize("page", PAGES, ids=lambda p: str(p.relative_to(ROOT)))
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    text = re.sub(
        r"^```.*?^```", "", page.read_text(encoding="utf-8"), flags=re.DOTALL | re.MULTILINE
    )
    text = re.sub(r"`[^`\n]*`", "", text)
    for target in re.findall(r"\]\(([^)\s]+)\)", text):
        if "://" in target or target.startswith(("#", "mailto:")):
            continue
        assert (page.parent / target.split("#")[0]).exists(), target


@pytest.mark.parametrize("page", PAGES, ids=lambda p: str(p.relative_to(ROOT)))
def test_configurations_in_the_documentation_are_valid(page: Path, tmp_path: Path) -> None:
    for number, text in enumerate(
        re.findall(
            r"^```toml\n(.*?)^```", page.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE
        )
    ):
        tomllib.loads(text)
        path = tmp_path / f"{number}.toml"
        path.write_text(text)
        config = load_config(path)
        assert set(config.cleanup.disable) <= set(RULE_NAMES) | {"the name in square brackets"}
