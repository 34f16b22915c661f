"""Time the loading of a glossary of 16,000 entries, as a ratio to json.loads of the same lines."""

from __future__ import annotations

import json
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from plainlang.glossary.store import Glossary

ENTRIES = 16_000


def main() -> None:
    """Print seconds and ratio, the best of five each."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        lines = []
        for language in ("en", "es"):
            own = [json.dumps(_record(number, language)) for number in range(ENTRIES // 2)]
            text = "".join(f"{line}\n" for line in own)
            (folder / f"nci.{language}.jsonl").write_text(text, encoding="utf-8")
            lines += own
        plain = _best(lambda: [json.loads(line) for line in lines])
        loaded = _best(lambda: Glossary.load(folder))
    sys.stdout.write(
        f"{ENTRIES:,} entries loaded in {loaded:.3f} s; json.loads of their lines {plain:.3f} s; "
        f"ratio {loaded / plain:.1f}\n"
    )


def _record(number: int, language: str) -> dict[str, object]:
    return {
        "dictionary": "nci",
        "id": str(40_000 + number),
        "term": f"term number {number}",
        "language": language,
        "audience": "patient",
        "definition": f"What the term number {number} means, said in plain words. " * 5,
        "pronunciation": "turm NUM-ber",
        "uri": f"https://terms.example/{language}/{number}",
        "source": "A dictionary",
        "licence": "public domain in the US",
        "retrieved": "2026-01-20",
        "name": f"term-number-{number}",
        "extra": {"otherLanguages": [{"language": "es", "termName": "palabra"}]},
    }


def _best(action: Callable[[], object]) -> float:
    times = []
    for _ in range(5):
        start = time.perf_counter()
        action()
        times.append(time.perf_counter() - start)
    return min(times)


if __name__ == "__main__":
    main()
