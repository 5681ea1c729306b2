"""All drafts that the rules make, one for each cue."""

from __future__ import annotations

from dateline.statements.drafts import Draft, Page
from dateline.statements.frames import frame_drafts
from dateline.statements.lexicon import Lexicon
from dateline.statements.quoted import quotation_drafts
from dateline.statements.signed import signed_drafts


def rule_drafts(page: Page, rules: Lexicon) -> list[Draft]:
    """Drafts by layout, frame and quotation, ordered by the head of their cue."""
    signed = {draft.head: draft for draft in signed_drafts(page)}
    frames = {draft.head: draft for draft in frame_drafts(page, rules)}
    drafts = quotation_drafts(page, rules, {**frames, **signed})
    return [draft for _, draft in sorted(drafts.items()) if draft.content]
