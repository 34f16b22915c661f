"""The order of the work: bytes in, text with its repairs out, or an error that says what to do."""

from __future__ import annotations

from dataclasses import dataclass

from plainlang.diagnostics import Code
from plainlang.document import Repair
from plainlang.encoding import binary, damage
from plainlang.encoding.detect import to_text
from plainlang.encoding.repair import repair
from plainlang.exceptions import SourceError


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a source, and how it was had from the bytes.

    :param text: the repaired text; its lines end with ``"\\n"`` only.
    :param encoding: the encoding that the bytes were read in, a name that Python knows;
        ``"utf-8+NAME"`` where some lines of a UTF-8 file are in the encoding NAME.
    :param confidence: 0 to 1 where the encoding was guessed, and less than 0.7 where a person
        should look; ``None`` where it is certain (a byte order mark, valid UTF-8, an escape
        sequence) or was declared.
    :param repairs: what was changed since, in order.
    """

    text: str
    encoding: str
    confidence: float | None
    repairs: tuple[Repair, ...]


def decode(data: bytes, *, file: str, declared: str | None = None) -> Decoded:
    """Return the text that ``data`` stands for, repaired, with the report of what was done.

    :param data: the bytes of the source.
    :param file: the name to use in messages.
    :param declared: the charset that the source states of itself or that the user gave. A
        byte order mark goes before it, and a charset that is unknown or that does not fit the
        bytes is passed over: :attr:`Decoded.encoding` is then another one.
    :raises SourceError: with the code ``source-empty`` where there is no text in it,
        ``source-binary`` where it is no text, and ``encoding-damaged`` where too many of its
        characters are lost.
    """
    if not data or data.isspace():
        raise _empty(file, "the file is empty" if not data else "the file holds only white space")
    binary.refuse_known_formats(data, file)
    reading = to_text(data, declared)
    if reading is None:
        raise binary.not_text(file)
    if not reading.wide:
        binary.refuse_control_characters(data, file)
    text, repairs = repair(reading.text)
    if not text or text.isspace():
        raise _empty(file, "the file holds only white space")
    damage.refuse(text, file)
    return Decoded(text, reading.encoding, reading.confidence, repairs)


def _empty(file: str, message: str) -> SourceError:
    return SourceError(
        message,
        code=Code.SOURCE_EMPTY,
        file=file,
        hint="Check that the right file was saved, and that saving it was finished.",
    )
