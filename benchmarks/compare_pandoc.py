"""What plain pandoc makes of the sample sources, and what plainlang makes of them.

Both use the same pandoc and the same Typst. Plain pandoc is called as its manual says:
``pandoc -s source -o edition``, for PDF with ``--to typst`` and the default template.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
import time
import zipfile
from pathlib import Path

import page
import typst

from plainlang.engines.pandoc import find_pandoc

SEEDS = sorted(p for p in (Path(__file__).parent.parent / "seeds").iterdir() if p.suffix in {".md", ".txt"} and p.stem != "README")  # fmt: skip


def main() -> None:
    """Print a table."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        start = time.perf_counter()
        theirs = [plain(source, folder) for source in SEEDS]
        middle = time.perf_counter()
        subprocess.run(
            [sys.executable, "-m", "plainlang", "build", "-q", "-f", "epub,pdf", "-o", name, *map(str, SEEDS)],
            check=False,
        )  # fmt: skip
        end = time.perf_counter()
        ours = [
            (next(folder.glob(f"{s.stem}/*/*.epub")), next(folder.glob(f"{s.stem}/*/*.pdf")))
            for s in SEEDS
        ]
        rows = {
            "misread characters in the EPUB": (marks(theirs, "â€™"), marks(ours, "â€™")),
            "“Placeholder slot” in the EPUB": (marks(theirs, "Placeholder slot"), marks(ours, "Placeholder slot")),
            "links in the EPUB that lead nowhere": (broken(theirs), broken(ours)),
            "PDFs that are PDF/UA-1": (conformant(theirs), conformant(ours)),
            "EPUBs with a rights statement": (rights(theirs), rights(ours)),
            "EPUBs with an accessibility summary": (marks(theirs, "accessibilitySummary"), marks(ours, "accessibilitySummary")),
        }  # fmt: skip
    for label, (a, b) in rows.items():
        sys.stdout.write(f"{label:40} pandoc {a:3}   plainlang {b:3}   (of {len(SEEDS)})\n")
    sys.stdout.write(f"time: pandoc {middle - start:.2f} s, plainlang {end - middle:.2f} s\n")


def plain(source: Path, folder: Path) -> tuple[Path, Path]:
    """Return the EPUB and the PDF that plain pandoc makes."""
    epub, typ, pdf = (folder / f"plain-{source.stem}.{s}" for s in ("epub", "typ", "pdf"))
    for target in (epub, typ):
        subprocess.run(
            [str(find_pandoc()), "-s", "-f", "markdown", str(source), "-o", str(target)],
            check=True,
            capture_output=True,
        )
    pdf.write_bytes(typst.compile(str(typ)))
    return epub, pdf


def text(epub: Path) -> str:
    """Return all text files of an EPUB as one text."""
    with zipfile.ZipFile(epub) as book:
        return "\n".join(
            book.read(n).decode() for n in book.namelist() if n.endswith((".xhtml", ".opf"))
        )


def marks(editions: list[tuple[Path, Path]], mark: str) -> int:
    """Return how many EPUBs hold a text."""
    return sum(mark in text(epub) for epub, _ in editions)


def broken(editions: list[tuple[Path, Path]]) -> int:
    """Return how many links of all EPUBs are relative to a website that is not there."""
    return sum(len(re.findall(r'href="/[^"]*"', text(epub))) for epub, _ in editions)


def rights(editions: list[tuple[Path, Path]]) -> int:
    """Return how many EPUBs say in their package who holds the rights."""
    return sum("<dc:rights" in text(epub) for epub, _ in editions)


def conformant(editions: list[tuple[Path, Path]]) -> int:
    """Return how many PDFs page-validation calls PDF/UA-1."""
    return sum(page.validate_pdf(str(pdf), profile="ua1").is_compliant for _, pdf in editions)


if __name__ == "__main__":
    main()
