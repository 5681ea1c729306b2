"""Who said what: sentences with their expected source, cue and content drawn in."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from dateline.records import BackingValue, Entity, EntityType, Polarity, Statement, StatementKind
from dateline.statements import find_statements
from tests.support import marked, parsed, plain_article

WORDS = (*["“", "”", '"', "'", "said", "Ruiz", "that", "port", ",", ".", "claimed", ":", "—", "who", "to", "go"], "\n\n")


def found(text: str, body: int = 0, entities: tuple[Entity, ...] = ()) -> tuple[Statement, ...]:
    return find_statements(replace(plain_article(text), body=body), parsed(text), entities)


def person(text: str, key: str, name: str, *mentions: str) -> Entity:
    article = plain_article(text)
    at = [text.index(mention) for mention in mentions]
    spans = tuple(article.span(start, start + len(mention)) for start, mention in zip(at, mentions, strict=True))
    return Entity(id=key, name=name, type=EntityType.PERSON, mentions=spans, public=True)


@pytest.mark.parametrize(
    "sentence",
    [
        "[source Police] [cue said] [content the march was peaceful].",
        "[content The march was peaceful], [source police] [cue said].",
        "“[content We will rebuild the whole town],” [source the mayor] [cue said].",
        "“[content We will rebuild],” [source the mayor] [cue said] on Monday, “[content street by street and house by house].”",
        "[source The union] [cue urged] [content members to stay at home].",
        "[source The president] [cue vowed] [content to rebuild the town].",
        "[cue According to] [source the hospital's director], [content 14 people were treated for smoke].",
        "[source The post] [cue read]: “[content We must expand the search for the missing].”",
        "[source The company] [cue denied] [content the allegations].",
        "[source The driver] [cue echoed]: “[content Nobody told us that the road was closed].”",
        "Roads stay shut - [source Karl Day][cue :] “[content Nobody told us that the road was closed].”",
        "“[content Nobody told us that the road was closed],” [cue reacted] [source the driver].",
    ],
)
def test_source_cue_and_content_are_read(sentence: str) -> None:
    expected = marked(sentence)
    (statement,) = found(expected.text)
    assert statement.source is not None
    assert [statement.source.text] == expected.words("source")
    assert expected.words("cue")[0] in statement.cue.text
    assert [span.text.strip(".,") for span in statement.content] == [w.strip(".,") for w in expected.words("content")]


def test_a_broken_quotation_is_one_statement_over_a_long_apposition() -> None:
    text = "“The pier will stay shut,” said Ana Ruiz, an engineer who has led the port agency since 2021, “until it is safe.”"
    (statement,) = found(text)
    assert [span.text.rstrip(",.") for span in statement.content] == ["The pier will stay shut", "until it is safe"]
    assert statement.kind is StatementKind.DIRECT
    assert statement.source is not None
    assert statement.source.text.startswith("Ana Ruiz")


def test_a_paragraph_of_quotation_goes_on_with_the_speaker_before_it() -> None:
    text = "“We waited all night at the gate,” Ruiz said.\n\n“Nobody came to open it for us.”"
    (statement,) = found(text)
    assert len(statement.content) == 2


def test_second_quotation_of_a_paragraph_has_the_same_speaker() -> None:
    (statement,) = found("“We waited,” Ruiz said. “Nobody came to open the gate.”")
    assert statement.source is not None
    assert statement.source.text == "Ruiz"
    assert "Nobody came" in statement.content[-1].text


def test_a_cue_inside_a_quotation_is_not_a_cue() -> None:
    (statement,) = found("“They told me that the police said no to all of us,” Ruiz said.")
    assert statement.cue.text == "said"
    assert statement.source is not None
    assert statement.source.text == "Ruiz"


def test_scare_quotes_and_nicknames_are_no_statements() -> None:
    text = 'The so-called "night market" opened at noon. "Two days on the quay, no food," said a docker who goes by "Rook."'
    (statement,) = found(text)
    assert statement.content[0].text.startswith("Two days")


def test_a_headline_names_its_speaker_behind_the_colon() -> None:
    headline = "Port closure 'illegal': transport minister"
    first, *_ = found(f"{headline}\n\nThe port stayed shut on Monday.", len(headline) + 2)
    assert first.source is not None
    assert first.source.text == "transport minister"
    assert "illegal" in first.content[0].text


def test_a_lead_in_and_a_signature_name_the_speakers_of_quotations() -> None:
    text = "And from Chairwoman Ada Brand:\n\n“The ruling changes nothing for us.”\n\n“We will appeal in May.” – Secretary Karl Meyer"
    assert [s.source.text for s in found(text) if s.source] == ["Chairwoman Ada Brand", "Secretary Karl Meyer"]


def test_an_embedded_post_is_signed_below() -> None:
    (statement,) = found("Schools are safe and open on Monday.\n\n— City of Marl (@marlcity) June 15, 2025")
    assert statement.source is not None
    assert "City of Marl" in statement.source.text
    assert statement.kind is StatementKind.DIRECT


def test_hearsay_has_no_source_and_names_its_carrier() -> None:
    text = "Police said a man who is said to have carried a rifle was killed."
    inner, outer = sorted(found(text), key=lambda s: s.source is not None)
    assert inner.source is None
    assert inner.via == outer.id


def test_a_report_of_a_statement_is_two_statements() -> None:
    text = "The ministry said it would not lift the ban, the Daily Herald reported."
    by_source = {s.source.text: s for s in found(text) if s.source}
    assert by_source["The ministry"].via == by_source["the Daily Herald"].id


def test_refusing_to_speak_is_not_speaking() -> None:
    assert [s.polarity for s in found("The company declined to comment.")] == [Polarity.DECLINES]
    assert [s.polarity for s in found("The minister did not say whether the port would reopen.")] == [Polarity.DECLINES]
    assert [s.polarity for s in found("The company denied the allegations.")] == [Polarity.DENIES]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The mayor baselessly claimed that the vote was rigged.", BackingValue.NO_EVIDENCE),
        ("The governor said that outsiders were paid. He offered no evidence for the claim.", BackingValue.NO_EVIDENCE),
        ("The mayor falsely claimed that the vote was rigged.", BackingValue.CALLED_FALSE),
        ("Rebels said they held the town. The claim could not be independently verified.", BackingValue.UNVERIFIED),
        ("The mayor claimed that the vote was fair.", BackingValue.NONE_STATED),
    ],
)
def test_the_verdict_of_the_report_is_kept(text: str, value: BackingValue) -> None:
    first, *_ = found(text)
    assert first.backing.value is value


def test_the_medium_is_read_outside_the_content() -> None:
    (statement,) = found("“They bused in thousands of agitators,” the governor wrote in a post on Telegram.")
    assert statement.medium is not None
    assert statement.medium.text == "in a post on Telegram"


def test_speaker_and_addressee_are_entities() -> None:
    text = "Ruiz told Moreno that the port would reopen."
    entities = (person(text, "e1", "Ana Ruiz", "Ruiz"), person(text, "e2", "Luis Moreno", "Moreno"))
    (statement,) = found(text, 0, entities)
    assert (statement.speaker, statement.addressee) == ("e1", "e2")


def test_a_relative_pronoun_speaks_for_its_noun() -> None:
    text = "The protest was led by Ruiz, who said that the port would stay shut."
    (statement,) = [s for s in found(text, 0, (person(text, "e1", "Ana Ruiz", "Ruiz"),)) if s.cue.text == "said"]
    assert statement.speaker == "e1"


def test_an_article_without_words_has_no_statements() -> None:
    assert found("") == ()


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=25))
def test_spans_are_what_they_say_and_ids_count_up(words: list[str]) -> None:
    text = " ".join(words)
    statements = found(text)
    assert [s.id for s in statements] == [f"s{n + 1}" for n in range(len(statements))]
    for statement in statements:
        assert statement.content
        for span in (*statement.content, statement.cue, *filter(None, (statement.source, statement.medium))):
            assert text[span.start : span.end] == span.text
            assert span.text


def test_the_same_text_gives_the_same_statements() -> None:
    text = "“We waited,” Ruiz said. Police denied that the gate was shut, adding that it had been open."
    assert found(text) == found(text)


def test_a_verdict_between_cue_and_content_is_no_content() -> None:
    text = "The mayor claimed without evidence that foreign agents had paid the protesters."
    (statement,) = find_statements(plain_article(text), parsed(text), ())
    assert statement.content[0].text == "that foreign agents had paid the protesters"
    assert statement.backing.value == "no_evidence"
