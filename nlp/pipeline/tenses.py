"""The tense of each token's clause, for the choice between a past and a coming weekday, month or day."""

from __future__ import annotations

from spacy.tokens import Doc, Token

_CLAUSE_VERBS = frozenset({"VERB", "AUX"})
_WILL = frozenset({"will", "shall", "'ll", "’ll", "wo", "may", "can", "could", "should", "must", "might", "would"})
# Verbs whose infinitive lies ahead: "plans to meet", "is expected to", "is due to", "agreed to".
_AHEAD = frozenset(
    [
        "plan",
        "expect",
        "schedule",
        "intend",
        "hope",
        "aim",
        "promise",
        "agree",
        "vow",
        "want",
        "due",
        "set",
        "slate",
        "propose",
        "prepare",
        "threaten",
        "pledge",
        "need",
        "have",
        "go",
        "be",
    ]
)
# In the past tense too, what these govern lies ahead: "scheduled a hearing for Thursday", "postponed it until May".
_SCHEDULING = frozenset(
    {"plan", "schedule", "postpone", "delay", "slate", "expect", "anticipate", "due", "book", "reserve"}
)
_PAST = frozenset({"VBD"})


def clause_tenses(doc: Doc) -> list[str]:
    """For each token "past", "present", "future" or "" (no verb above it), in time linear in the Doc's length."""
    own: dict[int, str] = {}
    tenses = [""] * len(doc)
    if not doc.has_annotation("DEP"):
        return tenses
    known: dict[int, str] = {}
    for token in doc:
        path: list[int] = []
        at = token
        while at.i not in known:
            path.append(at.i)
            if at.pos_ in _CLAUSE_VERBS:
                tense = own.setdefault(at.i, _verb_tense(at))
                if tense or at.head.i == at.i:
                    known[at.i] = tense
                    break
            if at.head.i == at.i:
                known[at.i] = ""
                break
            at = at.head
        tense = known[at.i]
        for index in path:
            known[index] = tense
        tenses[token.i] = tense
    return tenses


def _verb_tense(verb: Token) -> str:
    """The tense of one verb group; "" for participles and gerunds that leave it to the clause above."""
    helpers = [child for child in verb.children if child.dep_ in {"aux", "auxpass"}]
    words = {helper.lower_ for helper in helpers}
    tags = {helper.tag_ for helper in helpers}
    if words & _WILL:
        if words & {"would", "could", "might", "should"} and "have" in words:
            return "past"
        return "" if words & {"could"} else "future"
    if verb.lemma_.lower() in _SCHEDULING and verb.tag_ in {"VBD", "VBN"}:
        return "future"
    if verb.tag_ in _PAST or tags & _PAST:
        return "past"
    if verb.tag_ == "VB" and any(helper.lower_ == "to" for helper in helpers):
        head = verb.head
        return "future" if head.lemma_.lower() in _AHEAD else ""
    if verb.tag_ in {"VBZ", "VBP"} or tags & {"VBZ", "VBP"}:
        perfect = verb.tag_ == "VBN" and words & {"has", "have", "'ve", "’ve"}
        return "past" if perfect else "present"
    return "past" if verb.tag_ == "VBN" and verb.dep_ in {"acl", "advcl"} else ""
