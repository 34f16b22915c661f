"""The tags of HTML, and the tokens of a raw piece.

The grammar is that of the HTML living standard, section 13.2.5 "Tokenization": a tag name begins
with a letter and ends at a space, a slash or ``>``. What is no token is text, so that
``if x < 5 and y > 3`` keeps all its words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

#: Elements that are removed with their content: their content is not text to read.
REMOVED = frozenset({"script", "style", "template", "head", "title"})
#: Elements of :data:`REMOVED` whose content is code, also where the end tag is missing.
CODE = frozenset({"script", "style"})
#: Elements with tags of their own, which HTML does not know: the words are kept.
FOREIGN = frozenset({"math", "svg"})
#: Elements that show something which no edition can carry: reported, the words inside are kept.
EMBEDDED = frozenset(
    """applet audio canvas embed iframe input map object select source track video""".split()
)
#: Elements that are kept, because the AST has a form for them.
KEPT = frozenset(
    """a abbr address article aside b blockquote br caption cite code col colgroup dd del
    details dfn div dl dt em figcaption figure footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd li
    main mark nav ol p pre q s samp section small span strong sub summary sup table tbody td tfoot
    th thead time tr tt u ul var""".split()
)
#: Obsolete elements and what stands for them.
RENAMED = {"strike": "s", "center": "div", "bdo": "span", "bdi": "span", "acronym": "abbr"}
#: Elements (living standard and obsolete ones) that only wrap text inside a line: the tags go.
INLINE_WRAPPERS = frozenset("base basefont big blink font nobr noscript rb ruby slot wbr".split())
#: Elements that set text apart: a space takes the place of their tags.
APART_WRAPPERS = frozenset(
    """area body button data datalist dir fieldset form frame frameset hgroup html label legend
    link marquee menu meta meter noframes optgroup option output param picture progress rp rt
    search textarea""".split()
)
KNOWN = REMOVED | FOREIGN | EMBEDDED | KEPT | INLINE_WRAPPERS | APART_WRAPPERS | set(RENAMED)
#: Elements without an end tag.
VOID = frozenset(
    "area base br col embed hr img input link meta param source track wbr frame".split()
)
#: Elements that hold blocks: one that is never closed holds the rest of its list.
CONTAINERS = frozenset(
    """article aside blockquote details div dl figure footer header main nav ol section table
    ul""".split()
)
#: Attributes of HTML that stand without a value; other bare words are text (``a<b and c>d``).
BARE_ATTRIBUTES = frozenset(
    """allowfullscreen async autofocus autoplay checked compact controls default defer disabled
    hidden id class inert ismap itemscope loop markdown multiple muted nohref noshade novalidate
    nowrap open readonly required reversed selected alt""".split()
)

_TOKEN = re.compile(
    r"""(?P<comment><!--(?:-?>|.*?--!?>))
    |(?P<unclosed><!--.*)
    |<!\[CDATA\[(?P<cdata>.*?)\]\]>
    |(?P<instruction><\?.*?\?>)
    |<!(?P<declaration>[A-Za-z][^>]*)>
    |<(?P<link>[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*|[\w.!#$%&'*+/=?^`{|}~-]+@[\w-]+(?:\.[\w-]+)+)>
    |<(?P<slash>/?)(?P<name>[A-Za-z][^\s/>]*)
      (?:(?:[^>=]|=\s*+(?:"[^"]*"|'[^']*'|(?!["'])))*+>|[^>]*>)
    """,
    re.VERBOSE | re.DOTALL,
)
_ATTRIBUTE = re.compile(r"""([^\s=/>"'<]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?""")


@dataclass(frozen=True, slots=True)
class Token:
    """One token of a raw piece.

    :param kind: ``text``, ``start``, ``end`` or the name of a group of the grammar.
    :param text: the source; for CDATA, links and declarations what the brackets hold.
    :param name: the name of a tag in lower case.
    :param offset: where the source of the token begins in the piece.
    """

    kind: str
    text: str
    offset: int
    name: str = ""

    @property
    def attributes(self) -> dict[str, str | None]:
        """The attributes of a tag; the value is ``None`` where there is none."""
        found: dict[str, str | None] = {}
        for key, *values in _ATTRIBUTE.findall(self.text[len(self.name) + 1 :].rstrip("/>")):
            value = next((v for v in values if v), None)
            found.setdefault(key.lower(), value)
        return found

    @property
    def closes_itself(self) -> bool:
        """Tell whether a tag ends in ``/>`` (``<a href=x/>`` does not: the slash is its value)."""
        return self.text.endswith("/>") and not re.search(r"=\s*[^\s\"'>]+/>\Z", self.text)


def tokens(source: str) -> Iterator[Token]:
    """Yield the tokens of ``source``; the content of ``<script>`` and its like is left out."""
    place = 0
    last = source.rfind(">")
    while True:
        # Behind the last ">" no tag ends: looking for one from each "<" would take for ever.
        if place > last and "<!--" not in source[place:]:
            break
        found = _TOKEN.search(source, place)
        if found is None:
            break
        if found.start() > place:
            yield Token("text", source[place : found.start()], place)
        token = _token(found)
        yield token
        place = found.end()
        if token.kind == "start" and token.name in REMOVED and not token.closes_itself:
            place = after_end(source, token.name, place)
    if place < len(source):
        yield Token("text", source[place:], place)


def after_end(source: str, name: str, place: int = 0) -> int:
    """Return the index of ``</name`` from ``place`` on, else ``place``."""
    found = re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE).search(source, place)
    return found.start() if found else place


def _token(found: re.Match[str]) -> Token:
    kind = found.lastgroup or ""
    start = found.start()
    if kind != "name":
        return Token(kind, found[kind], start)
    name = found["name"].lower()
    token = Token("end" if found["slash"] else "start", found[0], start, name)
    if name not in KNOWN:
        return Token("unknown", found[0], start, name)
    if not found["slash"] and "=" not in found[0]:
        bare = {key for key in token.attributes if "-" not in key} - BARE_ATTRIBUTES
        if bare and name not in FOREIGN | EMBEDDED | REMOVED:
            return Token("unknown", found[0], start, name)
    return token
