"""The name and the label under which an entity is listed."""

from __future__ import annotations

from collections import Counter

from nlp.pipeline.alias_forms import Form, person_words
from nlp.pipeline.entity_acronyms import is_acronym


def usual_label(counts: Counter[Form]) -> str:
    """The label of most mentions; of two as frequent, the first in the alphabet.

    Where some mentions are a person's and others are not, the forms with most words know best.
    """
    labels: Counter[str] = Counter()
    fullest = max(len(form.text.split()) for form in counts)
    mixed = len({form.group == "PERSON" for form in counts}) > 1
    for form, count in counts.items():
        if mixed and len(form.text.split()) < fullest:
            continue
        labels[form.label] += count
    return min(labels, key=lambda label: (-labels[label], label))


def usual_name(counts: Counter[Form], label: str) -> str:
    """The form that a reader would look for: a person's fullest name, else the most frequent form that is no acronym.

    Of organisations the form with most words counts as the fullest; a public body is named with its country where the
    text does so: "Ministry of Defense of the Russian Federation".
    """
    forms = [form for form in counts if form.label == label] or list(counts)
    spelled = [form for form in forms if not is_acronym(form.text)] or forms
    if label in ("GPE", "LOC"):
        spelled = [form for form in spelled if not form.text.endswith(".")] or spelled
    if label == "PERSON":
        return max(
            spelled, key=lambda form: (len(person_words(form.text)), counts[form], len(form.text), form.text)
        ).text
    if label in ("GPE", "LOC", "NORP"):
        return max(spelled, key=lambda form: (counts[form], len(form.text), form.text)).text
    fullest = max(
        spelled, key=lambda form: (len(form.text.split()) > 1, len(form.text.split()), counts[form], form.text)
    )
    same = [form for form in spelled if form.text == fullest.text and form.stated]
    return max(same, key=lambda form: (counts[form], form.stated)).stated if same else fullest.text
