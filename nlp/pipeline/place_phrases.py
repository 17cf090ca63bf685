"""Deciding which phrases of the lexicon mean a place where they stand."""

from __future__ import annotations

from dataclasses import replace

from nlp.gazetteer import Entry, candidates, entries_of, entry_of, fold
from nlp.gazetteer.lexicon import seats_of_bodies
from nlp.gazetteer.tables import word_set
from nlp.model import PlaceKind
from nlp.pipeline.entity_tables import role_nouns
from nlp.pipeline.place_containers import abbreviation_at, container_place, containers_at, lies_in
from nlp.pipeline.place_lexicon import phrase_mentions
from nlp.pipeline.place_mentions import Container, Mention, PlaceReader
from nlp.pipeline.place_teams import is_national_team

_NO_PERSON = ("sh", "ch", "ese")  # "a Danish" is something to eat
_ADJECTIVES = ("an", "ish", "ese")
_DETERMINERS = ("a", "an", "another", "one", "the", "young")
_LYING = (PlaceKind.CITY, PlaceKind.REGION, PlaceKind.SITE)
_PEOPLE = frozenset({"NORP", "GPE", "LOC"})


def lexicon_mentions(reader: PlaceReader) -> list[Mention]:
    """The lexicon's phrases that name places here, in text order; their words are taken."""
    found = phrase_mentions(reader)
    found = [(i, j, e) for i, j, e in found if not any(reader.taken[i:j])]
    supported = {e.iso3 for i, j, e in found if e.strong and e.kind in (PlaceKind.COUNTRY, PlaceKind.NATIONALITY)}
    reader.supported = supported
    mentions = []
    language = 0  # past the last word that named a language
    bodies = {entry.form for _, _, entry in found if entry.kind is PlaceKind.SUPRANATIONAL}
    for i, j, entry in found:
        if any(reader.taken[i:j]):
            continue
        if entry.kind is PlaceKind.NATIONALITY and _is_language(reader, i, j, language):
            language = j
            reader.take(i, j)
            continue
        if not _means_place(reader, i, j, entry, supported):
            reader.take(i, j)
            continue
        if entry.kind is PlaceKind.NATIONALITY and i and reader.word(i - 1).casefold() == "ethnic":
            beyond = replace(entry, form=f"ethnic {entry.form}", iso3=None, latitude=None, longitude=None, strong=True)
            mentions.append(replace(reader.mention(i, j, (beyond,)), use="ethnic"))
            reader.take(i, j)
            continue
        end, inside = _container_after(reader, i, j, entry)
        state = _state_of_officials(reader, i, j) if not entry.strong and inside is None else None
        if state is not None:
            reader.chosen[reader.words[i][0]] = state
        mention = reader.mention(i, j, entries_of(entry.form), inside)
        national = entry.kind in (PlaceKind.COUNTRY, PlaceKind.NATIONALITY) and is_national_team(reader, i, j)
        mentions.append(replace(mention, use="team") if national else mention)
        reader.take(i, j)
        if inside is not None:
            at = container_place(reader, j)
            reader.chosen[reader.words[at][0]] = inside
            mentions += [m for m in [abbreviation_at(reader, at, end)] if m is not None]
    return mentions + _acting_seats(reader, bodies)


def _state_of_officials(reader: PlaceReader, i: int, j: int) -> Container | None:
    """The American state whose officials follow a name that is also a country's: "the **Georgia** governor"."""
    after = reader.word(j) if j < len(reader.words) and reader.gap(j - 1) == " " else ""
    if after.casefold() not in word_set("state_officials"):
        return None
    states = [c for c in candidates(reader.slice(i, j)) if c.level == "A" and c.iso3 == "USA"]
    return Container("USA", states[0].admin1) if states else None


def _acting_seats(reader: PlaceReader, bodies: set[str]) -> list[Mention]:
    """Towns that act for the body which sits there and which the text names: "Brussels" for the European Union."""
    found = []
    for i, (start, end) in enumerate(reader.words):
        seat = seats_of_bodies().get(fold(reader.word(i))) if start in reader.subjects else None
        if seat is not None and not reader.taken[i] and seat.bodies & bodies and reader.capital(i):
            entry = Entry(f"{seat.body} in {reader.text[start:end]}", PlaceKind.SUPRANATIONAL, None, strong=True)
            found.append(replace(reader.mention(i, i + 1, (entry,)), use="seat"))
            reader.take(i, i + 1)
    return found


def _means_place(reader: PlaceReader, i: int, j: int, entry: Entry, supported: set[str | None]) -> bool:
    number = reader.owner[i]
    label = reader.label(i)
    if j < len(reader.words) and reader.gap(j - 1) == " " and reader.word(j) in word_set("streets"):
        return False
    if j - i == 1 and (_given_name(reader, i) or _called(reader, i) or _is_a_thing(reader, i)):
        return False
    if entry.kind is PlaceKind.NATIONALITY and _counted(reader, i, j):
        return label != "PERSON" and not entry.form.endswith(_NO_PERSON)
    if entry.kind is PlaceKind.NATIONALITY and not reader.has_case and label != "NORP":
        return False
    if label == "PERSON" and number is not None:
        start, end, _, _ = reader.entities[number]
        whole = reader.words[i][0] <= start and reader.words[j - 1][1] >= end - 2
        begins = reader.words[i][0] <= start
        if not whole and not (begins and entry.strong and entry.kind is PlaceKind.NATIONALITY):
            return False
        if whole and not entry.strong and not reader.mention(i, j).locative:
            return False
    if label == "FAC" and entry.kind is PlaceKind.REGION and not reader.mention(i, j).whole and not entry.strong:
        return False  # "Piedmont Park"
    if j - i == 1 and entry.kind in _LYING and fold(reader.word(i)) in reader.people:
        return reader.mention(i, j).locative
    if label == "ORG" and entry.kind in (PlaceKind.CITY, PlaceKind.SITE) and not reader.mention(i, j).whole:
        return i > 0 and reader.word(i - 1).casefold() in word_set("of")
    if entry.kind is PlaceKind.SUPRANATIONAL or entry.strong:
        return True
    if entry.kind is PlaceKind.INSTITUTION:
        return entry.iso3 in supported
    if entry.kind is PlaceKind.NATIONALITY:
        named_so = label == "ORG" and entry.form.endswith(_ADJECTIVES)  # "Georgian Dream"
        return label in _PEOPLE or named_so or _one_of_a_people(reader, i, j)
    if entry.form.isupper():
        return label in ("GPE", "LOC")
    if _counted(reader, i, j):
        return False
    if entry.kind is PlaceKind.REGION and j < len(reader.words) and reader.word(j) in word_set("divisions"):
        return reader.gap(j - 1) == " "
    if label == "ORG" and j - i == 1 and i and reader.word(i - 1) in word_set("of"):
        return True  # "the University of **Georgia**"
    return (
        label in ("GPE", "LOC", "NORP")
        or reader.mention(i, j).locative
        or (label == "ORG" and reader.mention(i, j).whole and fold(reader.slice(i, j)) not in reader.people)
        or (entry.iso3 in supported and label not in ("PERSON", "WORK_OF_ART"))
    )


def _is_a_thing(reader: PlaceReader, i: int) -> bool:
    """Whether an article makes a thing of a name that is a word too: "carved the **Turkey**", not "the Turkey deal"."""
    word = reader.word(i)
    if word.casefold() not in word_set("common_too") or not i or reader.gap(i - 1) != " ":
        return False
    if reader.word(i - 1).casefold() not in ("a", "an", "the"):
        return False
    follows = i + 1 < len(reader.words) and reader.gap(i) == " "
    return not (follows and (reader.words[i + 1][0] in reader.nouns or reader.word(i + 1).casefold() in ("of", "that")))


def _one_of_a_people(reader: PlaceReader, i: int, j: int) -> bool:
    """As in "a **Finn** leads", "the **Scot** won": no name goes on behind it."""
    before = reader.word(i - 1).casefold() if i and reader.gap(i - 1) == " " else ""
    goes_on = j < len(reader.words) and reader.gap(j - 1) == " " and reader.capital(j)
    return before in _DETERMINERS and not goes_on and reader.label(i) == ""


def _called(reader: PlaceReader, i: int) -> bool:
    """Whether what somebody does stands before and a surname behind: "the novelist **China** Miéville"."""
    if not i or i + 1 >= len(reader.words) or reader.gap(i - 1) != " " or reader.gap(i) != " ":
        return False
    after = reader.word(i + 1)
    new = reader.capital(i + 1) and not reader.capital(i - 1) and entry_of(after) is None and not candidates(after)
    return new and reader.label(i + 1) in ("", "PERSON", "GPE") and reader.word(i - 1) in role_nouns()


def _given_name(reader: PlaceReader, i: int) -> bool:
    """Whether a person's surname follows at once: "Israel" in "Israel Adesanya", which the model cuts in two."""
    if (
        reader.label(i) != "GPE"
        or i + 1 >= len(reader.words)
        or reader.gap(i) != " "
        or reader.label(i + 1) != "PERSON"
    ):
        return False
    number = reader.owner[i + 1]
    alone = number is not None and " " not in reader.entities[number][3]
    return alone and not reader.mention(i, i + 1).locative


def _counted(reader: PlaceReader, i: int, j: int) -> bool:
    """Whether the word is one of a kind, like the bird in "a Turkey": nothing follows that it could modify."""
    if not i or reader.word(i - 1).casefold() not in ("a", "an") or reader.gap(i - 1) != " ":
        return False
    return reader.gap(j - 1) != " " or reader.word(j).casefold() in word_set("function")


def _is_language(reader: PlaceReader, i: int, j: int, last: int) -> bool:
    """Whether a nationality stands for the language: "in French", "speaks Russian and Greek", "Spanish-speaking"."""
    if reader.label(i) == "LANGUAGE":
        return True
    if last and reader.text[reader.words[last - 1][1] : reader.words[i][0]] in (", ", " and ", " or ", ", and "):
        return True
    after = reader.word(j).casefold() if j < len(reader.words) and len(reader.gap(j - 1)) <= 2 else ""
    if after in word_set("language_after"):
        return True
    before = reader.word(i - 1).casefold() if i and reader.gap(i - 1) == " " else ""
    return before in word_set("language_before") and (not after or after in word_set("function"))


def _container_after(reader: PlaceReader, i: int, j: int, entry: Entry) -> tuple[int, Container | None]:
    """The container that follows a name that a town may share: "Lebanon, Pa."."""
    at = container_place(reader, j)
    if entry.kind in (PlaceKind.NATIONALITY, PlaceKind.INSTITUTION) or not at:
        return j, None
    end, containers = containers_at(reader, at)
    name = reader.slice(i, j)
    return end, next((c for c in containers if c.admin1 and c.iso3 != entry.iso3 and lies_in(name, c)), None)
