"""Counting opens no network connection, not even when a language is first used."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from tests import no_network

SCRIPT = """
from plainlang.readability.facts import Lexicon, unpacked
from plainlang.readability.sentences import split
from plainlang.readability.words import words_of
for language in ("en", "es", "fr", "de", "zh", "ja", "hu", "ar", "xx"):
    for sentence in split("Take 2.5 mg of lenalidomide, e.g. at 8 a.m. Rest.", language):
        print(sum(unpacked(Lexicon(language)[word])[0] for word in words_of(sentence, language)))
"""


@pytest.mark.skipif(not no_network.supported(), reason="needs Linux's filter of system calls")
def test_a_process_that_may_open_no_socket_counts_all_the_same() -> None:
    command = [sys.executable, str(Path(no_network.__file__)), sys.executable, "-c", SCRIPT]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    assert set(run.stdout.split()) > {"1"}
