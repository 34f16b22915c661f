"""The words of plainlang itself: every catalog is complete and keeps its placeholders."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from plainlang.editions import notices
from plainlang.locales import available, words_for

SOURCE = Path(__file__).resolve().parents[2] / "src" / "plainlang"
CALLS = {"translate", "words", "label", "own_words"}


def messages() -> set[str]:
    """Every literal that a writer or the assembly hands to a translating function."""
    found: set[str] = set(notices.ALL)
    for path in [*SOURCE.glob("editions/*.py"), *SOURCE.glob("writers/*.py")]:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        constants = {
            target.id: node.value.value
            for node in tree.body
            if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant)
            for target in node.targets
            if isinstance(target, ast.Name)
        }
        for node in ast.walk(tree):
            if not isinstance(node, ast.Call) or not node.args:
                continue
            function = node.func
            name = (
                function.attr
                if isinstance(function, ast.Attribute)
                else getattr(function, "id", "")
            )
            if name not in CALLS:
                continue
            argument = node.args[0]
            if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                found.add(argument.value)
            elif isinstance(argument, ast.Name) and argument.id in constants:
                found.add(constants[argument.id])
    return found


def test_the_search_for_messages_finds_them() -> None:
    found = messages()
    assert {"Language", "Web addresses", "Public domain", "Page {page} of {pages}"} <= found
    assert len(found) >= 25


@pytest.mark.parametrize("tag", [tag for tag in available() if tag != "en"])
def test_a_catalog_has_every_word_and_every_placeholder(tag: str) -> None:
    own = words_for(tag)
    assert own.language == tag
    missing = messages() - set(own.messages)
    assert not missing
    for message, translated in own.messages.items():
        assert re.findall(r"\{\w+\}", message) == re.findall(r"\{\w+\}", translated)
        assert translated.strip() == translated


def test_the_nearest_language_is_taken_and_english_last() -> None:
    assert words_for("es-MX").language == "es"
    assert words_for("es-MX")("Language") == "Idioma"
    assert words_for("en-GB").language == "en-GB"
    assert words_for("xx").language == "en"
    assert words_for("xx")("Language") == "Language"


@pytest.mark.parametrize(
    ("tag", "taken"),
    [
        ("zh", "zh-Hans"),
        ("zh-CN", "zh-Hans"),
        ("zh-SG", "zh-Hans"),
        ("zh-Hans-CN", "zh-Hans"),
        ("zh-TW", "en"),  # the other script: no words are better than ones it cannot read
        ("zh-Hant-HK", "en"),
        ("ar-EG", "ar"),
    ],
)
def test_a_chinese_tag_gets_the_words_of_its_script(tag: str, taken: str) -> None:
    assert words_for(tag).language == taken
