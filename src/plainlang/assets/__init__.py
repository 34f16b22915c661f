"""The images of a document: found in the source's own folder, checked, and carried in memory.

Sources are untrusted. A local image must lie under the folder of its source after links and
``..`` were resolved; a remote one is never fetched but becomes a link. The images travel inside
the document, so that no writer opens a file.
"""

from __future__ import annotations

import hashlib
import os
import urllib.parse
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from plainlang.assets.kinds import image_kind
from plainlang.ast import attr, stringify, text, transform
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

    :param folder: the source's folder; ``None`` for standard input, which has no images.
    :param max_bytes: size above which an image is refused.
    """
    diagnostics: list[Diagnostic] = []
    assets: dict[str, Asset] = {}
    file = document.provenance.source

    def visit(element: dict[str, Any]) -> Any:
        if element["t"] != "Image":
            return element
        attributes, alt, (target, title) = element["c"]
        line = element.get("line")
        if _is_remote(target):
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
            asset = _load(target, folder, max_bytes)
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
                    "Say what it shows: ![a hand holding a pen injector](pen.png)",
                )
            )
        return {**element, "c": [attributes, alt, [asset.name, title]]}

    blocks = tuple(transform(document.blocks, visit))
    return AssetResult(
        replace(document, blocks=blocks, assets=tuple(assets.values())), tuple(diagnostics)
    )


def _is_remote(target: str) -> bool:
    # A drive letter is no scheme, "//host/x" is remote without one.
    scheme = urllib.parse.urlsplit(target).scheme
    return target.startswith("//") or scheme in {"http", "https", "ftp"}


def _name(target: str) -> str:
    return urllib.parse.unquote(urllib.parse.urlsplit(target).path.rsplit("/", 1)[-1]) or target


def _load(target: str, folder: Path | None, max_bytes: int) -> Asset:
    outside = "Put the image into the folder of its source, or below it."
    scheme = urllib.parse.urlsplit(target).scheme
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
    if not path.is_file():
        raise _RefusedImageError(
            Code.IMAGE_NOT_FOUND,
            f"the image {target} does not exist",
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
        raise _RefusedImageError(
            Code.IMAGE_UNSUPPORTED,
            f"the image {target} has {size:,} bytes; at most {max_bytes:,} are read",
            "Make it smaller, or raise `image-bytes` under [limits] in plainlang.toml.",
        )
    kind = image_kind(data)
    if kind is None:
        raise _RefusedImageError(
            Code.IMAGE_UNSUPPORTED,
            f"the image {target} is not a PNG, JPEG, GIF, WebP or plain SVG file",
            "Convert it to PNG. An SVG must hold no script and point to nothing outside itself.",
        )
    media_type, suffix = kind
    digest = hashlib.sha256(data).hexdigest()
    return Asset(f"media/{digest[:16]}{suffix}", media_type, data, str(path))
