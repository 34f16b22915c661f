"""Instructions to other programs: kept as text, read as text, and reported."""

from __future__ import annotations

import pytest

from plainlang.ast import walk, words
from plainlang.diagnostics import Code, Severity
from plainlang.engines import Engines
from plainlang.readers.directives import opened
from plainlang.readers.markdown import read_markdown


def told(source: str, engines: Engines) -> list[tuple[int | None, str]]:
    parsed = read_markdown(source, "a.md", engines)
    found = [d for d in parsed.diagnostics if d.code is Code.DIRECTIVE_KEPT]
    assert all(d.severity is Severity.WARNING for d in found)
    return [(d.line, d.message.split("“")[1].split("”")[0]) for d in found]


@pytest.mark.parametrize(
    ("source", "line", "directive"),
    [
        (".. section:: Side effects\n\n    Drink.\n", 1, ".. section:: Side effects"),
        ("x\n\n{{% alert %}}\nDrink.\n", 3, "{{% alert %}}"),
        ("Drink.\n{{% /alert %}}\n", 2, "{{% /alert %}}"),
        ('{% include box.html text="Drink." %}\n', 1, '{% include box.html text="Drink." %}'),
        ("Hello {{ page.title }}!\n", 1, "{{ page.title }}"),
        ("# {{ page.title }}\n", 1, "{{ page.title }}"),
        ("| {{ a }} |\n|---|\n| b |\n", 1, "{{ a }}"),
        ("- x\n- {{ a }}\n", 2, "{{ a }}"),
        ("Dear ${patient.name},\n", 1, "${patient.name}"),
        ("a <%= name %> b\n", 1, "<%= name %>"),
        (":::tip Drink\n", 1, ":::tip Drink"),
        ('!!! note "Drink"\n    a lot\n', 1, '!!! note "Drink"'),
        ("[toc]\n", 1, "[toc]"),
        ("[[_TOC_]]\n", 1, "[[TOC]]"),
        ("![[glass.png]]\n", 1, "![[glass.png]]"),
        ('[caption id="a"]Drink[/caption]\n', 1, '[caption id="a"]'),
        ("\\newpage\n", 1, "\\newpage"),
        ("import Tabs from '@theme/Tabs';\n", 1, "import Tabs from '@theme/Tabs';"),
        ("import './a.css'\n", 1, "import './a.css'"),
        ("export const drink = 1;\n", 1, "export const drink = 1;"),
        ("```{note} Drink\na lot\n```\n", 1, "{note} Drink"),
        ("See {ref}`drinks`.\n", 1, "{ref}``"),
        ("See :term:`drinks`.\n", 1, ":term:``"),
    ],
)
def test_a_directive_stays_text_and_is_reported(
    engines: Engines, source: str, line: int, directive: str
) -> None:
    assert told(source, engines) == [(line, directive)]


def test_the_same_directive_is_told_once_with_all_its_lines(engines: Engines) -> None:
    parsed = read_markdown("---\ntitle: A\n---\n{{ a }}\n\nb {{ a }}\n\n{{ a }}\n", "a.md", engines)
    (found,) = [d for d in parsed.diagnostics if d.code is Code.DIRECTIVE_KEPT]
    assert found.line == 4
    assert found.message.endswith("also in line 6, 8")


@pytest.mark.parametrize(
    "source",
    [
        "Use `{{ page.title }}` so.\n",
        "```\n{% include a %}\n```\n",
        "    .. note:: code\n",
        "[a]({{ site.url }}/b)\n",  # the rule template-links tells it
        "[a]({{site.url}}/b)\n",
        "::: warning\nDrink.\n:::\n",
        "Doses of {a, b} and 5::6 and ... so on.\n",
        "We import medicines from 'other' countries.\n",
        "It cost $5 {or 6}.\n",
        "*BCR*::*ABL1* and :: x\n",
        "import it from a friend\n",
        "[see note] and [x=1]\n",
        "Really!!! Yes???\n",
    ],
)
def test_code_and_ordinary_text_are_left_alone(engines: Engines, source: str) -> None:
    assert told(source, engines) == []


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (
            ".. note:: A\n\n    Take *5* mg.\n\n    - a\n\nB\n",
            [".. note:: A", "Take 5 mg.", "a", "B"],
        ),
        (".. a::\n\n    .. b::\n\n        Deep.\n", [".. a::", ".. b::", "Deep."]),
        ('!!! tip "A"\n\n    Take *5* mg.\n', ['!!! tip "A"', "Take 5 mg."]),
        ("```{note} A\n\nTake *5* mg.\n```\nB\n", ["{note} A", "Take 5 mg.", "B"]),
        ("- x\n\n  ```{tip}\n\n  Take *5* mg.\n  ```\n", ["x", "{tip}", "Take 5 mg."]),
    ],
)
def test_what_a_directive_holds_is_read_as_text(
    engines: Engines, source: str, expected: list[str]
) -> None:
    parsed = read_markdown(source, "a.md", engines)
    leaves = [e for e in walk(parsed.blocks) if e["t"] in {"Para", "Plain"}]
    assert [" ".join(words(leaf)) for leaf in leaves] == expected
    assert not [e for e in walk(parsed.blocks) if e["t"] == "CodeBlock"]


@pytest.mark.parametrize(
    "source",
    [
        "```\n.. note::\n\n    code\n```\n",
        "```{code-block} python\nprint(1)\n```\n",
        "```{r}\nplot(x)\n```\n",
        "```{note}\nnever closed\n",
        "```python\nx = {1}\n```\n",
        "Text\n\n    code below text\n",
    ],
)
def test_code_stays_code(source: str) -> None:
    assert opened(source) == source


def test_lines_stay_where_they_were(engines: Engines) -> None:
    source = ".. a::\n\n\tOne\n\n\tTwo\n\n```{b}\nThree\n```\nFour\n"
    assert opened(source).count("\n") == source.count("\n")
    parsed = read_markdown(source, "a.md", engines)
    assert [b["line"] for b in parsed.blocks] == [1, 3, 5, 7, 10]
