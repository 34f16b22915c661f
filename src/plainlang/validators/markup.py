"""Quick checks of the markup in HTML and EPUB files, made on every build.

They take milliseconds and need no other program. They cover what breaks reading with assistive
technology and what a mistake in a writer would most likely cause; EPUBCheck, Ace and axe, which
the conformance tests run, look at far more.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import unquote

from lxml import etree, html

from plainlang import __version__
from plainlang.diagnostics import Severity
from plainlang.validators.base import Finding
from plainlang.validators.epub_text import Package, parse, read_package
from plainlang.validators.html_text import local_name

CHECKER = "plainlang.markup"

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_XHTML = "application/xhtml+xml"


@dataclass(frozen=True, slots=True)
class _Page:
    """One parsed file. ``path`` is empty for an HTML edition."""

    path: str
    root: etree._Element

    def named(self, *names: str) -> list[etree._Element]:
        return [e for e in self.root.iter() if isinstance(e.tag, str) and local_name(e) in names]


def check_html(data: bytes) -> tuple[Finding, ...]:
    """Return what is wrong with the markup of an HTML edition.

    Its images must be inside the file, and it must not hold a script.
    """
    try:
        parser = html.HTMLParser(encoding="utf-8", huge_tree=True)
        root = html.document_fromstring(data, parser=parser)
    except etree.LxmlError as error:
        return (_finding("not-well-formed", f"the file is no HTML: {error}"),)
    page = _Page("", root)
    return (
        *_check_page(page),
        *_check_fragments([page]),
        *_check_headings([page]),
        *(
            _finding("image-outside-file", f"an image is not in the file: {image.get('src')}")
            for image in page.named("img")
            if not str(image.get("src") or "").startswith("data:")
        ),
    )


def check_epub(data: bytes) -> tuple[Finding, ...]:
    """Return what is wrong with the package and the markup of an EPUB."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except zipfile.BadZipFile as error:
        return (_finding("not-a-zip", f"the file is no EPUB: {error}"),)
    with archive:
        findings = list(_check_container(archive))
        try:
            package = read_package(archive)
            pages = [
                _Page(item.path, parse(archive.read(item.path)))
                for item in package.manifest
                if item.media_type == _XHTML
            ]
        except KeyError as error:
            return (*findings, _finding("file-missing", f"the package lacks a file: {error}"))
        except etree.XMLSyntaxError as error:
            return (*findings, _finding("not-well-formed", f"a file is not well-formed: {error}"))
        findings += _check_manifest(archive, package)
        for page in pages:
            findings += _check_page(page)
            findings += _check_resources(page, package)
        findings += _check_fragments(pages)
        spine = [item.path for item in package.spine]
        in_order = sorted(
            (page for page in pages if page.path in spine), key=lambda page: spine.index(page.path)
        )
        findings += _check_headings(in_order)
    return tuple(findings)


#: What an author wrote and a person must judge. Everything else is a mistake of a writer.
_WARNINGS = frozenset({"heading-skipped", "heading-empty", "link-empty", "several-h1"})


def _finding(code: str, message: str, path: str = "") -> Finding:
    where = f"{path}: " if path else ""
    severity = Severity.WARNING if code in _WARNINGS else Severity.ERROR
    return Finding(CHECKER, __version__, code, severity, where + message)


def _check_page(page: _Page) -> Iterator[Finding]:
    """Check what concerns one file by itself."""
    if not page.root.get("lang"):
        yield _finding("language-missing", "the html element has no lang", page.path)
    titles = page.named("title")
    if not titles or not "".join(str(t) for t in titles[0].itertext()).strip():
        yield _finding("title-missing", "the file has no title", page.path)
    identifiers = Counter(str(e.get("id")) for e in page.root.iter() if e.get("id") is not None)
    for identifier, count in identifiers.items():
        if count > 1:
            yield _finding(
                "duplicate-id", f"{count} elements have the id {identifier!r}", page.path
            )
    for image in page.named("img"):
        if not (image.get("alt") or "").strip():
            yield _finding("image-no-alt", f"no alt: {_short(image.get('src'))}", page.path)
    for link in page.named("a"):
        if link.get("href") is not None and not _name(link):
            yield _finding("link-empty", f"no words: {_short(link.get('href'))}", page.path)
    for cell in page.named("th"):
        if not cell.get("scope"):
            yield _finding("header-no-scope", f"{_short(_name(cell))!r} has no scope", page.path)
    for reference in ("aria-labelledby", "aria-describedby"):
        for element in page.root.iter():
            for identifier in (element.get(reference) or "").split():
                if identifier not in identifiers:
                    yield _finding("label-missing", f"{reference} {identifier!r}", page.path)
    for script in page.named("script"):
        yield _finding("script", f"a script is in the file: {_short(script.text)}", page.path)


def _check_fragments(pages: Iterable[_Page]) -> Iterator[Finding]:
    """Check that every link within the edition leads to something."""
    targets = {
        page.path: {str(e.get("id")) for e in page.root.iter() if e.get("id")} for page in pages
    }
    for page in pages:
        for link in page.named("a"):
            href = str(link.get("href") or "")
            file, mark, fragment = href.partition("#")
            if not href or ":" in file:
                continue
            path = _resolve(page.path, file)
            known = targets.get(path)
            if known is None:
                yield _finding("link-dangling", f"{href!r} leads to no file", page.path)
            elif mark and fragment not in known and unquote(fragment) not in known:
                yield _finding("link-dangling", f"{href!r} leads nowhere", page.path)


def _check_headings(pages: Iterable[_Page]) -> Iterator[Finding]:
    """Check that there is one heading of level 1 and that no level is left out."""
    first = 0
    previous = 0
    for page in pages:
        for heading in page.named(*_HEADINGS):
            if any(local_name(parent) == "nav" for parent in heading.iterancestors()):
                continue
            level = int(local_name(heading)[1])
            name = _name(heading)
            first += level == 1
            if not name:
                yield _finding("heading-empty", f"an empty heading of level {level}", page.path)
            if level > previous + 1:
                yield _finding(
                    "heading-skipped",
                    f"{_short(name)!r} has level {level} after level {previous}",
                    page.path,
                )
            previous = level
    if first == 0:
        yield _finding("no-h1", "there is no heading of level 1")
    if first > 1:
        yield _finding("several-h1", f"there are {first} headings of level 1 and not one")


def _check_container(archive: zipfile.ZipFile) -> Iterator[Finding]:
    entries = archive.infolist()
    first = entries[0] if entries else None
    if (
        first is None
        or first.filename != "mimetype"
        or first.compress_type != zipfile.ZIP_STORED
        or archive.read("mimetype") != b"application/epub+zip"
    ):
        yield _finding("mimetype", "the first entry is not an uncompressed mimetype")


def _check_manifest(archive: zipfile.ZipFile, package: Package) -> Iterator[Finding]:
    present = {
        name
        for name in archive.namelist()
        if not name.startswith("META-INF/") and name not in {"mimetype", package.path}
    }
    listed = {item.path for item in package.manifest}
    for path in sorted(listed - present):
        yield _finding("file-missing", "the manifest lists a file that is not there", path)
    for path in sorted(present - listed):
        yield _finding("file-unlisted", "the manifest does not list this file", path)
    if sum("nav" in item.properties for item in package.manifest) != 1:
        yield _finding("navigation-missing", "there is no navigation document", package.path)


def _check_resources(page: _Page, package: Package) -> Iterator[Finding]:
    listed = {item.path for item in package.manifest}
    for image in page.named("img"):
        if _resolve(page.path, str(image.get("src"))) not in listed:
            yield _finding("file-missing", f"no such image: {image.get('src')}", page.path)


def _resolve(path: str, reference: str) -> str:
    if not reference:
        return path
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(reference)))


def _name(element: etree._Element) -> str:
    """Return what a screen reader calls ``element``."""
    images = (str(e.get("alt") or "") for e in element.iter() if e.get("alt"))
    text = "".join(str(part) for part in element.itertext())
    return " ".join(" ".join((str(element.get("aria-label") or text), *images)).split())


def _short(text: str | None) -> str:
    value = text or ""
    return value if len(value) <= 60 else value[:59] + "…"
