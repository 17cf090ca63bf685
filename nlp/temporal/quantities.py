"""Amounts of time: counted, approximate ("nearly two"), or not counted at all ("several")."""

from __future__ import annotations

from nlp.temporal.patterns import Parts

# Words that soften a count belong to the expression: "more than four hours", "at least the past 18 months".
APPROX = "(APPROX|OVER|(AT LEAST)|(MORE|LESS THAN)|(NOT MORE THAN)|(UP TO))?"
APPROX_AT = "(APPROX|(AT LEAST))?"
AMOUNT = f"{APPROX} (A|THE)? (GOOD)? (q=COUNT|VAGUE|DOZEN|ANOTHER|COUPLE (OF|MORE)? (AND A h=HALF)?)"
SINGLE = f"{APPROX} (b=HALF)? q=A"


def amount_of(parts: Parts) -> float | None:
    """The amount under `q`, with "and a half" (`h`) and "half a" (`b`); `None` where the text does not count.

    "A couple of" is two, "a dozen" twelve; "a few" and "several" are not counted.
    """
    word = parts["q"]
    if word.kind == "vague":
        return None
    amount = {"a": 1.0, "another": 1.0, "couple": 2.0, "dozen": 12.0}.get(word.kind, word.number)
    if parts.get("h") is not None:
        amount += 0.5
    return amount / 2 if parts.get("b") is not None else amount
