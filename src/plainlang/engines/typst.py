"""Typst in this process: source text in, a tagged PDF out.

Typst runs as a library. Three things keep it inside: its root is a private folder that holds
the document's images and nothing else, system fonts are ignored, and a source that imports a
package is refused (Typst would fetch it from the network).
"""

from __future__ import annotations

import json
import re
import tempfile
from collections.abc import Sequence
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

from plainlang.diagnostics import Code
from plainlang.document import Asset
from plainlang.engines.memory import give_back
from plainlang.engines.turn import Turn
from plainlang.exceptions import EngineError, MissingProgramError

if TYPE_CHECKING:
    import typst

#: What every PDF claims and Typst checks while it writes: ISO 14289-1 and ISO 19005-2, level A.
STANDARDS: list[typst.PDFStandard] = ["ua-1", "a-2a"]

#: ``#import "@preview/…"``. In text and in string literals the quotation mark is escaped, so
#: that a document that only talks about packages does not match.
_PACKAGE = re.compile(r'\b(?:import|include)\b[\s(]*"@')

#: Characters of source from which on a document counts as large (a page of 25,000 words).
_LARGE = 300_000

#: How many compilations Typst's cache outlives (measured with Typst 0.15).
_KEPT_COMPILATIONS = 10

_UNDISPLAYED = re.compile(r"the text (.+) could not be displayed", re.DOTALL)

#: Typst's limits for rules, calls, layout and brackets within one another.
_TOO_DEEP = re.compile(r"maximum [\w ]+ depth exceeded")


class TypstCompiler:
    """Compiles Typst sources. Fonts are loaded once for each set of folders.

    Threads may share it. They compile one after another: Typst uses all cores by itself, and
    two large documents at once would take twice the memory. Whatever else takes as much waits
    for its ``turn``, too.

    :param turn: shared with another process that writes editions of the same document.
    """

    def __init__(self, turn: Turn | None = None) -> None:
        self.turn = turn or Turn()
        self._fonts: dict[tuple[Path, ...], typst.Fonts] = {}

    def compile(
        self,
        source: str,
        assets: Sequence[Asset] = (),
        *,
        fonts: Sequence[Path] = (),
        timestamp: int = 0,
    ) -> bytes:
        """Return the PDF of ``source``: tagged, PDF/UA-1 and PDF/A-2a.

        The same source, assets and timestamp give the same bytes.

        :param assets: the images, found under their names (relative paths with ``/``).
        :param fonts: folders with fonts. Beside them there are only the ones inside Typst
            (DejaVu Sans Mono, Libertinus Serif, New Computer Modern).
        :param timestamp: what the PDF states as its date, in seconds since 1970 (UTC).
        :raises EngineError: ``TYPST_FAILED`` if Typst reports an error or a warning,
            ``GLYPH_MISSING`` if a character cannot be shown, ``IMAGE_UNSUPPORTED`` if an image
            cannot be read.
        :raises MissingProgramError: if Typst is not installed.
        """
        if _PACKAGE.search(source):
            raise EngineError(
                "the Typst source asks for a package, which would have to be downloaded",
                code=Code.TYPST_FAILED,
                hint="Remove the import: documents are built without a network.",
            )
        library = _load()
        with self.turn:
            return self._compile(library, source, assets, tuple(fonts), timestamp)

    def _compile(
        self,
        library: Any,
        source: str,
        assets: Sequence[Asset],
        folders: tuple[Path, ...],
        timestamp: int,
    ) -> bytes:
        if len(source) > _LARGE:
            give_back()
        if folders not in self._fonts:
            self._fonts[folders] = library.Fonts(
                include_system_fonts=False,
                include_embedded_fonts=True,
                font_paths=[str(folder) for folder in folders],
            )
        with tempfile.TemporaryDirectory(prefix="plainlang-typst-") as name:
            root = Path(name)
            # A file, not bytes: Typst never gives back the numbers of sources without a name,
            # and ends when 65,535 of them have been used in one process.
            main = root / "main.typ"
            main.write_text(source, encoding="utf-8")
            for asset in assets:
                _place(root, asset)
            empty = root / "no-packages"
            empty.mkdir()
            try:
                data, warnings = library.compile_with_warnings(
                    main,
                    root=root,
                    font_paths=self._fonts[folders],
                    ignore_system_fonts=True,
                    package_path=empty,
                    package_cache_path=empty,
                    pdf_standards=STANDARDS,
                    timestamp=timestamp,
                )
            except library.TypstError as error:
                image = _unreadable(library, root, assets) if _of_image(error.message) else None
                raise explain(error.message, error.hints, image) from None
            except BaseException as error:
                # A panic in Typst arrives as an exception that is no Exception.
                if type(error).__name__ != "PanicException":
                    raise
                raise explain(f"it ended by itself ({error})", ()) from None
            if len(source) > _LARGE:
                _forget(library, empty)
        if warnings:
            first = warnings[0]
            raise explain(first.message, first.hints)
        result: bytes = data
        return result


def _forget(library: Any, folder: Path) -> None:
    """Let Typst drop what it keeps of a large document for the next one.

    It keeps all that the last ten compilations computed: 300 MB for a page of 93,000 words, which
    no other document makes use of. Ten empty ones take 0.6 s, most of it to free the memory.
    """
    nothing = folder / "main.typ"
    nothing.touch()
    for _ in range(_KEPT_COMPILATIONS):
        library.compile(nothing, root=folder, ignore_system_fonts=True, format="svg")
    give_back()


def _load() -> Any:
    try:
        import typst as library  # 60 ms, and not every command needs it
    except ImportError as error:
        raise MissingProgramError(
            "Typst is not installed", code=Code.TYPST_FAILED, hint="Run: pip install typst"
        ) from error
    return library


def _place(root: Path, asset: Asset) -> None:
    parts = PurePosixPath(asset.name).parts
    if not parts or parts[0] == "/" or ".." in parts or "\\" in asset.name:
        raise EngineError(
            f"the image name {asset.name!r} leads out of the edition",
            code=Code.IMAGE_OUTSIDE,
            file=asset.path,
            hint="Put the image into the folder of its document.",
        )
    path = root.joinpath(*parts)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(asset.data)


def _of_image(message: str) -> bool:
    lowered = message.lower()
    return "image" in lowered and "alt text" not in lowered


def _unreadable(library: Any, root: Path, assets: Sequence[Asset]) -> str | None:
    """Return the path of the first image that Typst cannot read by itself; it does not say."""
    main = root / "main.typ"
    for asset in assets:
        main.write_text(f"#image({json.dumps(asset.name, ensure_ascii=False)})", encoding="utf-8")
        try:
            library.compile(main, root=root, ignore_system_fonts=True, format="svg")
        except library.TypstError:
            return asset.path
    return None


def explain(message: str, hints: Sequence[str], image: str | None = None) -> EngineError:
    """Return what Typst said as an error that says what to do.

    :param image: the file of the image that it is about, if it is about one.
    """
    undisplayed = _UNDISPLAYED.search(message)
    if undisplayed:
        return EngineError(
            f"no font has all characters of the text {undisplayed[1]}",
            code=Code.GLYPH_MISSING,
            hint="Replace the characters in the source.",
        )
    if _of_image(message):
        return EngineError(
            f"an image cannot be printed: {message}",
            code=Code.IMAGE_UNSUPPORTED,
            file=image,
            hint="Save the image as PNG, JPEG or SVG.",
        )
    if _TOO_DEEP.search(message):
        return EngineError(
            f"the document is nested too deep to be printed ({message})",
            code=Code.NESTING_TOO_DEEP,
            hint="No reader can follow so many levels: flatten the lists or quotes. "
            "Without the PDF formats it can be built: -f epub,html",
        )
    return EngineError(
        f"Typst could not set the document: {message}",
        code=Code.TYPST_FAILED,
        hint=" ".join(h[0].upper() + h[1:] + "." for h in hints)
        or "Simplify the part that the message names.",
    )
