"""``plainlang.toml`` as frozen models.

An unknown key is an error that names the nearest known one.
"""

from __future__ import annotations

import difflib
import re
import tomllib
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from plainlang.diagnostics import Code
from plainlang.exceptions import ConfigError

FILE_NAME = "plainlang.toml"

#: Every format in the order of the documentation, with the suffix of its files.
FORMAT_SUFFIXES = {
    "epub": ".epub",
    "pdf": ".pdf",
    "large-print": ".large-print.pdf",
    "giant-print": ".giant-print.pdf",
    "html": ".html",
}
DEFAULT_FORMATS = ("epub", "pdf", "large-print", "html")


def _kebab(name: str) -> str:
    return name.replace("_", "-")


class _Model(BaseModel):
    model_config = ConfigDict(
        frozen=True, extra="forbid", alias_generator=_kebab, populate_by_name=True
    )


class CleanupConfig(_Model):
    """``[cleanup]``: which rules are switched off, by name."""

    disable: tuple[str, ...] = ()


class LimitsConfig(_Model):
    """``[limits]``: what is refused rather than tried."""

    source_bytes: int = Field(default=20_000_000, gt=0)
    """Bytes of one source (20 MB: the corpus's largest page has 0.9 MB)."""
    image_bytes: int = Field(default=20_000_000, gt=0)
    """Bytes of one image."""
    unpacked_bytes: int = Field(default=200_000_000, gt=0)
    """Bytes that a DOCX or ODT may unpack to, its pictures too."""
    pandoc_timeout: float = Field(default=60.0, gt=0, le=86_400, allow_inf_nan=False)
    """Seconds for one conversion by pandoc, at most a day."""


class ReadabilityConfig(_Model):
    """``[readability]``: whom the texts are for, and when a score is good enough."""

    audience: Literal["patient", "general", "professional"] = "patient"
    targets: dict[str, tuple[float, float]] = Field(default_factory=dict)
    """Good and acceptable by formula, in place of those of the language."""
    minimum_words: int = Field(default=100, ge=1)
    """Words of running text below which no score is given."""
    fragment_words: int = Field(default=15, ge=0)
    """Words above which a list item that is no sentence is scored all the same."""


class GlossaryLink(_Model):
    """``[[glossary.links]]``: which addresses name an entry of which dictionary."""

    prefix: str = Field(min_length=1)
    """What such an address begins with; the rest, up to ``?``, ``#`` or ``/``, names the entry."""
    dictionary: str = Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")
    """The dictionary's name, as in the names of its files."""
    by: Literal["id", "name"] = "name"
    """Whether the rest is the entry's id or its name."""


class GlossaryConfig(_Model):
    """``[glossary]``: where the terms are and how they are explained."""

    folder: str = "glossary"
    audience: Literal["patient", "health-professional"] = "patient"
    """Whose definitions are wanted; another's is used only where there is none."""
    expand: tuple[Literal["inline", "note", "appendix"], ...] = ("inline", "appendix")
    """Where a term is explained; an empty list explains none."""
    unlinked: bool = False
    """Whether terms that no link marks are explained too."""
    max_inline_words: int = Field(default=15, ge=1)
    """Words of a definition's first sentence above which it does not stand in the text."""
    links: tuple[GlossaryLink, ...] = ()
    api: str = Field(
        default="https://webapis.cancer.gov/glossary/v1/", pattern=r"^https?://[^\s?#]+$"
    )
    """Where ``glossary fetch`` asks; nothing else ever does."""
    rate: float = Field(default=2.0, gt=0, le=20, allow_inf_nan=False)
    """Requests a second."""
    timeout: float = Field(default=20.0, gt=0, le=600, allow_inf_nan=False)
    """Seconds to wait for one answer."""
    retries: int = Field(default=4, ge=0, le=10)
    """How often a request is tried again after 429, 5xx or no answer."""
    absent_days: int = Field(default=30, ge=0)
    """Days for which an id that the dictionary does not know is not asked again."""

    @field_validator("expand")
    @classmethod
    def _modes_once(
        cls, modes: tuple[Literal["inline", "note", "appendix"], ...]
    ) -> tuple[Literal["inline", "note", "appendix"], ...]:
        return tuple(dict.fromkeys(modes))


class Config(_Model):
    """The whole configuration. Every field has a default, so that no file is needed."""

    sources: tuple[str, ...] = ("seeds",)
    out: str = "out"
    translations: str = Field(default="translations", min_length=1)
    language: str = "en"
    formats: tuple[str, ...] = Field(default=DEFAULT_FORMATS, min_length=1)
    rights: Literal["warn", "block", "allow"] = "warn"
    overdue_notice: bool = False
    cleanup: CleanupConfig = CleanupConfig()
    limits: LimitsConfig = LimitsConfig()
    readability: ReadabilityConfig = ReadabilityConfig()
    glossary: GlossaryConfig = GlossaryConfig()

    @field_validator("formats")
    @classmethod
    def _each_once(cls, formats: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(formats))


def find_config(start: Path) -> Path | None:
    """Return ``plainlang.toml`` in ``start`` or ``None``."""
    path = start / FILE_NAME
    return path if path.is_file() else None


def load_config(path: Path | None) -> Config:
    """Read ``path``; without one, the defaults.

    :raises ConfigError: with the file, the line and what to do.
    """
    if path is None:
        return Config()
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(
            f"the configuration cannot be read: {error}",
            file=str(path),
            hint="Save it as UTF-8 text that you may read.",
        ) from error
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"line (\d+)", str(error))
        raise ConfigError(
            f"not valid TOML: {error}",
            file=str(path),
            line=int(found[1]) if found else None,
            hint="See https://toml.io for how values are written.",
        ) from error
    try:
        config = Config.model_validate(data)
    except ValidationError as error:
        raise _config_error(error, path, text) from error
    _check_names(config, path, text)
    return config


def _config_error(error: ValidationError, path: Path, text: str) -> ConfigError:
    first = error.errors()[0]
    keys = [str(part) for part in first["loc"]]
    name = ".".join(keys)
    line = _line_of(text, keys)
    if first["type"] == "extra_forbidden":
        known = _known_keys(keys[:-1])
        near = difflib.get_close_matches(keys[-1], known, n=1, cutoff=0.5)
        hint = (
            f"Did you mean {near[0]!r}?"
            if near
            else "Known keys: " + ", ".join(sorted(known)) + "."
        )
        return ConfigError(
            f"unknown key {name!r}",
            code=Code.CONFIG_UNKNOWN_KEY,
            file=str(path),
            line=line,
            hint=hint,
        )
    return ConfigError(
        f"{name}: {first['msg'].lower()} (found {_shown(first.get('input'))})",
        file=str(path),
        line=line,
        hint="docs/reference/configuration.md lists every key with its values.",
    )


def _shown(value: Any) -> str:
    shown = repr(value)
    return shown if len(shown) <= 60 else shown[:57] + "..."


def _known_keys(tables: list[str]) -> list[str]:
    model: type[BaseModel] = Config
    for table in tables:
        field = model.model_fields.get(table.replace("-", "_"))
        annotation = field.annotation if field else None
        if isinstance(annotation, type) and issubclass(annotation, BaseModel):
            model = annotation
    return [_kebab(name) for name in model.model_fields]


def _line_of(text: str, keys: list[str]) -> int | None:
    """Return the line that sets ``keys``; ``tomllib`` does not tell positions."""
    named = [key for key in keys if not key.isdigit()]
    table: list[str] = []
    for number, line in enumerate(text.splitlines(), 1):
        header = re.match(r"\s*\[+\s*([^\]]+?)\s*\]+", line)
        if header:
            table = [part.strip().strip("\"'") for part in header[1].split(".")]
            if table == named:
                return number
            continue
        found = re.match(r"\s*([\w\-\".']+?)\s*=", line)
        if found:
            parts = [part.strip("\"'") for part in found[1].split(".")]
            if table + parts == named:
                return number
    return None


def _check_names(config: Config, path: Path, text: str) -> None:
    for format_name in config.formats:
        if format_name not in FORMAT_SUFFIXES:
            near = difflib.get_close_matches(format_name, FORMAT_SUFFIXES, n=1)
            raise ConfigError(
                f"unknown format {format_name!r}",
                code=Code.UNKNOWN_FORMAT,
                file=str(path),
                line=_line_of(text, ["formats"]),
                hint=f"Did you mean {near[0]!r}?"
                if near
                else "Known formats: " + ", ".join(FORMAT_SUFFIXES) + ".",
            )
