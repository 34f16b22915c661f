"""The images of a document: found in the source's own folder, checked, and carried in memory.

Sources are untrusted. A local image must lie under the folder of its source after links and
``..`` were resolved; a remote one is never fetched but becomes a link. The images travel inside
the document, so that no writer opens a file.
"""

from __future__ import annotations

import hashlib
import os
import re
import urllib.parse
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from plainlang.assets.kinds import image_kind
from plainlang.ast import attr, stringify, text, transform_structures
from plainlang.diagnostics import Code, Diagnostic, Severity
from plainlang.document import Asset, Document

__all__ = ["AssetResult", "carry_images"]


@dataclass(frozen=True, slots=True)
class AssetResult:
    """A document whose images are assets. An error among the diagnostics fails the document."""

    document: Document
    diagnostics: tuple[Diagnostic, ...]


class _RefusedImageError(Exception):
    def __init__(self, code: Code, message: str, hint: str) -> None:
        super().__init__(message)
        self.code, self.message, self.hint = code, message, hint


def carry_images(document: Document, folder: Path | None, max_bytes: int) -> AssetResult:
    """Replace image targets by names of assets.

    A document that holds pictures itself (DOCX, ODT) brings them as assets, under the targets
    that its images have.

    :param folder: the source's folder; ``None`` for standard input, which has no images.
    :param max_bytes: size above which an image is refused.
    """
    diagnostics: list[Diagnostic] = []
    assets: dict[str, Asset] = {}
    held = {asset.name: asset.data for asset in document.assets}
    file = document.provenance.source

    def visit(element: dict[str, Any]) -> Any:
        if element["t"] != "Image":
            return element
        attributes, alt, (target, title) = element["c"]
        target = _on_site(target, document.metadata.url)
        line = element.get("line")
        if _is_remote(target) and _is_address(target):
            diagnostics.append(
                Diagnostic(
                    Code.IMAGE_REMOTE,
                    Severity.WARNING,
                    f"the image {target} is on the web; a link to it stands in its place",
                    file,
                    line,
                    "Save it beside the source: nothing is fetched while building.",
                )
            )
            shown = alt if stringify(alt).strip() else text(_name(target))
            return {
                **element,
                "t": "Link",
                "c": [attr(classes=["remote-image"]), shown, [target, title]],
            }
        try:
            if target in held:
                asset = _asset(held[target], target, max_bytes, "")
            else:
                asset = _load(target, folder, max_bytes, Path(file).parent)
        except _RefusedImageError as refusal:
            diagnostics.append(
                Diagnostic(refusal.code, Severity.ERROR, refusal.message, file, line, refusal.hint)
            )
            return element
        assets[asset.name] = asset
        if not stringify(alt).strip():
            diagnostics.append(
                Diagnostic(
                    Code.IMAGE_NO_DESCRIPTION,
                    Severity.WARNING,
                    f"the image {target} has no description",
                    file,
                    line,
                    _DESCRIBE
                    if target in held
                    else "Say what it shows: ![a hand holding a pen injector](pen.png)",
                )
            )
        return {**element, "c": [attributes, alt, [asset.name, title]]}

    blocks = tuple(transform_structures(document.blocks, visit))
    return AssetResult(
        replace(document, blocks=blocks, assets=tuple(assets.values())), tuple(diagnostics)
    )


def _is_remote(target: str) -> bool:
    # A drive letter is no scheme, "//host/x" is remote without one.
    return target.startswith("//") or _scheme(target) in {"http", "https", "ftp"}


_DESCRIBE = "Say what it shows: right-click the picture, then Alt Text (LibreOffice: Description)."


def _on_site(target: str, url: str) -> str:
    """Return the address of an image that is given by its path on the document's own site."""
    if url and target.startswith("/") and not target.startswith("//"):
        return urllib.parse.urljoin(url, target)
    return target


def _is_address(target: str) -> bool:
    try:
        urllib.parse.urlsplit(target)
    except ValueError:
        return False
    return True


def _scheme(target: str) -> str:
    found = re.match(r"([A-Za-z][A-Za-z0-9+.-]*):", target)
    return found[1].lower() if found else ""


def _name(target: str) -> str:
    return urllib.parse.unquote(urllib.parse.urlsplit(target).path.rsplit("/", 1)[-1]) or target


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # a name that is longer than the file system allows
        return False


def _load(target: str, folder: Path | None, max_bytes: int, given: Path) -> Asset:
    """Read one image.

    :param given: the source's folder as the user gave it; the asset's path begins with it.
    """
    outside = "Put the image into the folder of its source, or below it."
    if _is_remote(target):
        raise _RefusedImageError(
            Code.IMAGE_NOT_FOUND, f"{target[:80]} is not a web address", "Correct the address."
        )
    scheme = _scheme(target)
    if len(scheme) > 1:
        raise _RefusedImageError(
            Code.IMAGE_UNSUPPORTED,
            f"an image cannot be given as {scheme}: ({target[:40]})",
            "Save it as a file beside the source.",
        )
    if folder is None:
        raise _RefusedImageError(
            Code.IMAGE_OUTSIDE,
            f"the image {target} cannot be found: standard input has no folder",
            "Save the source as a file beside its images.",
        )
    relative = urllib.parse.unquote(target.split("?", 1)[0].split("#", 1)[0])
    if "\x00" in relative:
        raise _RefusedImageError(
            Code.IMAGE_NOT_FOUND, "an image name holds a NUL", "Rename the image."
        )
    # realpath, because Path.resolve raises where a link points to itself
    root = Path(os.path.realpath(folder))
    path = Path(os.path.realpath(root / relative))
    if not path.is_relative_to(root):
        raise _RefusedImageError(
            Code.IMAGE_OUTSIDE, f"the image {target} lies outside the source's folder", outside
        )
    if not _is_file(path):
        raise _RefusedImageError(
            Code.IMAGE_NOT_FOUND,
            f"the image {target[:200]} does not exist",
            "Correct the name (upper and lower case count), or add the file.",
        )
    try:
        size = path.stat().st_size
        data = path.read_bytes() if size <= max_bytes else b""
    except OSError as error:
        raise _RefusedImageError(
            Code.IMAGE_NOT_FOUND,
            f"the image {target} cannot be read: {error.strerror}",
            "Make the file readable.",
        ) from error
    if size > max_bytes:
        raise _too_large(target, size, max_bytes)
    # Where the source itself is a link, its images lie beside the file that it points to.
    base = given if Path(os.path.realpath(given)) == root else folder
    return _asset(data, target, max_bytes, str(base / relative))


def _too_large(target: str, size: int, limit: int) -> _RefusedImageError:
    return _RefusedImageError(
        Code.IMAGE_UNSUPPORTED,
        f"the image {target} has {size:,} bytes; at most {limit:,} are read",
        "Make it smaller, or raise `image-bytes` under [limits] in plainlang.toml.",
    )


def _asset(data: bytes, target: str, max_bytes: int, path: str) -> Asset:
    if len(data) > max_bytes:
        raise _too_large(target, len(data), max_bytes)
    kind = image_kind(data)
    if kind is None:
        raise _RefusedImageError(
            Code.IMAGE_UNSUPPORTED,
            f"the image {target} is not a PNG, JPEG, GIF, WebP or plain SVG file",
            "Convert it to PNG. An SVG must hold no script and point to nothing outside itself.",
        )
    media_type, suffix = kind
    digest = hashlib.sha256(data).hexdigest()
    return Asset(f"media/{digest[:16]}{suffix}", media_type, data, path, digest)
