"""The page templates and style sheets that lie beside the writers."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from plainlang.writers.html_tree import legal_xml


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("plainlang.writers"),
        # All templates write XML, whatever their file's name ends with.
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def render(name: str, **values: Any) -> str:
    """Return the template ``name`` with ``values``; text is escaped, ``Markup`` is not."""
    return legal_xml(_environment().get_template(name).render(**values))


@cache
def stylesheet(name: str) -> str:
    """Return the text of the style sheet ``name``."""
    return (files("plainlang.writers") / "templates" / name).read_text(encoding="utf-8")
