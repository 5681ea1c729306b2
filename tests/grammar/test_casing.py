"""Shouted text gets running case for the parser, and only for the parser."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from tests.support import parsed, parser

from dateline.grammar.casing import in_running_case, is_shouted


def calmed(text: str) -> str:
    paragraphs = parsed(text).paragraphs
    return in_running_case(text, paragraphs, parser().lemmas.knows)


def test_old_wire_text_reads_like_running_text() -> None:
    text = "LIMA, 4 MAR 90 (DPA) -- [TEXT] THE PERUVIAN ARMY KILLED TWO PEASANTS NEAR AYACUCHO, CAPTAIN JOSE QUISPE SAID."
    assert calmed(text) == (
        "Lima, 4 Mar 90 (DPA) -- [TEXT] The Peruvian army killed two peasants near Ayacucho, captain Jose Quispe said."
    )


def test_acronyms_and_their_expansions_keep_capitals() -> None:
    text = "REBELS OF THE NORTHERN RIVER FRONT (NRF) FREED A MAYOR. THE NRF DENIED IT. U.S. TROOPS LEFT."
    assert calmed(text) == (
        "Rebels of the Northern River Front (NRF) freed a mayor. The NRF denied it. U.S. troops left."
    )


def test_names_of_a_shouted_headline_are_learned_from_the_body() -> None:
    text = "ICE RAIDS SPREAD TO NORTHGATE, ROSE SAYS\n\nMayor Anna Rose said that ICE had come to Northgate without a warrant."
    assert calmed(text).split("\n")[0] == "ICE raids spread to Northgate, Rose says"


def test_normal_text_is_left_alone() -> None:
    text = "The FMLN and the ELN met on Sunday.\n\nNobody spoke."
    assert calmed(text) == text
    assert not is_shouted("US, UK")


def test_tokens_carry_the_letters_of_the_article() -> None:
    text = "POLICE ARRESTED TWO MEN IN THE SQUARE."
    tokens = parsed(text).tokens
    assert [t.text for t in tokens] == ["POLICE", "ARRESTED", "TWO", "MEN", "IN", "THE", "SQUARE", "."]
    assert (tokens[1].tag, tokens[1].lemma, tokens[1].dep) == ("VBD", "arrest", "ROOT")
    assert tokens[0].dep == "nsubj"


@given(st.text(alphabet="ABCÉİßŁ[]().-' \n\"", max_size=120))
def test_length_never_changes(text: str) -> None:
    assert len(calmed(text)) == len(text)
