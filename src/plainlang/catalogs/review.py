"""Who reviewed which translation, and when: ``translations/<lang>/review.json``.

PO files know only ``fuzzy``, and some tools drop even that, so that reviews stand in a file of
their own. A review belongs to a source text, its context and its translation together: their
hash is its key, and whoever edits one of them has a translation that nobody reviewed.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from plainlang.catalogs.base import Catalog, Message
from plainlang.diagnostics import Code
from plainlang.exceptions import PlainlangError
from plainlang.files import write_if_changed

SCHEMA = "plainlang.reviews/1"
FILE_NAME = "review.json"

#: Context and msgid, as :attr:`plainlang.catalogs.base.Message.key`.
Key = tuple[str | None, str]


class ReviewError(PlainlangError):
    """The file of reviews cannot be read; it is left as it is."""

    exit_status = 3
    default_code = Code.REVIEWS_INVALID


@dataclass(frozen=True, slots=True)
class Review:
    """That a person has read a translation and stands for it.

    :param by: who, as they gave their name.
    :param when: ISO 8601 date and time.
    :param document: the id of the document in whose catalog it was reviewed.
    """

    by: str
    when: str
    document: str


def digest_of(message: Message) -> str:
    """Return the key of a translation's review: 32 hex digits of the SHA-256 of its texts."""
    texts = [message.context or "", message.msgid, message.msgstr]
    if message.plural is not None:
        texts += [message.plural, *message.plurals]
    data = json.dumps(texts, ensure_ascii=True, separators=(",", ":"))
    return hashlib.sha256(data.encode("ascii")).hexdigest()[:32]


def reviewed(catalog: Catalog, records: Mapping[str, Review]) -> frozenset[Key]:
    """Return the keys of the translations that may be used and that somebody reviewed."""
    return frozenset(m.key for m in catalog.messages if m.translated and digest_of(m) in records)


def record(
    records: Mapping[str, Review],
    messages: Iterable[Message],
    *,
    by: str,
    when: datetime,
    document: str,
) -> dict[str, Review]:
    """Return ``records`` with a review of each of ``messages``.

    A review that is there already stays: who was first is not forgotten.
    """
    new = Review(by, when.replace(microsecond=0).isoformat(), document)
    return {**{digest_of(message): new for message in messages}, **records}


def load(path: Path) -> dict[str, Review]:
    """Return the reviews of a language by their hash; none where the file is not there.

    Where two branches recorded the same review, as a merge leaves it, the earlier one counts.

    :raises ReviewError: with the line, if the file cannot be read.
    """
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise _error(f"the file cannot be read: {error.strerror}", path) from error
    except UnicodeDecodeError as error:
        raise _error("the file is not in UTF-8", path) from error
    try:
        whole = json.loads(text, object_pairs_hook=_pairs)
    except (ValueError, RecursionError) as error:
        reason = getattr(error, "msg", "nested too deep")
        raise _error(f"not valid JSON: {reason}", path, getattr(error, "lineno", None)) from error
    if not isinstance(whole, list) or ("schema", SCHEMA) not in whole:
        raise _error(f"the file does not say that it is “{SCHEMA}”", path)
    found: dict[str, Review] = {}
    for name, value in whole:
        if name == "schema":
            continue
        review = _review(value)
        if review is None:
            line = text[: text.find(f'"{name}"')].count("\n") + 1
            raise _error('a review needs "by", "when" and "document"', path, line)
        if name not in found or review.when < found[name].when:
            found[name] = review
    return found


def save(path: Path, records: Mapping[str, Review]) -> bool:
    """Write the reviews, whole or not at all; tell whether anything changed.

    Each stands on a line of its own, in the order of the hashes. Every such line ends with a
    comma, since ``schema`` comes last: a new one changes no other line, so that the work of two
    people can be merged.

    :raises OutputError: if the file cannot be written.
    """
    lines = [
        f"{json.dumps(name)}: "
        + json.dumps({"by": r.by, "when": r.when, "document": r.document}, ensure_ascii=False)
        + ",\n"
        for name, r in sorted(records.items())
    ]
    text = "{\n" + "".join(lines) + f'"schema": "{SCHEMA}"\n}}\n'
    return write_if_changed(path, text.encode("utf-8", "backslashreplace"))


def _pairs(pairs: list[tuple[str, object]]) -> list[tuple[str, object]]:
    return pairs


def _review(value: object) -> Review | None:
    if not isinstance(value, list):
        return None
    fields = dict(value) if all(isinstance(pair, tuple) for pair in value) else {}
    by, when, document = (fields.get(name) for name in ("by", "when", "document"))
    if isinstance(by, str) and by and isinstance(when, str) and isinstance(document, str):
        return Review(by, when, document)
    return None


def _error(message: str, path: Path, line: int | None = None) -> ReviewError:
    return ReviewError(
        message,
        file=str(path),
        line=line,
        hint="It is left as it is. Mend the line, or take an earlier version of the file.",
    )
