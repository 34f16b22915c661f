"""From bytes to text: marks, declarations, UTF-8, UTF-16 and UTF-32, mixed files, refusals."""

from __future__ import annotations

import codecs
import pickle
import subprocess
import sys

import pytest

from plainlang.diagnostics import Code
from plainlang.encoding import Decoded, decode
from plainlang.encoding.charsets import CANDIDATES, MULTI_BYTE, WIDE, resolve
from plainlang.encoding.damage import LIMIT, damaged_lines
from plainlang.exceptions import SourceError

TEXT = "Señor’s café: “naïve” – 5 µg"


def refusal(data: bytes, declared: str | None = None) -> SourceError:
    with pytest.raises(SourceError) as caught:
        decode(data, file="leaflet.md", declared=declared)
    diagnostic = caught.value.diagnostic
    assert diagnostic.file == "leaflet.md"
    assert diagnostic.message
    assert diagnostic.hint.endswith(".")
    return caught.value


def test_correct_utf_8_is_taken_as_it_is() -> None:
    assert decode(TEXT.encode(), file="a.md") == Decoded(TEXT, "utf-8", None, ())


def test_a_decoded_text_can_be_sent_to_another_process() -> None:
    decoded = decode("Patientâ€™s".encode(), file="a.md")
    assert pickle.loads(pickle.dumps(decoded)) == decoded


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_a_byte_order_mark_decides_and_is_no_part_of_the_text(mark: bytes, encoding: str) -> None:
    data = mark + TEXT.encode(encoding)
    assert decode(data, file="a.md", declared="windows-1251") == Decoded(TEXT, encoding, None, ())


@pytest.mark.parametrize("encoding", WIDE)
@pytest.mark.parametrize("text", [TEXT, "Лекарство: 5 мг\n", "دواء: ٥ mg\n", "你好，世界 12\n"])
def test_utf_16_and_utf_32_are_known_without_a_mark(encoding: str, text: str) -> None:
    decoded = decode(text.encode(encoding), file="a.md")
    assert (decoded.text, decoded.encoding) == (text, encoding)
    assert decoded.confidence is not None
    assert decoded.confidence > 0.5


@pytest.mark.parametrize(
    ("label", "encoding"),
    [
        ("ISO-8859-1", "windows-1252"),
        ("latin1", "windows-1252"),
        ("us-ascii", "windows-1252"),
        (" Windows-1251 ", "windows-1251"),
        ("GBK", "gb18030"),
        ("gb2312", "gb18030"),
        ("Shift_JIS", "cp932"),
        ("UTF8", "utf-8"),
        ("ks_c_5601-1987", "cp949"),
        ("tis-620", "cp874"),
    ],
)
def test_charset_labels_stand_for_what_the_web_takes_them_for(label: str, encoding: str) -> None:
    assert resolve(label) == encoding


@pytest.mark.parametrize("label", ["", "x-unknown", "rot13", "hex", "utf-7", "unicode_escape", "é"])
def test_other_labels_are_unknown(label: str) -> None:
    assert resolve(label) is None


def test_a_declared_charset_goes_before_detection() -> None:
    # These two bytes are "Ћ" and "Џ" as well, and nothing but the declaration says which.
    decoded = decode(b"\x8e\x8f", file="a.html", declared="cp852")
    assert decoded == Decoded("Ä" + "Ć", "cp852", None, ())


@pytest.mark.parametrize("declared", ["utf-8", "no-such-charset", "rot13", "utf-16"])
def test_a_declaration_that_cannot_be_true_is_passed_over(declared: str) -> None:
    decoded = decode("Größe in Füßen".encode("latin-1"), file="a.html", declared=declared)
    assert decoded.text == "Größe in Füßen"
    assert decoded.encoding == "windows-1252"
    assert decoded.confidence is not None


def test_a_page_that_calls_itself_utf_16_in_ascii_is_not() -> None:
    decoded = decode(b"plain text", file="a.html", declared="utf-16")
    assert decoded == Decoded("plain text", "utf-8", None, ())


def test_utf_8_that_was_declared_latin_1_is_repaired_with_an_explanation() -> None:
    decoded = decode("Größe".encode(), file="a.html", declared="iso-8859-1")
    assert decoded.text == "Größe"
    assert decoded.repairs[0].steps == ("encode windows-1252", "decode utf-8")


def test_iso_2022_jp_is_known_by_its_escape_sequences() -> None:
    text = "毎日、薬を飲む"
    assert decode(text.encode("iso2022_jp"), file="a.txt") == Decoded(text, "iso2022_jp", None, ())


def test_every_reported_encoding_is_one_that_python_knows() -> None:
    assert all(codecs.lookup(name) for name in (*CANDIDATES, *WIDE))
    assert set(MULTI_BYTE) < set(CANDIDATES)


@pytest.mark.parametrize("text", ["Café crème à midi.", "niños", "It’s 5 µg", "37 °C – ±2 %", "Â"])
def test_short_western_text_is_read_as_windows_1252(text: str) -> None:
    decoded = decode(text.encode("windows-1252"), file="a.txt")
    assert (decoded.text, decoded.encoding) == (text, "windows-1252")


def test_what_could_be_in_two_encodings_is_less_sure() -> None:
    certain = decode("Größe, Füße, Äpfel, Öl".encode("latin-1"), file="a.txt").confidence
    # One and the same byte is the first letter of "Èze" in French and of "Čech" in Czech.
    doubtful = decode("Èze".encode("windows-1252"), file="a.txt").confidence
    assert certain is not None
    assert doubtful is not None
    assert certain > 0.9 > 0.7 > doubtful >= 0.5


def test_an_unusual_encoding_is_left_to_charset_normalizer() -> None:
    text = "Πάρτε το φάρμακο κάθε μέρα μετά το φαγητό. Μην πάρετε διπλή δόση."
    decoded = decode(text.encode("cp737"), file="a.txt")
    assert (decoded.text, decoded.encoding) == (text, "cp737")


@pytest.mark.parametrize(
    ("legacy", "encoding"),
    [("déjà vu – très bien", "windows-1252"), ("каждый день после еды", "windows-1251")],
)
@pytest.mark.parametrize("order", [1, -1])
def test_lines_that_are_not_utf_8_are_read_for_themselves(
    legacy: str, encoding: str, order: int
) -> None:
    lines = ["Señor’s café", legacy, "plain", "Принимайте"]
    data = b"\n".join(
        line.encode(encoding if line == legacy else "utf-8") for line in lines[::order]
    )
    decoded = decode(data, file="a.md")
    assert decoded.text == "\n".join(lines[::order])
    assert decoded.encoding == f"utf-8+{encoding}"
    assert decoded.confidence is not None


def test_one_line_may_hold_both() -> None:
    decoded = decode("Direzione “senza".encode() + b" modifiche\x94, perch\xe9", file="a.md")
    assert decoded.text == "Direzione “senza modifiche”, perché"
    assert decoded.encoding == "utf-8+windows-1252"


def test_western_bytes_that_happen_to_be_utf_8_stay_western() -> None:
    text = "Il dit : «ALLONS AU CAFÉ» à midi,\npuis «CAFÉ»\n"
    decoded = decode(text.encode("windows-1252"), file="a.md")
    assert (decoded.text, decoded.encoding) == (text, "windows-1252")


def test_utf_8_that_was_cut_off_loses_its_last_character_only() -> None:
    data = "Señor’s café".encode()[:-1]
    assert decode(data, file="a.md") == Decoded("Señor’s caf\ufffd", "utf-8", None, ())


@pytest.mark.parametrize(
    "data", [b"", b" \n\t\r\n", codecs.BOM_UTF8, codecs.BOM_UTF16_LE, "\u3000\u200b\n".encode()]
)
def test_files_without_text_are_refused(data: bytes) -> None:
    assert refusal(data).diagnostic.code == Code.SOURCE_EMPTY


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "PDF"),
        (b"PK\x03\x04\x14\x00", "DOCX"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "PNG"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "JPEG"),
        (b"GIF89a\x01\x00", "GIF"),
        (b"{\\rtf1\\ansi Hello}", "RTF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00", "DOC"),
        (b"Leaflet" + bytes(53) + b"BOOKMOBI" + bytes(9), "MOBI"),
        ("Leaflet \ufffd".encode() * 9 + b"BOOKMOBI and so on", "MOBI"),
    ],
)
def test_known_binary_formats_are_refused_by_name(data: bytes, name: str) -> None:
    error = refusal(data)
    assert error.diagnostic.code == Code.SOURCE_BINARY
    assert name in error.diagnostic.message


@pytest.mark.parametrize(
    "data",
    [
        b"text with a \0 in it",
        b"odd number of bytes\0",
        codecs.BOM_UTF8 + b"a\0b",
        codecs.BOM_UTF16_LE + "a\0b".encode("utf-16-le"),
        bytes(range(1, 32)) * 4 + b"text",
        bytes(range(256)) * 4,
    ],
)
def test_other_binary_data_is_refused(data: bytes) -> None:
    assert refusal(data).diagnostic.code == Code.SOURCE_BINARY
    assert refusal(data, declared="windows-1252").diagnostic.code == Code.SOURCE_BINARY


def test_a_few_control_characters_are_a_slip_and_are_removed() -> None:
    assert decode(b"a\x07b", file="a.md").text == "ab"


@pytest.mark.parametrize("text", ["ID3 is a gene.", "PK: pharmacokinetics", "MZ twins"])
def test_texts_that_resemble_binary_files_are_taken(text: str) -> None:
    assert decode(text.encode(), file="a.md").text == text


def test_a_handful_of_lost_characters_is_let_through() -> None:
    text = "a\ufffd\n" * LIMIT
    assert decode(text.encode(), file="a.md").text == text
    assert damaged_lines(text) == (1, 2, 3, 4, 5)


def test_more_lost_characters_are_refused_with_their_lines() -> None:
    diagnostic = refusal(
        "ok\na\ufffd\ufffd\r\n\r\nb\ufffd\ufffd\nc\ufffd\ufffd".encode()
    ).diagnostic
    assert diagnostic.code == Code.ENCODING_DAMAGED
    assert diagnostic.line == 2
    assert "6 characters" in diagnostic.message
    assert diagnostic.message.endswith("in lines 2, 4 and 5")


def test_the_lines_of_a_ruined_file_are_counted_not_listed() -> None:
    message = refusal("\n".join(["a\ufffd"] * 226).encode()).diagnostic.message
    assert "226 characters" in message
    assert message.endswith("lines 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 and 216 more lines")
    assert refusal(b"a" + "\ufffd".encode() * 6).diagnostic.message.endswith("in line 1")


def test_characters_that_a_repair_shows_to_be_lost_count_too() -> None:
    assert (
        refusal(("Ä\N{EURO SIGN}" + "â€? " * 6).encode()).diagnostic.code == Code.ENCODING_DAMAGED
    )


def test_correct_text_needs_neither_ftfy_nor_charset_normalizer() -> None:
    program = (
        "import sys; from plainlang.encoding import decode;"
        "decode('“Naïve” café – 37 °C, ≥ 5 µg: à l’heure, Dvořák.'.encode(), file='a');"
        "decode('Größe'.encode('latin-1'), file='a');"
        "print([name for name in ('ftfy', 'charset_normalizer') if name in sys.modules])"
    )
    run = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert run.stdout.strip() == "[]"
