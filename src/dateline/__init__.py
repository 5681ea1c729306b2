"""Dateline reads news reports into records that can be checked.

    from dateline import Coder
    coding = Coder().code(text="Police said the march was peaceful.", published="2025-06-16")
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dateline.coder import Coder

__version__ = "0.1.0"
__all__ = ["Coder", "__version__"]


def __getattr__(name: str) -> Any:
    """`Coder`, loaded when it is first asked for: the import of its engines takes most of a second."""
    if name != "Coder":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return import_module("dateline.coder").Coder
