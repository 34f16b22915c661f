"""From the bytes of a PO file to its entries."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import NoReturn

from plainlang.catalogs.base import Catalog, Message
from plainlang.catalogs.po.charset import decode
from plainlang.catalogs.po.strings import unescape
from plainlang.exceptions import CatalogError

_KEYWORD = re.compile(
    r"(?P<obsolete>#~)?(?P<previous>(?(obsolete)|#)\|)?[ \t]*"
    r"(?P<name>msgctxt|msgid_plural|msgid|msgstr|domain)[ \t]*(?:\[[ \t]*(?P<form>\d+)[ \t]*\])?"
    r"[ \t]*(?P<string>\".*)"
)
_MORE = re.compile(r"(?P<obsolete>#~)?(?P<previous>(?(obsolete)|#)\|)?[ \t]*(?P<string>\".*)")
_STRING = re.compile(r'"((?:[^"\\]|\\.)*)"[ \t]*')

#: The field of a message for each keyword before the translation.
_FIELDS = {"msgctxt": "context", "msgid": "msgid", "msgid_plural": "plural"}
_PREVIOUS = {"msgctxt": "previous_context", "msgid": "previous", "msgid_plural": "previous_plural"}


def parse_po(data: bytes, path: str = "") -> Catalog:
    """Return the catalog that the bytes of a PO or POT file hold.

    :param path: for messages.
    :raises CatalogError: with the line and what is wrong there.
    """
    text, encoding = decode(data, path)
    newline = "\r\n" if "\r\n" in text else "\r" if "\r" in text and "\n" not in text else "\n"
    parser = _Parser(path, encoding)
    for number, line in enumerate(_lines(text, newline), 1):
        parser.take(number, line)
    messages, tail = parser.end()
    _refuse_duplicates(messages, path)
    places = [n for n, m in enumerate(messages) if not (m.msgid or m.context or m.obsolete)]
    header_at = places[0] if places else 0
    header = messages.pop(header_at) if places else Message("")
    return Catalog(header, tuple(messages), path, newline, encoding, header_at, tail)


def _lines(text: str, newline: str) -> list[str]:
    if newline == "\r":
        return re.findall(r"[^\r]*\r|[^\r]+", text)
    return re.findall(r"[^\n]*\n|[^\n]+", text)


@dataclass(slots=True)
class _Parser:
    """Takes the lines of a file one by one."""

    path: str
    encoding: str
    messages: list[Message] = field(default_factory=list)
    _raw: list[str] = field(default_factory=list)
    _lists: dict[str, list[str]] = field(default_factory=dict)
    _texts: dict[str, list[str]] = field(default_factory=dict)
    _lines: dict[str, int] = field(default_factory=dict)
    _obsolete: bool = False
    _current: str = ""

    def take(self, number: int, line: str) -> None:
        """Take one line with its end."""
        text = line.strip()
        found = _KEYWORD.fullmatch(text) if "msg" in text or "domain" in text else None
        if found is not None:
            self._keyword(found, number)
        elif more := _MORE.fullmatch(text):
            self._more(more, number)
        elif text.startswith("#"):
            self._comment(text)
        elif text:
            self._fail(number, f"{text[:40]!r} is nothing that a PO file knows")
        elif self._complete():
            self._finish()
        self._raw.append(line)

    def end(self) -> tuple[list[Message], str]:
        """Return the entries and what follows the last one."""
        if self._complete():
            self._finish()
        elif self._texts:
            self._fail(max(self._lines.values()), "the entry has no msgstr")
        return self.messages, "".join(self._raw)

    def _complete(self) -> bool:
        return any(name.startswith("msgstr") for name in self._texts)

    def _keyword(self, found: re.Match[str], number: int) -> None:
        name, form = found["name"], found["form"]
        if name == "domain":
            if self._complete():
                self._finish()
            self._current = ""
            return
        if self._complete() and (found["previous"] or name != "msgstr"):
            self._finish()
        if form is not None and name != "msgstr":
            self._fail(number, f"{name}[{form}] is nothing that a PO file knows")
        key = _PREVIOUS.get(name, "") if found["previous"] else _FIELDS.get(name, "")
        if name == "msgstr":
            if found["previous"]:
                self._fail(number, "a previous msgstr is nothing that a PO file knows")
            if "msgid" not in self._texts:
                self._fail(number, "a msgstr stands here without its msgid")
            key = "msgstr" if form is None else f"msgstr[{int(form)}]"
            if form is not None and int(form) != sum(k.startswith("msgstr[") for k in self._texts):
                self._fail(number, f"{key} stands out of order")
            if (form is None) == ("plural" in self._texts):
                self._fail(number, f"{key} does not fit an entry "
                           f"{'with' if form is None else 'without'} msgid_plural")  # fmt: skip
        if key in self._texts:
            self._fail(number, f"{name} stands twice in one entry")
        self._texts[key] = []
        self._lines[key] = number
        self._current = key
        self._obsolete = self._obsolete or bool(found["obsolete"])
        self._string(found["string"], number)

    def _more(self, found: re.Match[str], number: int) -> None:
        if not self._current:
            self._fail(number, "a string stands here without a keyword")
        self._string(found["string"], number)

    def _string(self, quoted: str, number: int) -> None:
        found = _STRING.fullmatch(quoted)
        if found is None:
            self._fail(number, "the string is not closed, or a quotation mark in it has no \\")
        try:
            self._texts[self._current].append(unescape(found[1], self.encoding))
        except ValueError as error:
            self._fail(number, str(error))

    def _comment(self, text: str) -> None:
        if self._complete():
            self._finish()
        self._current = ""
        text = text.removeprefix("#~ ") if text.startswith("#~ #") else text
        kind, rest = text[1:2], text[2:].strip()
        if kind == ",":
            flags = [flag.strip() for flag in rest.split(",")]
            self._lists.setdefault("flags", []).extend(flag for flag in flags if flag)
        elif kind in {".", ":"}:
            self._lists.setdefault("extracted" if kind == "." else "references", []).append(rest)
        elif kind in {"", " ", "\t"}:
            self._lists.setdefault("comments", []).append(text[2:])
        else:
            self._lists.setdefault("others", []).append(text)

    def _finish(self) -> None:
        """End the entry that is complete."""
        texts = {key: "".join(parts) for key, parts in self._texts.items()}
        plurals = tuple(value for key, value in texts.items() if key.startswith("msgstr["))
        message = Message(
            texts["msgid"],
            texts.get("msgstr", plurals[0] if plurals else ""),
            texts.get("context"),
            texts.get("plural"),
            plurals,
            comments=tuple(self._lists.get("comments", ())),
            extracted=tuple(self._lists.get("extracted", ())),
            references=tuple(self._lists.get("references", ())),
            flags=tuple(self._lists.get("flags", ())),
            previous_context=texts.get("previous_context"),
            previous=texts.get("previous"),
            previous_plural=texts.get("previous_plural"),
            obsolete=self._obsolete,
            others=tuple(self._lists.get("others", ())),
            line=self._lines["msgid"],
            msgstr_line=self._lines.get("msgstr", self._lines.get("msgstr[0]", 0)),
        )
        self.messages.append(replace(message, raw="".join(self._raw), origin=message))
        self._raw, self._lists, self._texts, self._lines = [], {}, {}, {}
        self._obsolete, self._current = False, ""

    def _fail(self, number: int, problem: str) -> NoReturn:
        raise CatalogError(
            problem, file=self.path or None, line=number,
            hint="Correct the line, or restore the file from a backup; it was left as it is.",
        )  # fmt: skip


def _refuse_duplicates(messages: list[Message], path: str) -> None:
    seen: dict[tuple[str | None, str], int] = {}
    for message in messages:
        if message.obsolete:
            continue
        first = seen.setdefault(message.key, message.line)
        if first != message.line:
            shown = message.msgid[:40] or "the header"
            raise CatalogError(
                f"{shown!r} stands twice in the file, in line {first} too",
                file=path or None,
                line=message.line,
                hint="Remove one of the two, or join them with msguniq.",
            )
