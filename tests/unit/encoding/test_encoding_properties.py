"""What holds for every text, tried on texts that Hypothesis makes."""

from __future__ import annotations

import re
import unicodedata

from ftfy import fix_encoding
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from plainlang.encoding import STEPS, decode, replay
from plainlang.encoding.alphabets import LANGUAGES
from plainlang.encoding.repair import repair
from plainlang.encoding.suspect import is_suspect
from plainlang.exceptions import SourceError

ASCII = st.characters(min_codepoint=0x20, max_codepoint=0x7E)
WORDS = st.sampled_from(
    "patients’ it’s “quoted” – — … ‘so’ café naïve 5 µg 37 °C ±2 ≥18 ½ m² Ärzte niño être œdème "
    "à été ça où crème brûlée Übelkeit größer mañana corazón «oui» ¿qué? ¡sí! TNF-α 10⁹ © ® Lék "
    "užívejte żółć později giờ".split()
)
SENTENCES = st.lists(WORDS | st.text(ASCII, min_size=1, max_size=8), min_size=1).map(" ".join)

# Everything that misread text is made of, and what surrounds it.
MIXTURE = st.text(
    st.sampled_from(
        "abcXYZ 05.,?\n\r\t“”‘’–—…†‡™€ÂÃâÄÅåÐÑØÙ©®°±²³¹º¼½¾«»Šš Žžœ„‚ˆ‰‹›\x80\x85\x8f\x93\x9d\xa0\xad"
        "ÉéèñÎîĂăĀĘРСпВГ°αβΓ√≤╨á»‡\u0301\u0302\u200b\u2028\u2029\ufeff\ufffd\u00e0Ÿ¸‡\x1a\x00\x1b[\x0c\x0b\u202e\u202c\u202a\ufffe"
    ),
    max_size=40,
)


def misread(text: str, encoding: str, times: int) -> str:
    for _ in range(times):
        text = text.encode().decode(encoding)
    return text


@given(SENTENCES)
def test_correct_text_of_ordinary_words_is_unchanged(text: str) -> None:
    result = decode(f"# {text}".encode(), file="a")
    assert (result.text, result.repairs) == (f"# {text}", ())


@given(st.data())
@settings(max_examples=300)
def test_correct_words_in_the_letters_of_any_language_are_unchanged(data: st.DataObject) -> None:
    alphabets = [one for script in LANGUAGES.values() for one in script]
    letters = st.sampled_from(sorted(data.draw(st.sampled_from(alphabets))) + list("aeiounrst"))
    word = st.text(letters, min_size=2, max_size=8)
    # A capital begins a word, a mark ends it, and quotation marks enclose it.
    shape = st.sampled_from(
        ["{}", "{}", "{},", "{}.", "“{}”", "«\xa0{}\xa0»", "({})", "{}’s", "{} –"]
    )
    words = data.draw(st.lists(st.tuples(shape, st.booleans(), word), min_size=1, max_size=6))
    line = " ".join(form.format(w.capitalize() if up else w) for form, up, w in words)
    line = unicodedata.normalize("NFC", line)
    # "âœ" begins a check mark and "Îœ" is a Greek capital, misread; no word has them.
    assume(not re.search(r"[^\x00-\x7f]œ", line))
    result = decode(line.encode(), file="a")
    assert (result.text, result.repairs) == (line, ())


@given(SENTENCES, st.integers(1, 3), st.sampled_from(["sloppy-windows-1252", "latin-1"]))
def test_misreading_of_curly_quotes_is_undone(text: str, times: int, encoding: str) -> None:
    text = f"“It’s here,” {text} – “it’s”…"
    wrong = misread(text, encoding, times)
    result = decode(wrong.encode(), file="a")
    assert result.text == text
    assert replay(wrong, result.repairs) == text


@given(MIXTURE)
@settings(max_examples=300)
def test_repair_is_idempotent_and_replayable_whatever_the_text(text: str) -> None:
    result, repairs = repair(text)
    assert replay(text, repairs) == result
    assert repair(result) == (result, ())
    assert {step for one in repairs for step in one.steps} <= STEPS
    assert not set(result) & set("\r\u2028\u2029")


@given(st.text())
def test_repair_is_idempotent_and_replayable_for_any_unicode(text: str) -> None:
    result, repairs = repair(text)
    assert replay(text, repairs) == result
    assert repair(result) == (result, ())


@given(MIXTURE)
@settings(max_examples=300)
def test_lines_that_ftfy_would_repair_are_suspect(line: str) -> None:
    if fix_encoding(line) != line:
        assert is_suspect(line)


@given(MIXTURE, MIXTURE)
def test_a_line_does_not_depend_on_the_lines_around_it(line: str, other: str) -> None:
    line, other = ("x" + " ".join(part.splitlines()) for part in (line, other))
    line, other = (part.replace("\x85", "") for part in (line, other))
    alone = repair(line)[0]
    assert repair(f"\n{line}\n{other}\n")[0].startswith(f"\n{alone}\n")


@given(st.binary(max_size=80))
@settings(max_examples=200)
def test_any_bytes_give_text_or_a_source_error(data: bytes) -> None:
    try:
        result = decode(data, file="a")
    except SourceError:
        return
    assert result.text.strip()
    assert result.confidence is None or 0 <= result.confidence <= 1
    again = decode(result.text.encode(), file="a")
    assert (again.text, again.repairs) == (result.text, ())


@given(st.text(st.characters(codec="windows-1252", categories=["L"]), min_size=1, max_size=30))
def test_a_declared_charset_is_obeyed(text: str) -> None:
    data = f"x {text}".encode("windows-1252")
    result = decode(data, file="a", declared="windows-1252")
    assert result.encoding == "windows-1252"
    assert result.confidence is None
