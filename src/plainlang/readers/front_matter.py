"""YAML front matter to typed metadata. Unknown keys are kept, wrong values are reported."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import yaml

from plainlang.diagnostics import Code, Diagnostic, Severity
from plainlang.exceptions import SourceError

#: A front matter of more aliases than this is an attack ("billion laughs"), not metadata.
MAX_ALIASES = 20


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The front matter of a source.

    :param values: the mapping as YAML gave it.
    :param lines: 1-based line of each top-level key in the source.
    :param body: the text after it.
    :param line_offset: number of lines before ``body``.
    """

    values: dict[str, Any]
    lines: dict[str, int]
    body: str
    line_offset: int
    diagnostics: tuple[Diagnostic, ...] = ()


class _Loader(yaml.SafeLoader):
    """The safe loader, with a limit on aliases."""

    def __init__(self, stream: str) -> None:
        super().__init__(stream)
        self.aliases = 0

    def compose_node(self, parent: Any, index: Any) -> Any:
        if self.check_event(yaml.events.AliasEvent):
            self.aliases += 1
            if self.aliases > MAX_ALIASES:
                raise yaml.YAMLError(f"more than {MAX_ALIASES} aliases")
        return super().compose_node(parent, index)


def split_front_matter(text: str, file: str) -> FrontMatter:
    """Separate the front matter from the body.

    A front matter begins with ``---`` as the first line that is not blank and ends with ``---``
    or ``...``. What stands between must be a mapping; where it is not, the text has none.

    :raises SourceError: with the line, if the YAML between the marks is not valid.
    """
    lines = text.split("\n")
    start = next((i for i, line in enumerate(lines) if line.strip()), None)
    if start is None or lines[start].rstrip() != "---":
        return FrontMatter({}, {}, text, 0)
    end = next(
        (i for i in range(start + 1, len(lines)) if lines[i].rstrip() in {"---", "..."}), None
    )
    if end is None:
        return FrontMatter({}, {}, text, 0)
    source = "\n".join(lines[start + 1 : end])
    try:
        loader = _Loader(source)
        node = loader.get_single_node()
        values = loader.construct_document(node) if node is not None else {}
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        mark = getattr(error, "problem_mark", None)
        problem = getattr(error, "problem", None) or str(error).split("\n")[0]
        raise SourceError(
            f"the front matter is not valid YAML: {problem}",
            code=Code.FRONT_MATTER_INVALID,
            file=file,
            line=start + 2 + mark.line if mark else start + 1,
            hint="Quote values that hold a colon, a quotation mark or a bracket.",
        ) from error
    if node is None:
        values = {}
    elif not isinstance(values, dict):
        return FrontMatter({}, {}, text, 0)
    found: dict[str, int] = {}
    diagnostics: list[Diagnostic] = []
    for key_node, _ in node.value if node is not None else ():
        key = str(key_node.value)
        line = start + 2 + key_node.start_mark.line
        if key in found:
            diagnostics.append(
                Diagnostic(
                    Code.METADATA_INVALID,
                    Severity.WARNING,
                    f"the key {key!r} stands twice in the front matter "
                    f"(lines {found[key]} and {line}); the second is used",
                    file,
                    line,
                    "Remove one of them.",
                )
            )
        found[key] = line
    body = "\n".join(lines[end + 1 :])
    keyed = {str(key): value for key, value in values.items()}
    return FrontMatter(keyed, found, body, end + 1, tuple(diagnostics))


def parse_date(value: object) -> date | None:
    """Return a date of ``2025-12-30`` or of a YAML date; ``None`` where it is neither."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if isinstance(value, str) and re.fullmatch(r"\d{4}-\d{2}-\d{2}", value.strip()):
        try:
            return date.fromisoformat(value.strip())
        except ValueError:
            return None
    return None
