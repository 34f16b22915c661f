"""The front matter of a source, in YAML or TOML, and side files.

Every scalar is the text as it was written; unknown keys are kept.
"""

from __future__ import annotations

import re
from datetime import date, datetime

from plainlang.readers.front_matter_base import FrontMatter, Mapping, Place, invalid
from plainlang.readers.front_matter_toml import looks_like_toml, parse_toml
from plainlang.readers.front_matter_yaml import MAX_ALIASES, parse_yaml

__all__ = ["MAX_ALIASES", "FrontMatter", "parse_date", "read_side_file", "split_front_matter"]

#: What a line of front matter looks like where the closing mark is missing.
_KEY = re.compile(r"[A-Za-z_][\w-]*:(\s|$)")
_DATE = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[Tt ]+\d{1,2}:\d{2}\S*(?: ?[+-]\S+)?)?", re.ASCII)
_WHAT = "the front matter"


def split_front_matter(text: str, file: str) -> FrontMatter:
    """Separate the front matter from the body.

    A front matter of YAML begins with ``---`` as the first line that is not blank and ends with
    ``---`` or ``...``; one of TOML begins and ends with ``+++``. What stands between must be a
    mapping; where it is not, the text has none. As in pandoc, a blank line right below the
    opening ``---`` makes it a rule.

    :raises SourceError: with the line, if what stands between the marks is not valid, or if the
        closing mark is missing.
    """
    lines = text.split("\n")
    start = next((i for i, line in enumerate(lines) if line.strip()), None)
    mark = "" if start is None else lines[start].rstrip()
    if start is None or mark not in {"---", "+++"}:
        return FrontMatter({}, {}, text, 0)
    if mark == "---" and (start + 1 == len(lines) or not lines[start + 1].strip()):
        return FrontMatter({}, {}, text, 0)
    closing = {"---", "..."} if mark == "---" else {"+++"}
    end = next((i for i in range(start + 1, len(lines)) if lines[i].rstrip() in closing), None)
    place = Place(file, first_line=start + 2, what=_WHAT, mark=start + 1)
    if end is None:
        if _begins(lines[start + 1 :], mark):
            raise invalid(
                "the front matter that begins here does not end",
                place,
                None,
                f"Put a line of `{mark}` below its last key."
                + (" If the first `---` is a rule, leave a blank line below it." * (mark == "---")),
            )
        return FrontMatter({}, {}, text, 0)
    source = "\n".join(lines[start + 1 : end])
    if mark == "---":
        found = parse_yaml(source, place)
    elif source.strip() and not looks_like_toml(source):
        found = Mapping(None, {})
    else:
        found = parse_toml(source, place)
    if found.values is None:
        return FrontMatter({}, {}, text, 0)
    body = "\n".join(lines[end + 1 :])
    return FrontMatter(found.values, found.lines, body, end + 1, found.diagnostics)


def read_side_file(text: str, file: str) -> FrontMatter:
    """Return the keys of a file of YAML that stands beside a source, without marks around them.

    :param file: the side file's own name; lines are counted in it.
    :return: with an empty body.
    :raises SourceError: with the line, if it is not valid YAML or not a mapping.
    """
    place = Place(file, first_line=1, what="the side file", mark=1)
    found = parse_yaml(text, place)
    if found.values is None:
        raise invalid(
            "the side file holds no keys",
            place,
            None,
            "Write one `key: value` on each line, such as `title: Taking aspirin`.",
        )
    return FrontMatter(found.values, found.lines, "", 0, found.diagnostics)


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


def _begins(lines: list[str], mark: str) -> bool:
    """Tell whether ``lines`` begin like front matter whose closing mark is missing."""
    if mark == "---":
        return bool(_KEY.match(lines[0]))
    first = next((line for line in lines if line.strip() and not line.startswith("#")), "")
    return looks_like_toml(first)
