"""A mapping in YAML, each value as it was written, each key with its line."""

from __future__ import annotations

from typing import Any

import yaml

from plainlang.diagnostics import Diagnostic
from plainlang.readers.front_matter_base import (
    NO_CHARACTER,
    Mapping,
    Place,
    invalid,
    stands_twice,
)

#: Tags of YAML 1.1 that change what was written: ``1.10`` to 1.1, ``12:30`` to 750, ``no`` to
#: false. Texts and nothing (``~``, ``null``) are all that is told apart.
_TYPED = frozenset(f"tag:yaml.org,2002:{name}" for name in ("int", "float", "bool", "timestamp"))
#: A front matter of more aliases than this is an attack ("billion laughs"), not metadata.
MAX_ALIASES = 20


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
        if not isinstance(value, str) or not NO_CHARACTER.search(value):
            return value
        # JSON writes a character beyond U+FFFF as two halves.
        joined = value.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
        if NO_CHARACTER.search(joined) or joined.count("\ufffd") > value.count("\ufffd"):
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


def parse_yaml(source: str, place: Place) -> Mapping:
    """Return the mapping that ``source`` holds; nothing at all is an empty one.

    :raises SourceError: with the line, if it is not valid YAML.
    """
    try:
        loader = _Loader(source)
        node = loader.get_single_node()
        # A copy: the construction moves merged keys (`<<`) to the front.
        pairs = list(node.value) if isinstance(node, yaml.MappingNode) else []
        values = loader.construct_document(node) if node is not None else {}
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        mark = getattr(error, "problem_mark", None)
        problem = getattr(error, "problem", None) or str(error).split("\n")[0]
        raise invalid(
            f"{place.what} is not valid YAML: {problem}",
            place,
            place.first_line + mark.line if mark else None,
            "Quote values that hold a colon, a quotation mark or a bracket.",
        ) from error
    if not isinstance(values, dict) and node is not None:
        return Mapping(None, {})
    found: dict[str, int] = {}
    diagnostics: list[Diagnostic] = []
    for key_node, _ in pairs:
        key = str(key_node.value)
        line = place.first_line + key_node.start_mark.line
        if key in found:
            diagnostics.append(stands_twice(key, found[key], line, place))
        found[key] = line
    keyed = {str(key): value for key, value in (values or {}).items()}
    return Mapping(keyed, found, tuple(diagnostics))
