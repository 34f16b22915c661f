"""Whatever the AST holds: its words come back in order, its tags agree, the file conforms.

The blocks are drawn by a seeded generator, not by Hypothesis: a document takes 50 ms and has
hundreds of parts, which shrinking would set again and again.
"""

from __future__ import annotations

import random
from typing import Any

import pytest
from pdf_samples import PROFILES, assembled, expected, found, heading, write

from plainlang.ast import attr, div, para
from plainlang.engines import Engines
from plainlang.validators.page import check_page
from plainlang.validators.pdf_text import read_text
from plainlang.validators.structure import check_structure
from plainlang.validators.text_size import check_text_size

#: Words that Typst, Markdown or a line breaker could take for something else.
WORDS = [
    *(
        "word 1. - = a.b. ... -- 5-7 -5 [x] (y) #z *s* _u_ $m @n <l> ~ `c` “q” it’s // /* + 10⁹ é ✓ → "
        "\\ / {e} % ^ | & ' \" https://e.org/a-b مرحبا a\u00adb c\u200bd"
    ).split(" "),
    "x" * 90,
]

DIRECTIONS: list[list[tuple[str, str]]] = [[], [("lang", "es")], [("lang", "ar"), ("dir", "rtl")]]


class Author:
    """Writes documents that nobody would write."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)

    def words(self, most: int = 8) -> list[dict[str, Any]]:
        result: list[dict[str, Any]] = []
        for _ in range(self.random.randint(1, most)):
            result.append({"t": "Str", "c": self.random.choice(WORDS)})
            result.append({"t": self.random.choice(["Space"] * 6 + ["SoftBreak", "LineBreak"])})
        return result

    def inlines(self, depth: int, *, notes: bool, links: bool = True) -> list[dict[str, Any]]:
        pick = self.random
        result: list[dict[str, Any]] = []
        for _ in range(pick.randint(1, 4)):
            kind = pick.randint(0, 11)
            if kind < 4 or depth > 2:
                result += self.words()
            elif kind < 6:
                name = pick.choice(["Strong", "Emph", "Strikeout", "Superscript", "Underline"])
                inner = self.inlines(depth + 1, notes=notes, links=links)
                result.append({"t": name, "c": inner})
            elif kind == 6 and links:
                target = pick.choice(["https://e.org/x-y?z=1", "#id", "#nowhere", "mailto:a@b.org"])
                inner = self.inlines(depth + 1, notes=False, links=False)
                result.append({"t": "Link", "c": [attr(), inner, [target, ""]]})
            elif kind == 7:
                code = f"{pick.choice(WORDS)} {pick.choice(WORDS)}"
                result.append({"t": "Code", "c": [attr(), code]})
            elif kind == 8:
                attributes = attr(pick.choice(["", "id"]), [], pick.choice(DIRECTIONS))
                inner = self.inlines(depth + 1, notes=notes, links=links)
                result.append({"t": "Span", "c": [attributes, inner]})
            elif kind == 9 and notes:
                result.append({"t": "Note", "c": self.blocks(depth + 2, notes=False, most=2)})
            elif kind == 10:
                image = [attr(), self.words(3), ["media/icon.png", ""]]
                result.append({"t": "Image", "c": image})
            elif kind == 11:
                result.append({"t": "Quoted", "c": [{"t": "DoubleQuote"}, self.words(2)]})
        return result

    def item(self, depth: int, notes: bool) -> list[dict[str, Any]]:
        plain = {"t": "Plain", "c": self.inlines(depth, notes=notes)}
        return self.random.choice([[], [plain], self.blocks(depth + 1, notes=notes, most=3)])

    def items(self, depth: int, notes: bool) -> list[list[dict[str, Any]]]:
        return [self.item(depth, notes) for _ in range(self.random.randint(1, 3))]

    def table(self, depth: int, notes: bool) -> dict[str, Any]:
        columns = self.random.randint(1, 7)

        def rows(number: int) -> list[Any]:
            cells = [
                [["", [], []], {"t": "AlignDefault"}, 1, 1, self.item(depth + 2, notes)]
                for _ in range(columns)
            ]
            return [[["", [], []], cells] for _ in range(number)]

        caption = self.random.choice([[], [{"t": "Plain", "c": self.words(3)}]])
        head_columns = self.random.choice([0, 0, 1])
        body = [["", [], []], head_columns, [], rows(self.random.randint(1, 3))]
        specification = [[{"t": "AlignDefault"}, {"t": "ColWidthDefault"}]] * columns
        head = [["", [], []], rows(self.random.randint(0, 1))]
        foot = [["", [], []], []]
        content = [["", [], []], [None, caption], specification, head, [body], foot]
        return {"t": "Table", "c": content}

    def blocks(self, depth: int = 0, *, notes: bool = True, most: int = 6) -> list[dict[str, Any]]:
        return [self.block(depth, notes) for _ in range(self.random.randint(1, most))]

    def block(self, depth: int, notes: bool) -> dict[str, Any]:
        pick = self.random
        kind = pick.randint(0, 13)
        if kind == 4 and depth < 4:
            return {"t": "BulletList", "c": self.items(depth, notes)}
        if kind == 5 and depth < 4:
            style = {"t": pick.choice(["Decimal", "LowerAlpha", "UpperRoman"])}
            delimiter = {"t": pick.choice(["Period", "OneParen", "TwoParens"])}
            start = [pick.randint(1, 12), style, delimiter]
            return {"t": "OrderedList", "c": [start, self.items(depth, notes)]}
        if kind == 6 and depth < 4:
            term = self.inlines(depth, notes=notes)
            return {"t": "DefinitionList", "c": [[term, self.items(depth, notes)]]}
        if kind == 7 and depth < 4:
            return {"t": "BlockQuote", "c": self.blocks(depth + 1, notes=notes, most=3)}
        if kind == 8 and depth < 4:
            role = pick.choice([[], ["title-block"], ["rights"], ["web-addresses"]])
            inner = self.blocks(depth + 1, notes=notes, most=3)
            return div(inner, role, pick.choice(DIRECTIONS), identifier=pick.choice(["", "id"]))
        if kind == 9:
            lines = [" ".join(pick.choices(WORDS, k=6)) for _ in range(3)]
            return {"t": "CodeBlock", "c": [attr(), "\n".join(lines)]}
        if kind == 10:
            return {"t": "HorizontalRule"}
        if kind == 11 and depth < 3:
            return self.table(depth, notes)
        if kind == 12:
            image = {"t": "Image", "c": [attr(), self.words(2), ["media/wide.png", ""]]}
            caption = pick.choice([[], [{"t": "Plain", "c": self.words(3)}]])
            content = [attr(), [None, caption], [{"t": "Plain", "c": [image]}]]
            return {"t": "Figure", "c": content}
        if kind == 13 and depth == 0:
            return {"t": "Header", "c": [2, attr("id"), self.inlines(1, notes=notes)]}
        return para(self.inlines(depth, notes=notes))


@pytest.mark.parametrize("seed", range(24))
def test_any_document_is_printed_whole(seed: int, engines: Engines) -> None:
    author = Author(seed)
    document = assembled([heading(), *author.blocks()])
    profile = list(PROFILES)[seed % len(PROFILES)]
    written = write(document, engines, profile)
    assert written.shaped is not None
    assert found(read_text(written.data)) == expected(document, profile)
    assert check_structure(written.data, written.shaped.blocks) == ()
    assert check_text_size(written.data, PROFILES[profile].size) == ()
    assert check_page(written.data) == ()
