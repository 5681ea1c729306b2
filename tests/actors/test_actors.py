"""Who is who: names, short names, offices, descriptions, pronouns."""

from __future__ import annotations

from tests.support import gazetteer, parsed, plain_article

from dateline.actors import find_actors
from dateline.records import Entity, EntityType


def actors(text: str) -> tuple[Entity, ...]:
    return find_actors(plain_article(text), parsed(text), gazetteer())


def named(text: str, words: str) -> Entity:
    """The one entity with a mention of exactly these words."""
    found = [e for e in actors(text) if words in [m.text for m in e.mentions]]
    assert len(found) == 1, [e.name for e in found]
    return found[0]


def mentions(text: str, words: str) -> list[str]:
    return [m.text for m in named(text, words).mentions]


def test_a_short_headline_name_is_the_full_name_of_the_body() -> None:
    text = "Velden quits\n\nUS President Mara Velden resigned on Sunday, Velden's office said."
    entity = named(text, "Velden")
    assert (entity.name, entity.type, entity.role, entity.country, entity.public) == (
        "Mara Velden", EntityType.PERSON, "US President", "US", True,
    )  # fmt: skip
    assert [m.text for m in entity.mentions] == ["Velden", "US President Mara Velden", "Velden"]


def test_two_persons_of_one_surname_stay_two() -> None:
    text = "Nils Berg met Nora Berg on Friday. Mr Berg left. Ms Berg stayed."
    assert mentions(text, "Nils Berg") == ["Nils Berg", "Mr Berg"]
    assert mentions(text, "Nora Berg") == ["Nora Berg", "Ms Berg"]


def test_an_apposition_tells_the_role() -> None:
    entity = named("Pavel Drost, head of the ferry crews' union, told reporters that he was tired.", "Pavel Drost")
    assert (entity.role, entity.sector) == ("head of the ferry crews' union", "LAB")
    assert "he" in [m.text for m in entity.mentions]


def test_a_lower_case_office_before_a_name_belongs_to_it() -> None:
    entity = named("The plan is dead, said student leader Tomas Brell.", "student leader Tomas Brell")
    assert (entity.name, entity.role, entity.sector) == ("Tomas Brell", "student leader", "EDU")


def test_a_description_between_commas_is_the_name_beside_it() -> None:
    text = "Residents accused officers of firing first, a claim the force's spokesman, Captain Leon Abara, denied."
    assert mentions(text, "Captain Leon Abara") == ["the force's spokesman", "Captain Leon Abara"]


def test_an_acronym_in_brackets_is_the_name_before_it() -> None:
    text = "The Harbour Workers Alliance (HWA) marched. HWA said it would be back."
    assert mentions(text, "HWA")[:3] == ["The Harbour Workers Alliance", "HWA", "HWA"]


def test_bodies_that_everybody_knows_carry_their_ids() -> None:
    entity = named("ICE arrested two men.", "ICE")
    assert (entity.type, entity.sector, entity.same_as) == ("organisation", "COP", ("wikidata:Q1133499",))


def test_a_place_is_an_actor_only_where_it_acts() -> None:
    assert [e.name for e in actors("The train to Geneva stopped in Lyon.")] == []
    entity = named("Washington said that the deal was dead.", "Washington")
    assert entity.type is EntityType.PLACE


def test_a_surname_that_is_a_town_too_is_the_person() -> None:
    text = "Mayor Anna Lincoln spoke in Dover. Lincoln's office said so."
    assert mentions(text, "Mayor Anna Lincoln") == ["Mayor Anna Lincoln", "Lincoln"]


def test_the_anonymous_are_kept_as_described() -> None:
    entity = named('"No food, no heat," said a dock worker who goes by the name "Rook."', "a dock worker")
    assert (entity.name, entity.type, entity.public) == ("dock worker", EntityType.PERSON, False)


def test_a_private_person_is_not_public_and_an_officer_of_state_is() -> None:
    text = "Olga Petrova lost her shop. Minister Karl Meister sent a letter."
    assert not named(text, "Olga Petrova").public
    assert named(text, "Minister Karl Meister").public
    assert named(text, "a letter").type is EntityType.DOCUMENT


def test_a_month_that_is_a_given_name_stays_in_the_name() -> None:
    assert named("Mayor Jan Kline spoke on Sunday.", "Mayor Jan Kline").name == "Jan Kline"
    assert [m.text for e in actors("In May police left.") for m in e.mentions] == ["police"]


def test_first_and_second_persons_are_nobody_here() -> None:
    assert [m.text for e in actors('"We told you so," I said.') for m in e.mentions] == []


def test_he_inside_a_quotation_is_not_its_speaker() -> None:
    text = 'Igor Zorin met Luc Morel. "He lied," Zorin said.'
    assert "He" not in mentions(text, "Igor Zorin")


def test_shouted_text_has_its_actors_too() -> None:
    text = "SAN SALVADOR, 3 JAN 90 -- GUERRILLAS OF THE FARABUNDO MARTI NATIONAL LIBERATION FRONT [FMLN] KILLED MAYOR JOSE RIVAS."
    names = [e.name for e in actors(text)]
    assert "JOSE RIVAS" in names
    assert any("FRONT" in name for name in names)


def test_every_span_is_the_articles_own_text_and_in_order() -> None:
    text = "The mayor, Ana Ruiz, met police. She told them that the post was false."
    found = actors(text)
    for entity in found:
        assert [m.start for m in entity.mentions] == sorted(m.start for m in entity.mentions)
        assert all(text[m.start : m.end] == m.text for m in entity.mentions)
    assert [e.id for e in found] == [f"e{n}" for n in range(1, len(found) + 1)]


def test_a_surname_that_is_a_given_name_too_tells_no_gender() -> None:
    text = "Hillary Clinton won. Mrs. Clinton said that she was glad. Igor Zorin said he was not."
    assert mentions(text, "Hillary Clinton") == ["Hillary Clinton", "Mrs. Clinton", "she"]
