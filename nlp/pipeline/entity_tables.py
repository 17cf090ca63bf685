"""The vocabulary of the entity components, read once from `nlp/resources/`."""

from __future__ import annotations

import functools

from nlp.gazetteer.tables import read_table


@functools.cache
def column(name: str, field: str) -> frozenset[str]:
    """All values of one column of a table."""
    return frozenset(row[field] for row in read_table(name))


def acronyms() -> frozenset[str]:
    """Acronyms that stay in capitals whatever stands around them."""
    return column("entity_acronyms.csv", "form")


def common_words() -> frozenset[str]:
    """Lower-case English words that are seldom names (from SCOWL, size 35)."""
    return column("entity_common_words.csv.gz", "word")


def legal_suffixes() -> frozenset[str]:
    """What may follow a company's name and says only what form it has."""
    return column("entity_legal_suffixes.csv", "suffix")


@functools.cache
def given_names() -> dict[str, frozenset[str]]:
    """Lower-case short and variant given names, with those that they stand for: "bill" is for "william"."""
    found: dict[str, frozenset[str]] = {}
    for row in read_table("entity_given_names.csv"):
        found[row["form"]] = found.get(row["form"], frozenset()) | {row["stands_for"]}
    return found


@functools.cache
def known_names() -> dict[str, str]:
    """Other names and spellings of bodies that the news knows under several, with one name for each body."""
    return {row["name"]: row["thing"] for row in read_table("entity_known_names.csv")}


def newsrooms() -> frozenset[str]:
    """Agencies, papers, networks and platforms, case-folded: what reports the news is seldom what it is about."""
    return column("entity_newsrooms.csv", "name")


@functools.cache
def genders() -> dict[str, str]:
    """Titles and pronouns that tell a woman (f) from a man (m), without full stops."""
    return {row["word"]: row["gender"] for row in read_table("entity_genders.csv")}


def organisation_tails() -> frozenset[str]:
    """Words that a second mention of an organisation leaves out: "Texas A&M" for "Texas A&M University"."""
    return column("entity_organisation_tails.csv", "word")


def organisation_heads() -> frozenset[str]:
    """Nouns that, at the end of a name or before "of", make it an organisation's."""
    return column("entity_organisation_heads.csv", "noun")


def speech_verbs() -> frozenset[str]:
    """Lemmas of verbs whose subject is mostly a person."""
    return column("entity_speech_verbs.csv", "lemma")


def particles() -> frozenset[str]:
    """Lower-case words that may begin or join a family name."""
    return column("entity_particles.csv", "particle")


def role_nouns() -> frozenset[str]:
    """Lower-case nouns for what a person is or does, kin included."""
    return column("entity_roles.csv", "noun")


@functools.cache
def role_verbs() -> dict[str, str]:
    """Verbs, as they stand behind "who", with the role of their subject: "heads" makes a head."""
    return {row["verb"]: row["role"] for row in read_table("entity_role_verbs.csv")}


def organisation_nouns() -> frozenset[str]:
    """Lower-case nouns for what an organisation is, as in "Euroclear, a company in Brussels"."""
    return column("entity_organisation_nouns.csv", "noun")


@functools.cache
def place_nouns() -> dict[str, str]:
    """Lower-case nouns for what a place is, with the label that they give: "Aisby is a village"."""
    return {row["noun"]: row["label"] for row in read_table("entity_place_nouns.csv")}


def place_cues() -> frozenset[str]:
    """Lower-case nouns that, before "of", have a place behind them: "the mayor of Lyon", "north of Hama"."""
    return column("entity_place_cues.csv", "noun")


@functools.cache
def leading_heads() -> dict[str, tuple[tuple[str, str], ...]]:
    """Words that begin a name and tell its kind, each with its (joint, label) pairs; the joint is "of" or empty."""
    found: dict[str, tuple[tuple[str, str], ...]] = {}
    for row in read_table("entity_leading_heads.csv"):
        found[row["head"]] = (*found.get(row["head"], ()), (row["joint"], row["label"]))
    return found


@functools.cache
def weapons() -> dict[str, str]:
    """Weapons, vehicles and aircraft (designation, name, weak name) and the prefixes of ships, each with its kind."""
    return {row["name"]: row["kind"] for row in read_table("entity_weapons.csv")}


@functools.cache
def weapon_starts() -> frozenset[str]:
    """The first words of weapons' names and the prefixes of ships: where to look."""
    return frozenset(name.split()[0] for name in weapons())


def weapon_nouns() -> frozenset[str]:
    """Lower-case nouns for weapons: what makes a name before them a weapon's."""
    return column("entity_weapon_nouns.csv", "noun")


@functools.cache
def documents() -> dict[str, str]:
    """Codes of law, and the bodies whose resolutions have numbers, each with its kind: code or body."""
    return {row["form"]: row["kind"] for row in read_table("entity_documents.csv")}


@functools.cache
def unit_words() -> dict[str, frozenset[str]]:
    """The words of military units, each with its kinds: head, modifier, or numbered (before a number)."""
    found: dict[str, frozenset[str]] = {}
    for row in read_table("entity_units.csv"):
        found[row["word"]] = found.get(row["word"], frozenset()) | {row["kind"]}
    return found


@functools.cache
def work_nouns() -> dict[str, str]:
    """Lower-case nouns for works and products, with the label that they give: "the film Amarcord"."""
    return {row["noun"]: row["label"] for row in read_table("entity_work_nouns.csv")}


def known_organisations() -> frozenset[str]:
    """Agencies, companies, parties and armed groups in the news whose names do not say what they are."""
    return column("entity_known_organisations.csv", "name")


@functools.cache
def telling_verbs() -> dict[tuple[str, str], str]:
    """Verbs, as lemma and voice, whose subject is nearly always a person or an organisation."""
    return {(row["lemma"], row["voice"]): row["label"] for row in read_table("entity_verbs.csv")}


@functools.cache
def role_abbreviations() -> dict[str, str]:
    """Abbreviated offices and ranks, with their full stops, and the words that they stand for."""
    return {row["short"]: row["long"] for row in read_table("entity_role_abbreviations.csv")}


@functools.cache
def kin_nouns() -> frozenset[str]:
    """Role nouns that say whose relative or friend a person is."""
    return frozenset(row["noun"] for row in read_table("entity_roles.csv") if row["kind"] == "kin")


@functools.cache
def titles() -> dict[tuple[str, ...], str]:
    """Titles, as their words without full stops, with their kind: honorific, rank, office or style."""
    return {tuple(row["title"].replace(".", "").split()): row["kind"] for row in read_table("titles.csv")}


def no_names() -> frozenset[str]:
    """Case-folded words and phrases that the model takes for names and that are none."""
    return column("entity_no_names.csv", "form")


@functools.cache
def spellings() -> dict[str, str]:
    """British and other spellings in names, with the one form under which they are compared."""
    return {row["spelling"]: row["compared_as"] for row in read_table("entity_spellings.csv")}


@functools.cache
def event_heads() -> dict[str, tuple[tuple[str, str], ...]]:
    """Nouns that head the names of events and treaties, each with its (kind of pattern, label) pairs."""
    found: dict[str, tuple[tuple[str, str], ...]] = {}
    for row in read_table("entity_events.csv"):
        found[row["head"]] = (*found.get(row["head"], ()), (row["kind"], row["label"]))
    return found


def event_modifiers() -> frozenset[str]:
    """Lower-case words inside the names of elections."""
    return column("entity_event_modifiers.csv", "word")


@functools.cache
def title_ends() -> frozenset[str]:
    """The last words of all titles, without full stops: what may stand directly before a name."""
    return frozenset(words[-1] for words in titles() if words[-1][:1].isupper())


@functools.cache
def state_heads() -> frozenset[str]:
    """Heads of the names of public bodies, of which every country has its own."""
    return frozenset(row["noun"] for row in read_table("entity_organisation_heads.csv") if row["kind"] == "state")


@functools.cache
def name_heads() -> dict[str, str]:
    """Nouns that, at the end of a name, tell what is named: a facility, a landform, a law, a prize."""
    return {row["noun"]: row["label"] for row in read_table("entity_name_heads.csv")}


@functools.cache
def unit_starts() -> frozenset[str]:
    """The first words of the units that end in their number."""
    return frozenset(word.split()[0] for word, kinds in unit_words().items() if "numbered" in kinds)


@functools.cache
def title_starts() -> frozenset[str]:
    """The first words of all titles, without full stops."""
    return frozenset(words[0] for words in titles())
