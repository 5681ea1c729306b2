from __future__ import annotations

from dateline.coder import Coder


def test_a_report_goes_all_the_way() -> None:
    coding = Coder().code(text="Police said the march was peaceful.")
    assert coding.article.text == "Police said the march was peaceful."
