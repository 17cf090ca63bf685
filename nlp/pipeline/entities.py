"""Mentions joined to entities: one real thing, one entry."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from spacy.language import Language
from spacy.tokens import Doc

from nlp.model import Entity, Mention
from nlp.pipeline.alias_forms import Form, folded
from nlp.pipeline.entity_asides import asides, headline, is_newsroom, names_in
from nlp.pipeline.entity_descriptions import with_descriptions
from nlp.pipeline.entity_grouping import grouped
from nlp.pipeline.entity_mentions import Named, named_mentions
from nlp.pipeline.entity_naming import usual_label, usual_name
from nlp.pipeline.entity_roles import Office, offices
from nlp.pipeline.salience import Appearance, salience


class EntityLinker:
    """Writes `doc._.mentions` and `doc._.entities` from `doc.ents` and `doc._.places`; both in text order."""

    def __call__(self, doc: Doc) -> Doc:
        """Link one document. Without entities both lists are empty."""
        named, numbers = _numbered(doc)
        members: dict[int, list[Named]] = {}
        for mention, number in zip(named, numbers, strict=True):
            members.setdefault(number, []).append(mention)
        labels = {number: usual_label(_forms(group)) for number, group in members.items()}
        roles = offices(doc, named, numbers, labels)
        article = doc._.article
        text = article.text if article is not None else doc.text
        scene = _Scene(
            names_in(headline(text, article.title if article is not None else None), named),
            {named[i].start for i in asides(doc, named)},
            max((len(group) for group in members.values()), default=1),
        )
        entities = tuple(_entity(doc, number, group, roles.get(number), scene) for number, group in members.items())
        doc._.entities = entities
        doc._.mentions = tuple(
            _mention(doc, text, each, number, labels[number]) for each, number in zip(named, numbers, strict=True)
        )
        return doc


def _numbered(doc: Doc) -> tuple[list[Named], list[int]]:
    """The mentions with the numbers of their entities; a description has the number of what it means."""
    named, meant = with_descriptions(doc, named_mentions(doc))
    names = [each for i, each in enumerate(named) if i not in meant]
    found = dict(zip((each.start for each in names), grouped(doc, names), strict=True))
    return named, [found[named[meant.get(i, i)].start] for i in range(len(named))]


def _mention(doc: Doc, text: str, named: Named, number: int, label: str) -> Mention:
    """One mention, quoted from the article as it came in."""
    start, end = doc[named.start].idx, doc[named.end - 1].idx + len(doc[named.end - 1])
    return Mention(start, end, text[start:end], label, f"e{number}", named.rule)


@dataclass(frozen=True, slots=True)
class _Scene:
    """What salience is measured against.

    The names in the headline, the first tokens of the mentions that only frame the article, and the number of mentions
    of its most mentioned entity.
    """

    title: Collection[str]
    aside: Collection[int]
    most: int


def _entity(doc: Doc, number: int, group: Sequence[Named], role: Office | None, scene: _Scene) -> Entity:
    """One entity from all its mentions."""
    counts = _forms(group)
    label = usual_label(counts)
    name = usual_name(counts, label)
    aliases = tuple(dict.fromkeys(each.form.text for each in group if each.form.text != name))
    country = next((each.country for each in group if each.country), None) if label != "PERSON" else None
    names = {folded(form.text) for form in counts}
    return Entity(
        id=f"e{number}",
        label=label,
        name=name,
        aliases=aliases,
        mentions=len(group),
        role=role.text if role else None,
        country=country or (role.country if role else None),
        role_span=role.span if role else None,
        salience=salience(
            [Appearance(each.start / len(doc), each.subject, each.start in scene.aside) for each in group],
            "NATIONALITY" if label == "NORP" and country else label,
            scene.most,
            in_title=not names.isdisjoint(scene.title),
            reporter=is_newsroom(names),
        ),
    )


def _forms(group: Sequence[Named]) -> Counter[Form]:
    """How often an entity is named by each form; descriptions are no names."""
    return Counter(each.form for each in group if not each.rule)


@Language.factory(
    "dateline_entities",
    requires=["doc.ents", "doc._.places", "token.tag", "token.dep"],
    assigns=["doc._.mentions", "doc._.entities"],
)
def create_entity_linker(nlp: Language, name: str) -> EntityLinker:
    """The component as spaCy asks for it."""
    del nlp, name
    return EntityLinker()
