"""A statement is by whom the analyst says, or it is none."""

from __future__ import annotations

from dataclasses import replace

import pytest

from nlp.corrections import StatementDecision, apply_decision, numbers_touched
from nlp.frames import build_frames
from nlp.model import Analysis, Decided, SpeakerBasis
from nlp.store import Workspace, open_workspace, save_workspace
from tests.builders import speech

SPEECH = speech()


def on(number: int, **said: object) -> StatementDecision:
    quote = SPEECH.quotes[number]
    return replace(StatementDecision("s1", quote.start, quote.end), **said)  # type: ignore[arg-type]


def speakers(analysis: Analysis) -> list[str | None]:
    return [quote.speaker for quote in analysis.quotes]


def test_statement_gets_the_speaker_that_the_analyst_names() -> None:
    corrected = apply_decision(SPEECH, on(3, speaker="ana silva", label="PERSON"))
    assert speakers(SPEECH) == ["e1", "e1", None, None]
    assert speakers(corrected) == ["e1", "e1", None, "e1"]
    assert corrected.quotes[3].basis is SpeakerBasis.DECIDED
    row = build_frames([corrected]).quotes.iloc[3]
    assert (row["speaker"], row["basis"], row["why"]) == ("Ana Silva", "decided", "corrected by hand")


def test_statement_can_be_by_nobody_who_has_a_name() -> None:
    corrected = apply_decision(SPEECH, on(1))
    assert speakers(corrected) == ["e1", None, None, None]
    assert build_frames([corrected]).quotes["speaker"].iat[1] == "She"


def test_what_is_no_statement_is_gone() -> None:
    corrected = apply_decision(SPEECH, on(0, kept=False))
    assert len(corrected.quotes) == len(SPEECH.quotes) - 1
    assert SPEECH.quotes[0] not in corrected.quotes


@pytest.mark.parametrize(
    "decision",
    [
        on(0, speaker="Somebody", label="PERSON"),
        on(0, speaker="Ana Silva", label="ORG"),
        replace(on(0), article="another"),
        replace(on(0), end=1),
    ],
    ids=["nobody of the article", "of another kind", "another article", "no such statement"],
)
def test_decision_takes_hold_only_of_what_it_names(decision: StatementDecision) -> None:
    assert apply_decision(SPEECH, decision) is SPEECH
    assert numbers_touched([SPEECH], decision) == {}


@pytest.mark.parametrize("decision", [on(3, speaker="Ana Silva", label="PERSON"), on(1), on(0, kept=False)])
def test_corrected_analysis_is_whole(decision: StatementDecision) -> None:
    one = apply_decision(SPEECH, decision)
    assert open_workspace(save_workspace(Workspace((one,)))).analyses == (one,)


def test_speaker_can_be_the_one_of_his_name_who_was_set_apart() -> None:
    own = SPEECH.entities[0]
    both = replace(SPEECH, entities=(own, replace(own, id="e2", decided=Decided.APART)))
    assert speakers(apply_decision(both, on(3, speaker="Ana Silva", label="PERSON")))[3] == "e1"
    assert speakers(apply_decision(both, on(3, speaker="Ana Silva", label="PERSON", apart=True)))[3] == "e2"
