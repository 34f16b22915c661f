"""Ids of documents, which name folders and files on every system."""

from __future__ import annotations

import re
import unicodedata

from plainlang.diagnostics import Code
from plainlang.exceptions import SourceError

#: White space, control characters, and what Windows refuses in names (Microsoft, "Naming Files,
#: Paths, and Namespaces").
_REFUSED = re.compile(r'[\s\x00-\x1f\x7f-\x9f<>:"/\\|?*]+')
#: Format characters that are letters in all but name.
_JOINERS = "\u200c\u200d"
#: The build's own files in the output folder.
_OWN_FILES = frozenset({"manifest.json", "index.html", "lock", ".lock"})
#: Names of devices of Windows, with whatever stands behind a dot (the same page of Microsoft's).
_DEVICES = frozenset(
    {"con", "prn", "aux", "nul", "conin$", "conout$"}
    | {f"{port}{number}" for port in ("com", "lpt") for number in "0123456789¹²³"}
)
#: A file's name has at most 255 bytes on most systems. Behind the id come a language tag of up to
#: 23, ".large-print.docx" (17), and 15 while the file is being written.
MAX_BYTES = 200


def clean_id(raw: str) -> str:
    """Return ``raw`` as a name for folders and files.

    Hyphens take the place of white space, control characters and what some system refuses; marks
    of direction are left out; letters are in the normal form NFC, because some systems do not
    tell a letter with an accent from a letter and an accent. Dots and hyphens at its ends go,
    because Windows drops a dot at the end.
    """
    text = unicodedata.normalize("NFC", _REFUSED.sub("-", raw))
    kept = "".join(c for c in text if c in _JOINERS or unicodedata.category(c) not in {"Cf", "Cs"})
    return kept.strip("-. ") or "document"


def check_id(identifier: str, file: str, line: int | None) -> None:
    """Refuse an id that cannot name files.

    :param line: where it is stated; ``None`` where it is the name of the source.
    :raises SourceError: with the code ``id-unusable``.
    """
    lower = identifier.casefold()
    size = len(identifier.encode(errors="replace"))
    if lower in _OWN_FILES:
        problem = f"the id {identifier!r} is the name of a file that the build itself writes"
    elif lower.partition(".")[0] in _DEVICES:
        problem = f"the id {identifier!r} is the name of a device on Windows"
    elif size > MAX_BYTES:
        problem = f"the id has {size} bytes; names of files have room for {MAX_BYTES}"
    else:
        return
    raise SourceError(
        problem,
        code=Code.ID_UNUSABLE,
        file=file,
        line=line,
        hint="Give the document another `id:` in its front matter.",
    )


def same_name(identifier: str) -> str:
    """Return what is the same for two ids that some file system does not tell apart."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", identifier).casefold())
