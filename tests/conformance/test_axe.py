"""The readability pages under the real axe-core (WCAG 2.2 A and AA, best practices) in Chromium.

axe-core comes from the package axe-playwright-python, of which only the file is used.
"""

from __future__ import annotations

import importlib.metadata
import json
import re
import shutil
import subprocess
import sys
from html import unescape
from pathlib import Path

import pytest

CHROMIUM = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
)
TEXT = """\
---
title: {title}
language: {language}
---

# {title}

{body}

## More

- first
- second
"""
ENGLISH = (
    "Notwithstanding contraindications, immunosuppressed individuals necessitate considerable "
    "haematological surveillance preceding administration of chemotherapeutic medication. "
    "Take one tablet. Drink a glass of water. Please utilize [this](https://example.org/). "
) * 8
ARABIC = "خذ قرصا واحدا كل يوم. اشرب كوبا من الماء. اتصل بنا إذا شعرت بالمرض. " * 8
RUN = """
<script>
axe.run(document, {{runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa",
  "best-practice"]}}).then(r => {{
  const found = r.violations.map(v => [v.id, v.nodes.map(n => n.html.slice(0, 200))]);
  const pre = document.createElement("pre"); pre.id = "axe-result";
  pre.textContent = JSON.stringify({{found, passes: r.passes.map(p => p.id)}});
  document.body.append(pre);
}});
</script>
"""


def axe_source() -> str:
    try:
        found = importlib.metadata.distribution("axe-playwright-python")
    except importlib.metadata.PackageNotFoundError:
        pytest.skip("axe-playwright-python is not installed: pip install 'plainlang[test]'")
    path = Path(str(found.locate_file("axe_playwright_python/axe.min.js")))
    return path.read_text(encoding="utf-8")


def violations(html: str, folder: Path) -> tuple[list[object], list[str]]:
    """Return axe-core's violations and the rules that passed."""
    page = folder / "page.html"
    script = "<script>" + axe_source() + "</script>" + RUN.format()
    page.write_text(html.replace("</body>", script + "</body>"), encoding="utf-8")
    done = subprocess.run(
        [
            str(CHROMIUM), "--headless", "--no-sandbox", "--disable-gpu",
            "--disable-background-networking", f"--user-data-dir={folder / 'profile'}",
            "--virtual-time-budget=10000", "--dump-dom", page.as_uri(),
        ],
        capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip
    result = re.search(r'<pre id="axe-result">(.*?)</pre>', done.stdout, re.DOTALL)
    assert result is not None, done.stderr[-2000:]
    data = json.loads(unescape(result[1]))
    return data["found"], data["passes"]


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if CHROMIUM is None:
        pytest.skip("Chromium is not installed: axe-core needs a browser")
    folder = tmp_path_factory.mktemp("axe")
    for name, language, body in (("en", "en", ENGLISH), ("ar", "ar", ARABIC)):
        text = TEXT.format(title=f"Title {name}", language=language, body=body)
        (folder / f"{name}.md").write_text(text, encoding="utf-8")
    subprocess.run(
        [sys.executable, "-m", "plainlang", "score", ".", "-q", "--format", "html", "-o", "out"],
        cwd=folder, check=True,
    )  # fmt: skip
    return folder / "out"


@pytest.mark.parametrize("name", ["en/readability.html", "ar/readability.html", "readability.html"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(name: str, scheme: str, pages: Path, tmp_path: Path) -> None:
    html = (pages / name).read_text(encoding="utf-8")
    if scheme == "dark":
        html = html.replace("(prefers-color-scheme: dark)", "all")
    found, passed = violations(html, tmp_path)
    assert found == []
    assert {"color-contrast", "html-has-lang", "bypass"} <= set(passed)


def test_axe_sees_a_fault(pages: Path, tmp_path: Path) -> None:
    html = (pages / "en/readability.html").read_text(encoding="utf-8")
    found, _ = violations(html.replace("--ink: #1b1b1b", "--ink: #bbb"), tmp_path)
    assert "color-contrast" in str(found)
