"""The present, asked once at the start of a command and handed on from there."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime


def moment() -> datetime:
    """Return the time in UTC, or what SOURCE_DATE_EPOCH says (reproducible-builds.org)."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    return datetime.fromtimestamp(int(epoch), UTC) if epoch.isdigit() else datetime.now(UTC)


def today() -> date:
    """Return the date in UTC, or that of SOURCE_DATE_EPOCH."""
    return moment().date()
