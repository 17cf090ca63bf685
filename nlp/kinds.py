"""The kinds of entities: OntoNotes' labels, what a reader calls them, and the groups that the page lists them by."""

from __future__ import annotations

GROUPS = {
    "PERSON": "People",
    "ORG": "Organisations",
    "GPE": "Places",
    "LOC": "Places",
    "FAC": "Places",
    "NORP": "Peoples and groups",
}
OTHER_GROUP = "Events and other"
PLACE_GROUPS = ("Places", "Peoples and groups")  # whose names point to countries
# What an analyst may say that a name is: the labels, in the page's order.
KIND_WORDS = {
    "PERSON": "a person",
    "ORG": "an organisation",
    "GPE": "a country, region or town",
    "LOC": "a sea, river, mountain or other area",
    "FAC": "a building or site",
    "NORP": "a people, party or faith",
    "EVENT": "an event",
    "LAW": "a law, treaty or other document",
    "PRODUCT": "a weapon, vehicle or product",
    "WORK_OF_ART": "a book, film or other work",
}
OTHER_KIND = "something else"


def group_of(label: str) -> str:
    """The group under which entities with a label are listed.

    >>> group_of("GPE"), group_of("LAW")
    ('Places', 'Events and other')
    """
    return GROUPS.get(label, OTHER_GROUP)


def kind_words(label: str) -> str:
    """What a reader calls a label, with its article."""
    return KIND_WORDS.get(label, OTHER_KIND)
