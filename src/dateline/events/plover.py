"""The PLOVER code of an event, after PLOVER's own rule.

A promised act is AGREE, a threatened one THREATEN, a refused one REJECT.
"""

from __future__ import annotations

from dateline.codebook import load_codebook
from dateline.events.mentions import Mention
from dateline.records import Modality, Plover

_FRIENDLY = ("AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT")
_HOSTILE = {
    "COERCE": "restrict", "ASSAULT": "violence", "SANCTION": "relations", "PROTEST": "restrict", "MOBILIZE": "violence",
}  # fmt: skip
_NEVER_DONE = (Modality.NEGATED, Modality.DENIED, Modality.CALLED_OFF)


def plover_of(mention: Mention, modality: Modality) -> Plover | None:
    """The code under PLOVER's rule, from the type and the modality."""
    own = load_codebook().type(mention.type).plover
    if own is None:
        return None
    if modality is Modality.PLANNED and own.event in _FRIENDLY:
        return Plover(event="AGREE")
    if modality in (Modality.PLANNED, Modality.THREATENED) and own.event in _HOSTILE:
        return Plover(event="THREATEN", mode=_threat(mention, own.event))
    if modality in _NEVER_DONE and mention.verdict.promised and own.event in _FRIENDLY:
        return Plover(
            event="REJECT", mode="meet" if own.event == "CONSULT" else "assist" if own.event == "AID" else "yield"
        )
    return own


def _threat(mention: Mention, event: str) -> str:
    if mention.type in ("COERCE/arrest", "COERCE/charge"):
        return "arrest"
    if mention.type == "ASSAULT/territory":
        return "territory"
    return "expel" if mention.type in ("COERCE/deport", "SANCTION/expel") else _HOSTILE[event]
