"""Work that kills its process on some reports; a module of its own, so that worker processes can import it."""

from __future__ import annotations

import os

from dateline.batch import Coded
from dateline.records import Failure, Report


def work(report: Report) -> Coded | Failure:
    if "deadly" in report.text:
        os._exit(9)
    return Coded(report.text.encode())
