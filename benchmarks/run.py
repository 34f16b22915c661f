"""Run every benchmark in this folder."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent

for script in sorted(HERE.glob("*.py")):
    if script.name != "run.py":
        sys.stdout.write(f"{script.name}\n")
        sys.stdout.flush()
        subprocess.run([sys.executable, str(script)], check=True)
