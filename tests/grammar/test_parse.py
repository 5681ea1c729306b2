"""The parse as plain records: offsets, sentences, trees."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.support import parsed

TEXT = "Police arrest two\n\nPolice arrested two men on Friday. “They ran,” an officer said."


def test_tokens_are_the_text_they_point_to() -> None:
    parse = parsed(TEXT)
    assert all(TEXT[t.start : t.end] == t.text for t in parse.tokens)
    assert [t.i for t in parse.tokens] == list(range(len(parse.tokens)))


def test_sentences_never_cross_a_paragraph() -> None:
    parse = parsed(TEXT)
    assert [TEXT[start:end] for start, end in parse.paragraphs] == TEXT.split("\n\n")
    for sentence in parse.sentences:
        start, end = parse.paragraphs[sentence.paragraph]
        assert start <= sentence.start < sentence.end <= end
        assert all(t.sent == sentence.i for t in parse.tokens[sentence.first : sentence.last])


def test_a_verb_finds_its_subject_and_its_subtree() -> None:
    parse = parsed("The angry crowd threw stones.")
    threw = next(t.i for t in parse.tokens if t.text == "threw")
    subject = parse.child(threw, "nsubj")
    assert subject is not None
    assert [parse.tokens[i].text for i in parse.subtree(subject)] == ["The", "angry", "crowd"]
    assert parse.tokens[threw].head == threw


def test_offsets_find_their_token_and_paragraph() -> None:
    parse = parsed(TEXT)
    at = TEXT.index("arrested")
    token = parse.token_at(at + 3)
    assert token is not None
    assert parse.tokens[token].text == "arrested"
    assert parse.token_at(TEXT.index("\n")) is None
    assert (parse.paragraph_at(0), parse.paragraph_at(at)) == (0, 1)


def test_quoted_stretches_come_along() -> None:
    assert [TEXT[q.inner_start : q.inner_end] for q in parsed(TEXT).quotations] == ["They ran,"]


@settings(max_examples=40, deadline=None)
@given(st.text(alphabet="ab A.,\n\t “”\"'()é\u00a0😀", max_size=80))
def test_every_text_parses_and_keeps_its_offsets(text: str) -> None:
    parse = parsed(text)
    assert all(text[t.start : t.end] == t.text for t in parse.tokens)
    assert all(a.end <= b.start for a, b in zip(parse.tokens, parse.tokens[1:], strict=False))
    assert all(parse.tokens[t.head].sent == t.sent for t in parse.tokens)


def test_a_paragraph_longer_than_one_parser_call_keeps_its_offsets() -> None:
    text = "The crowd marched to the square and back again. " * 300
    parse = parsed(text)
    assert all(text[t.start : t.end] == t.text for t in parse.tokens)
    assert len(parse.paragraphs) == 1
