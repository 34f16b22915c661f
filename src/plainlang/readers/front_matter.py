"""YAML front matter to typed metadata. Unknown keys are kept, wrong values are reported."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import yaml

from plainlang.diagnostics import Code, Diagnostic, Severity
from plainlang.exceptions import SourceError

#: Tags of YAML 1.1 that change what was written: ``1.10`` to 1.1, ``12:30`` to 750, ``no`` to
#: false. Texts and nothing (``~``, ``null``) are all that is told apart.
_TYPED = frozenset(f"tag:yaml.org,2002:{name}" for name in ("int", "float", "bool", "timestamp"))
#: What a line of front matter looks like where the closing mark is missing.
_KEY = re.compile(r"[A-Za-z_][\w-]*:(\s|$)")
#: Characters that no text can hold (XML 1.0, section 2.2); YAML can write them as escapes.
_NO_CHARACTER = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
#: A front matter of more aliases than this is an attack ("billion laughs"), not metadata.
MAX_ALIASES = 20


_DATE = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[Tt ]+\d{1,2}:\d{2}\S*(?: ?[+-]\S+)?)?", re.ASCII)


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The front matter of a source.

    :param values: the mapping as YAML gave it; a scalar is the text as it was written.
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
    """The safe loader, with a limit on aliases and without numbers, dates and truth values."""

    def __init__(self, stream: str) -> None:
        super().__init__(stream)
        self.aliases = 0

    def compose_node(self, parent: Any, index: Any) -> Any:
        if self.check_event(yaml.events.AliasEvent):
            self.aliases += 1
            if self.aliases > MAX_ALIASES:
                raise yaml.YAMLError(f"more than {MAX_ALIASES} aliases")
        return super().compose_node(parent, index)

    def construct_scalar(self, node: Any) -> Any:
        value = super().construct_scalar(node)
        if not isinstance(value, str) or not _NO_CHARACTER.search(value):
            return value
        # JSON writes a character beyond U+FFFF as two halves.
        joined = value.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
        if _NO_CHARACTER.search(joined) or joined.count("\ufffd") > value.count("\ufffd"):
            raise yaml.constructor.ConstructorError(
                None, None, f"{value!r} holds a character that no text can hold", node.start_mark
            )
        return joined


def _as_written(loader: Any, node: Any) -> Any:
    return loader.construct_scalar(node)


_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in found if tag not in _TYPED]
    for first, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
for _tag in _TYPED:  # a value may also name its type: `!!int 5`
    _Loader.add_constructor(_tag, _as_written)


def split_front_matter(text: str, file: str) -> FrontMatter:
    """Separate the front matter from the body.

    A front matter begins with ``---`` as the first line that is not blank and ends with ``---``
    or ``...``. What stands between must be a mapping; where it is not, the text has none. As in
    pandoc, a blank line right below the opening ``---`` makes it a rule.

    :raises SourceError: with the line, if the YAML between the marks is not valid, or if the
        closing mark is missing.
    """
    lines = text.split("\n")
    start = next((i for i, line in enumerate(lines) if line.strip()), None)
    if start is None or lines[start].rstrip() != "---":
        return FrontMatter({}, {}, text, 0)
    if start + 1 == len(lines) or not lines[start + 1].strip():
        return FrontMatter({}, {}, text, 0)
    end = next(
        (i for i in range(start + 1, len(lines)) if lines[i].rstrip() in {"---", "..."}), None
    )
    if end is None:
        if _KEY.match(lines[start + 1]):
            raise SourceError(
                "the front matter that begins here does not end",
                code=Code.FRONT_MATTER_INVALID,
                file=file,
                line=start + 1,
                hint="Put a line of `---` below its last key. If the first `---` is a rule, "
                "leave a blank line below it.",
            )
        return FrontMatter({}, {}, text, 0)
    source = "\n".join(lines[start + 1 : end])
    try:
        loader = _Loader(source)
        node = loader.get_single_node()
        # A copy: the construction moves merged keys (`<<`) to the front.
        pairs = list(node.value) if isinstance(node, yaml.MappingNode) else []
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
    for key_node, _ in pairs:
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
    """Return a date of ``2025-12-30``, which a time may follow; ``None`` where it is none."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    found = _DATE.fullmatch(value.strip()) if isinstance(value, str) else None
    if found:
        try:
            return date.fromisoformat(found[1])
        except ValueError:
            return None
    return None
