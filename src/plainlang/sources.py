"""From what the user names to the list of source files."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from plainlang.diagnostics import Code, Diagnostic, Severity
from plainlang.exceptions import SourceError

STDIN = "-"
#: How the names of side files end; they belong to a source and are none themselves.
SIDE_SUFFIX = ".meta.yaml"
_README = re.compile(r"readme(\.|$)", re.IGNORECASE)


def normal_source(path: str) -> str:
    """Return the one form in which a source is remembered, however the user wrote its path.

    Relative to the current folder where that is possible, with ``/`` between its parts.
    """
    if path == STDIN:
        return path
    try:
        return Path(os.path.relpath(os.path.realpath(path))).as_posix()
    except ValueError:  # another drive
        return Path(os.path.realpath(path)).as_posix()


@dataclass(frozen=True, slots=True)
class Found:
    """The source files that were found.

    :param files: paths as the user would write them, each file once, in order.
    :param skipped: files of a folder that were left out (hidden, READMEs, unknown types).
    :param problems: one error for each named source that is not there.
    """

    files: tuple[str, ...]
    skipped: tuple[str, ...]
    problems: tuple[Diagnostic, ...]


def find_sources(named: Sequence[str], suffixes: Iterable[str]) -> Found:
    """Return the sources that ``named`` files and folders stand for.

    Folders are walked, in the order of their names; folders of editions are left out. A file
    that is named itself is always taken, whatever its type: its reader then says what it thinks
    of it.
    """
    known = frozenset(suffixes)
    files: list[str] = []
    skipped: list[str] = []
    problems: list[Diagnostic] = []
    seen: set[str] = set()

    def take(path: str) -> None:
        # realpath, because Path.resolve raises where a link points to itself
        real = path if path == STDIN else os.path.realpath(path)
        if real in seen:
            return
        seen.add(real)
        try:
            path.encode()
        except UnicodeEncodeError:
            shown = path.encode(errors="backslashreplace").decode()
            problems.append(
                Diagnostic(
                    Code.SOURCE_UNREADABLE,
                    Severity.ERROR,
                    "the file's name is not valid text",
                    shown,
                    hint="Rename the file.",
                )
            )
            return
        files.append(path)

    def unreadable(error: OSError) -> None:
        problems.append(
            Diagnostic(
                Code.SOURCE_UNREADABLE,
                Severity.ERROR,
                f"the folder cannot be read: {error.strerror}",
                str(error.filename),
                hint="Make it readable for you, or leave it out.",
            )
        )

    for name in named:
        if name == STDIN:
            take(name)
        elif Path(name).is_dir():
            for folder, folders, names in os.walk(name, onerror=unreadable):
                folders[:] = sorted(
                    f for f in folders if not f.startswith(".") and not _is_output(Path(folder, f))
                )
                for file in sorted(names):
                    path = str(Path(folder, file))
                    if file.endswith(SIDE_SUFFIX):
                        continue
                    if (
                        file.startswith(".")
                        or _README.match(file)
                        or Path(file).suffix.lower() not in known
                    ):
                        skipped.append(path)
                    else:
                        take(path)
        elif os.path.lexists(name):
            take(name)
        else:
            problems.append(
                Diagnostic(
                    Code.SOURCE_MISSING,
                    Severity.ERROR,
                    "there is no such file or folder",
                    name,
                    hint="Check the name; upper and lower case count.",
                )
            )
    return Found(tuple(files), tuple(skipped), tuple(problems))


def _is_output(folder: Path) -> bool:
    """Tell whether ``folder`` holds editions: an edition in HTML is no source of another one."""
    try:
        with (folder / "manifest.json").open("rb") as stream:
            return b'"plainlang.manifest/' in stream.read(4096)
    except OSError:
        return False


def read_bytes(path: str, limit: int, stdin: bytes | None = None) -> bytes:
    """Return the bytes of a source.

    :param limit: size in bytes above which it is refused.
    :param stdin: what standard input held, for the path ``-``.
    :raises SourceError: if it cannot be read or is too large.
    """
    if path == STDIN:
        data = stdin or b""
    else:
        try:
            if not os.path.lexists(path):
                raise SourceError(
                    "there is no such file",
                    code=Code.SOURCE_MISSING,
                    file=path,
                    hint="Check the name; upper and lower case count.",
                )
            if not Path(path).is_file():
                raise SourceError(
                    "this is not a regular file",
                    file=path,
                    hint="Name a document or a folder of documents.",
                )
            size = Path(path).stat().st_size
            data = Path(path).read_bytes() if size <= limit else b""
        except OSError as error:
            raise SourceError(
                f"the file cannot be read: {error.strerror}",
                file=path,
                hint="Make it readable for you, or leave it out.",
            ) from error
        if size > limit:
            raise _too_large(path, size, limit)
    if len(data) > limit:
        raise _too_large(path, len(data), limit)
    return data


def _too_large(path: str, size: int, limit: int) -> SourceError:
    return SourceError(
        f"the source has {size:,} bytes; at most {limit:,} are read (limits.source-bytes)",
        code=Code.SOURCE_TOO_LARGE,
        file=path,
        hint="Split it, or raise `source-bytes` under [limits] in plainlang.toml.",
    )
