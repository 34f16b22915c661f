"""Documents for the tests of the HTML and EPUB writers, read by the real pandoc."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from plainlang.ast import attr, div, text, transform, walk
from plainlang.ast import words as words_of
from plainlang.document import Asset, Block, Document, Metadata, Provenance
from plainlang.engines import Engines
from plainlang.writers.base import EditionSettings

SVG = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9" height="9"/></svg>'
)
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489"
    "0000000d49444154789c626001000000ffff03000006000557bfabd40000000049454e44ae426082"
)
ASSETS = (
    Asset("media/pump.svg", "image/svg+xml", SVG, "pump.svg"),
    Asset("media/dot.png", "image/png", PNG, "dot.png"),
    Asset("media/unused.png", "image/png", PNG + b"\n", "unused.png"),
)

#: Everything that the AST can hold and that an edition must not lose.
FULL = """
## How to take it[^h] {#take}

Take **one** tablet & *no more* < 3 times "a day": 10⁹ cells, ½, 5 µg.[^1] Read [the page
about doses](https://example.org/a?b=c&d=e#f), <https://example.org/auto>, or
[write](mailto:team@example.org); see [below](#store) or [this part](#take).[^2]

[^h]: A note in a heading.
[^1]: A note with *emphasis* and a [link](https://example.org/note).

    - and
    - a list

[^2]: A note that ends with a table.

    | t | u |
    |---|---|
    | 1 | 2 |

### Steps

1. Wash.
   - Both hands
     1) left

        again

     2) right
2. Swallow.

Fever
:   38.5 °C or more

    for two days

:   or less, with shivering

Rash
:   red skin

| Medicine | Dose | When |
|:---------|-----:|:----:|
| first | 2 mg | at night |
| second | 10 mg | at noon |

|   | kept cold |
|---|-----------|
| yes | no |

## How to store it {#store}

![A pump beside a bed](media/pump.svg)

A small ![dot](media/dot.png){width=20px} here. Ask for it in Spanish: [ayuda]{lang=es}, or
in Arabic: [مساعدة]{lang=ar}.

> Keep it cold,
> keep it dark.

```
if x < 2 & y > 3
```

line one\\
line two

---

## Where to ask

::: {.link-list}
- [First page](https://example.org/first)
- [Second page](https://example.org/second)
:::
"""

ARABIC = """
## كيف تتناول الدواء

تناول قرصا واحدا مع الماء.[^1] رقم الملف `ABC-12` وصفحة <https://example.org/auto/>.

[^1]: بعد الطعام.

| الدواء | الجرعة |
|--------|-------:|
| الأول | 2 |

## متى تتصل بالطبيب

اتصل إذا ارتفعت الحرارة. الاسم بالإنجليزية: [fever]{lang=en}.
"""


def make(
    engines: Engines,
    body: str,
    *,
    language: str = "en",
    title: str = "A medicine",
    extra: tuple[Block, ...] = (),
    assets: tuple[Asset, ...] = (),
    **known: Any,
) -> Document:
    """Return an assembled document: title, title block, ``body``, ``extra``, about."""
    tree = engines.pandoc.read(body)
    blocks = transform(tree["blocks"], _without_raw)
    about = div(
        [
            {"t": "Header", "c": [2, attr("about-this-document"), text("About this document")]},
            _definitions({"Source": "NCI", "Version": "1"}),
        ],
        ["about"],
    )
    return Document(
        id="sample",
        language=language,
        metadata=Metadata(title=title, **known),
        blocks=(
            {"t": "Header", "c": [1, attr("title", ["title"]), text(title)]},
            div([_definitions({"Language": language})], ["title-block"]),
            *blocks,
            *extra,
            about,
        ),
        api_version=tuple(tree["pandoc-api-version"]),
        provenance=Provenance("sample.md", "markdown", "0" * 64),
        assets=assets,
    )


def full(engines: Engines, **known: Any) -> Document:
    """Return the document that has everything."""
    formula: Block = {"t": "Para", "c": [{"t": "Math", "c": [{"t": "InlineMath"}, "x^2 < 4"]}]}
    return make(
        engines,
        FULL,
        title="Tablets & <pumps> for \"heart\" and 'lung'",
        extra=(formula,),
        assets=ASSETS,
        url="https://example.org/tablets",
        source="NCI",
        description='About "tablets" & more',
        rights="Public domain",
        last_reviewed=date(2025, 5, 2),
        **known,
    )


def settings(
    translate: Callable[[str], str] = str, words_language: str = "en", direction: str = "ltr"
) -> EditionSettings:
    """Return settings; by default plainlang's own words stay English."""
    return EditionSettings(translate, words_language, direction)


def expected(document: Document) -> tuple[list[str], list[str]]:
    """Return the words and the link targets that an edition must hold."""
    links = [e["c"][2][0] for e in walk(document.blocks) if e["t"] == "Link"]
    return words_of(document.blocks), links


def _definitions(entries: dict[str, str]) -> Block:
    return {
        "t": "DefinitionList",
        "c": [[text(k), [[{"t": "Plain", "c": text(v)}]]] for k, v in entries.items()],
    }


def _without_raw(element: dict[str, Any]) -> dict[str, Any] | None:
    return None if element["t"].startswith("Raw") else element
