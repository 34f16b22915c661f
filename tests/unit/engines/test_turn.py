"""What takes much memory is done by one thread and one process at a time."""

from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path

import pytest

from plainlang.engines.turn import Turn

HOLDER = """
import sys, time
from pathlib import Path
from plainlang.engines.turn import Turn
with Turn(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""


def entered(turn: Turn, within: float) -> bool:
    """Tell whether a thread gets its turn within some seconds."""
    done = threading.Event()

    def enter() -> None:
        with turn:
            done.set()

    threading.Thread(target=enter, daemon=True).start()
    return done.wait(within)


@pytest.mark.parametrize("shared", [False, True])
def test_threads_wait(tmp_path: Path, shared: bool) -> None:
    turn = Turn(tmp_path / "turn" if shared else None)
    with turn:
        assert not entered(turn, 0.2)
    assert entered(turn, 10)


@pytest.mark.skipif(sys.platform == "win32", reason="processes do not wait there")
def test_a_killed_process_gives_up_its_turn(tmp_path: Path) -> None:
    path = tmp_path / "turn"
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(path)], stdout=subprocess.PIPE
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"held\n"
        turn = Turn(path)
        assert not entered(turn, 0.3)
        holder.kill()
    assert entered(Turn(path), 10)
