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
# What a gerund behind these tells is over: "after meeting them", "the video shows them entering".
_LOOKING_BACK = frozenset({"after", "since", "following", "show", "depict", "capture", "see"})
# An infinitive of the passive that no verb governs: "hostages to be freed on Saturday".
_OWN_INFINITIVES = frozenset({"acl", "relcl", "ROOT"})
_NONE = frozenset({"neither", "no", "nobody", "none"})
# Verbs of the present that the tagger takes for nouns and adjectives, and that announce what comes.
_ANNOUNCING = frozenset({"resume", "open", "reopen", "begin", "start", "close", "end", "return", "meet", "vote"})
_DECIDING = frozenset(
    [
        "set",
        "declare",
        "extend",
        "announce",
        "authorize",
        "approve",
        "order",
        "call",
        "fix",
        "move",
        "push",
        "put",
        "bring",
        "shift",
        "switch",
        "change",
        "reschedule",
        "defer",
        "adjourn",
    ]
)
_IN_DATES = frozenset({"pobj", "prep", "npadvmod", "nummod", "compound", "amod", "nmod", "det", "advmod"})
_NEAR = 4  # steps from a date's word to its verb
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
            if at.pos_ in _CLAUSE_VERBS or _is_hidden_verb(at):
                tense = own.setdefault(at.i, _verb_tense(at))
                if tense or at.head.i == at.i:
                    known[at.i] = tense
                    break
            if at.head.i == at.i:
                known[at.i] = ""
                break
            at = at.head
        tense = known[at.i]
        for index in reversed(path):
            if tense == "present" and doc[index].dep_ == "prep" and doc[index].lower_ in _LOOKING_BACK:
                tense = "past"  # "are feared dead after an avalanche on Saturday"
            known[index] = tense
        tenses[token.i] = tense
    _give_back_to_reports(doc, own, tenses)
    return tenses


def hangs_by_the_past(token: Token) -> bool:
    """Whether a date's token hangs by a finite verb of the past: "in July he fled", not "agreed to meet in July".

    A verb that schedules what is to come does not count.
    """
    node = token
    for _ in range(_NEAR):
        if node.pos_ in _CLAUSE_VERBS:
            ahead = any(child.dep_ in {"xcomp", "ccomp"} for child in node.children)
            plans = node.lemma_.lower() in _SCHEDULING | _AHEAD | _DECIDING
            was = node.tag_ == "VBN" and any(c.dep_ in {"aux", "auxpass"} and c.tag_ == "VBD" for c in node.children)
            return (node.tag_ == "VBD" or was) and not ahead and not plans
        if node.dep_ not in _IN_DATES or node.head.i == node.i:
            return False
        node = node.head
    return False


def _is_negated(verb: Token) -> bool:
    for child in verb.children:
        if child.dep_ == "neg":
            return True
        if child.dep_ in {"nsubj", "nsubjpass"} and any(t.lower_ in _NONE for t in (child, *child.children)):
            return True
    return False


def _is_hidden_verb(token: Token) -> bool:
    """As in "Peace talks **resume** on Saturday", read as a noun: a plural and a verb that announces what comes."""
    return (
        token.dep_ == "ROOT" and token.lower_ in _ANNOUNCING and token.i > 0 and not token.is_sent_start
        and token.nbor(-1).tag_ in {"NNS", "NNPS"}
    )  # fmt: skip


def _give_back_to_reports(doc: Doc, own: dict[int, str], tenses: list[str]) -> None:
    """As in "said **on Tuesday** the deal could fail": before the clause's own subject, the words are the report's."""
    for token in doc:
        if token.dep_ != "ccomp" or token.head.i >= token.i or not own.get(token.head.i):
            continue
        subject = next((child for child in token.children if child.dep_ in {"nsubj", "nsubjpass"}), None)
        for place in range(token.head.i + 1, subject.left_edge.i if subject is not None else 0):
            tenses[place] = own[token.head.i]


def _verb_tense(verb: Token) -> str:
    """The tense of one verb group; "" for participles and gerunds that leave it to the clause above."""
    if _is_hidden_verb(verb):
        return "present"
    helpers = [child for child in verb.children if child.dep_ in {"aux", "auxpass"}]
    words = {helper.lower_ for helper in helpers}
    tags = {helper.tag_ for helper in helpers}
    if words & _WILL:
        if words & {"would", "could", "might", "should"} and "have" in words:
            return "past"
        return "" if "could" in words and _is_negated(verb) else "future"  # "could not be reached on Monday"
    if verb.lemma_.lower() in _SCHEDULING and verb.tag_ in {"VBD", "VBN"}:
        return "future"
    if verb.tag_ in _PAST or tags & _PAST:
        return "past"
    if verb.tag_ == "VBN" and {"to", "have"} <= words:
        return "past"  # "was to have ruled on Monday"
    if verb.tag_ in {"VB", "VBN"} and "to" in words:
        ahead = verb.head.lemma_.lower() in _AHEAD or (verb.tag_ == "VBN" and verb.dep_ in _OWN_INFINITIVES)
        return "future" if ahead else ""
    if verb.tag_ in {"VBZ", "VBP"} or tags & {"VBZ", "VBP"}:
        perfect = verb.tag_ == "VBN" and words & {"has", "have", "'ve", "’ve"}
        return "past" if perfect else "present"
    above = {verb.head.lemma_.lower(), verb.head.head.lemma_.lower() if verb.dep_ == "acl" else ""}
    if verb.tag_ == "VBG" and above & _LOOKING_BACK and not helpers:
        return "past"  # "after meeting them on Monday", "a video shows them entering the town on Monday"
    return "past" if verb.tag_ == "VBN" and verb.dep_ in {"acl", "advcl"} else ""
