"""A report leads from the decoded text to the repaired one, and says so where it does not fit."""

from __future__ import annotations

import pytest

from plainlang.document import Repair
from plainlang.encoding import STEPS, decode, replay

TEXT = (
    "a\r\n\ufeff“Naïve”\r\n\r\nPatientâ€™s im\u00admune\rTylenolâ„¢ 5Â mg\r\n"
    "cafe\u0301 \x93x\x94\nDonÃ¢â‚¬â„¢t crÃ¨me brûlée\nA\u2029B \u200b\nâ€¨"
)


def test_a_report_is_replayed_from_its_steps() -> None:
    decoded = decode(TEXT.encode(), file="a.md")
    assert replay(TEXT, decoded.repairs) == decoded.text
    assert {step for repair in decoded.repairs for step in repair.steps} <= STEPS
    assert decoded.text == (
        "a\n“Naïve”\n\nPatient’s immune\nTylenol™ 5\xa0mg\ncafé “x”\nDon’t crème brûlée\nA\n\nB \n"
    )


def test_a_repair_names_its_line_before_and_after() -> None:
    repairs = decode("x\nPatientâ€™s\n".encode(), file="a.md").repairs
    expected = Repair(2, "Patientâ€™s", "Patient’s", ("encode windows-1252", "decode utf-8"))
    assert repairs == (expected,)


def test_no_repairs_leave_the_text() -> None:
    assert replay("a\r\nb", ()) == "a\r\nb"


@pytest.mark.parametrize(
    ("repair", "message"),
    [
        (Repair(1, "other", "x", ("normalize nfc",)), "not the line"),
        (Repair(0, "text", "x", ("normalize nfc",)), "not the line"),
        (Repair(9, "text", "x", ("normalize nfc",)), "not the line"),
        (Repair(1, "text", "x", ("normalize nfc",)), "another text"),
        (Repair(1, "text", "x", ("translate to Latin",)), "unknown repair step"),
        (Repair(1, "text", "x", ("unify line ends", "normalize nfc")), "unknown repair step"),
        (Repair(1, "text", "x", ("decode utf-8",)), "out of order"),
        (Repair(1, "text", "x", ("encode latin-1", "normalize nfc")), "out of order"),
        (Repair(1, "text", "x", ("encode latin-1", "encode latin-1")), "out of order"),
        (Repair(1, "text", "x", ("encode latin-1",)), "end before"),
    ],
)
def test_a_report_of_another_text_is_refused(repair: Repair, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        replay("text", [repair])


def test_the_steps_are_a_closed_set_of_plain_words() -> None:
    assert all(step == step.strip() and step.isascii() for step in STEPS)
    assert "encode windows-1252" in STEPS
    assert not any(
        word in step
        for step in STEPS
        for word in ("uncurl", "ligature", "char", "entities", "unescape", "line_breaks")
    )
