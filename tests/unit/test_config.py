from __future__ import annotations

from pathlib import Path

import pytest

from plainlang.config import Config, load_config
from plainlang.diagnostics import Code
from plainlang.exceptions import ConfigError


def load(tmp_path: Path, text: str) -> Config:
    path = tmp_path / "plainlang.toml"
    path.write_text(text, encoding="utf-8")
    return load_config(path)


def test_no_file_means_defaults() -> None:
    config = load_config(None)
    assert config.sources == ("seeds",)
    assert config.formats == ("epub", "pdf", "large-print", "html")


def test_values_are_read(tmp_path: Path) -> None:
    config = load(
        tmp_path,
        'sources = ["a", "b"]\nformats = ["giant-print"]\n[cleanup]\ndisable = ["placeholder"]\n'
        "[limits]\npandoc-timeout = 5\n",
    )
    assert config.sources == ("a", "b")
    assert config.formats == ("giant-print",)
    assert config.cleanup.disable == ("placeholder",)
    assert config.limits.pandoc_timeout == 5


@pytest.mark.parametrize(
    ("text", "code", "line", "words"),
    [
        (
            'out = "o"\nsouces = ["a"]\n',
            Code.CONFIG_UNKNOWN_KEY,
            2,
            "'souces'|Did you mean 'sources'",
        ),
        (
            '\n[cleanup]\ndisabel = ["x"]\n',
            Code.CONFIG_UNKNOWN_KEY,
            3,
            "'cleanup.disabel'|'disable'",
        ),
        ("zzz = 1\n", Code.CONFIG_UNKNOWN_KEY, 1, "Known keys: cleanup, formats"),
        ("[clean]\nx = 1\n", Code.CONFIG_UNKNOWN_KEY, 1, "Did you mean 'cleanup'"),
        ('rights = "maybe"\n', Code.CONFIG_INVALID, 1, "'warn', 'block' or 'allow'|'maybe'"),
        ("[limits]\nsource-bytes = -1\n", Code.CONFIG_INVALID, 2, "greater than 0"),
        ('formats = ["pfd"]\n', Code.UNKNOWN_FORMAT, 1, "'pfd'|Did you mean 'pdf'"),
        ("formats = []\n", Code.CONFIG_INVALID, 1, "at least 1"),
        ("[limits]\npandoc-timeout = inf\n", Code.CONFIG_INVALID, 2, "inf"),
        ("[limits]\npandoc-timeout = nan\n", Code.CONFIG_INVALID, 2, "nan"),
        ("[limits]\npandoc-timeout = 86401\n", Code.CONFIG_INVALID, 2, "86400"),
        ("a =\n", Code.CONFIG_INVALID, 1, "not valid TOML"),
    ],
)
def test_a_mistake_names_its_line_and_the_way_out(
    tmp_path: Path, text: str, code: Code, line: int, words: str
) -> None:
    with pytest.raises(ConfigError) as caught:
        load(tmp_path, text)
    diagnostic = caught.value.diagnostic
    assert diagnostic.code is code
    assert diagnostic.line == line
    assert str(diagnostic.file).endswith("plainlang.toml")
    for part in words.split("|"):
        assert part in diagnostic.format()
    assert caught.value.exit_status == 2


def test_a_file_that_is_not_utf8_is_a_configuration_error(tmp_path: Path) -> None:
    path = tmp_path / "plainlang.toml"
    path.write_bytes(b'out = "\xff"\n')
    with pytest.raises(ConfigError, match="cannot be read"):
        load_config(path)


def test_a_byte_order_mark_is_no_part_of_the_text(tmp_path: Path) -> None:
    assert load(tmp_path, "\ufeffout = 'o'\n").out == "o"


def test_a_format_that_stands_twice_is_written_once(tmp_path: Path) -> None:
    assert load(tmp_path, 'formats = ["pdf", "epub", "pdf"]\n').formats == ("pdf", "epub")


def test_targets_of_readability_are_read(tmp_path: Path) -> None:
    config = load(
        tmp_path,
        '[readability]\naudience = "general"\nminimum-words = 50\n'
        "[readability.targets]\nsmog = [8, 10]\n",
    )
    assert config.readability.audience == "general"
    assert config.readability.minimum_words == 50
    assert config.readability.targets == {"smog": (8, 10)}


def test_a_target_needs_two_numbers(tmp_path: Path) -> None:
    with pytest.raises(ConfigError) as caught:
        load(tmp_path, "[readability.targets]\nsmog = [8]\n")
    assert "readability.targets.smog" in str(caught.value)
