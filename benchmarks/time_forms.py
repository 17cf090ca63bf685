"""How many forms of other projects' tests are read: `python -m benchmarks.time_forms SUITE.jsonl --prose NEWS.jsonl`.

Only forms that news prose shows count. A case's expression is reduced to its skeleton (`benchmarks.skeletons`); it is a
form of news where that skeleton occurs at least twice in the prose that `--prose` names. Names of months, weekdays and
feasts are read with capitals. For these forms it prints how many overlap an expression of ours that "resolves" (it has
days, is a duration or a set with a value, or a reference such as "now"), how many of these only "refer", and, where the
suite states a date, how many "agree" on the day. The suites mean some expressions otherwise than news does ("Friday" as
the coming one), so that not all of them should. Of the texts in which a suite expects nothing it prints in how many
nothing, and no day, was found.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from benchmarks.form_outcomes import Find, Outcome, form_of, judge
from benchmarks.skeletons import count_forms, tells_time
from benchmarks.suites import read_suite
from nlp.temporal.finder import find_times_in_text


def main() -> None:
    """Print one line a suite, and what failed."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.time_forms", description=__doc__.partition("\n")[0])
    parser.add_argument("suites", nargs="+", type=Path, metavar="SUITE.jsonl")
    parser.add_argument("--prose", nargs="+", type=Path, required=True, help="JSON Lines of news with a text each")
    parser.add_argument("--least", type=int, default=2, help="occurrences in the prose that make a form one of news")
    parser.add_argument("--model", action="store_true", help="read with the language model's tags")
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="list the N most frequent failing forms")
    options = parser.parse_args()
    suites = {path.stem: read_suite(path) for path in options.suites}
    forms = {form for cases in suites.values() for form in map(form_of, cases) if tells_time(form)}
    prose = count_forms(forms, texts_of(options.prose))
    find = find_with_model() if options.model else find_times_in_text
    print(f"{len(forms):,} forms, {sum(prose[form] >= options.least for form in forms):,} of them in the prose\n")
    outcomes = {name: [judge(case, find) for case in cases] for name, cases in suites.items()}
    every = [outcome for suite in outcomes.values() for outcome in suite]
    print(f"{'suite':16} {'cases':>6} {'news forms':>11} {'resolve':>14} {'refer':>6} {'agree':>14} of those compared")
    for name, suite in (outcomes | {"all": every}).items():
        news = [outcome for outcome in suite if prose[outcome.form] >= options.least]
        print_suite(name, sum(outcome.form != "" for outcome in suite), news)
    print(f"\n{'none expected':16} {'cases':>6} {'no expression':>16} {'no day':>16}")
    for name, suite in (outcomes | {"all": every}).items():
        print_silent(name, [outcome for outcome in suite if not outcome.form])
    if options.errors:
        news = [outcome for outcome in every if prose[outcome.form] >= options.least]
        failed = [outcome for outcome in news if not outcome.resolves]
        differ = [outcome for outcome in news if outcome.resolves and outcome.agrees is False]
        print_groups("Forms that do not resolve", failed, prose, options.errors)
        print_groups("Forms that resolve to other days", differ, prose, options.errors)
        print("\nExpressions where none is expected")
        for outcome in [outcome for outcome in every if not outcome.form and outcome.ours][: options.errors]:
            print(f"  {outcome.case.text!r}: {_ours(outcome)}")


def texts_of(paths: Iterable[Path]) -> Iterator[str]:
    """The `text` of every line of the files."""
    for path in paths:
        with path.open(encoding="utf-8") as lines:
            yield from (json.loads(line)["text"] for line in lines if line.strip())


def find_with_model() -> Find:
    """Finding through the whole analysis, with the language model's tags."""
    from nlp.analyze import analyze
    from nlp.model import Article
    from nlp.pipeline import build_pipeline

    pipeline = build_pipeline()
    return lambda text, day: analyze(Article("case", text, published=day), pipeline).times


def print_suite(name: str, cases: int, news: Sequence[Outcome]) -> None:
    """One line of the first table: how many cases expect an expression, and what became of the forms of news."""
    resolve, refer = (sum(getattr(outcome, what) for outcome in news) for what in ("resolves", "refers"))
    compared = [outcome.agrees for outcome in news if outcome.agrees is not None]
    agreeing = f"{_part(sum(compared), len(compared)):>14} of {len(compared):,}"
    print(f"{name[:16]:16} {cases:6,} {len(news):11,} {_part(resolve, len(news)):>14} {refer:6,} {agreeing}")


def print_silent(name: str, silent: Sequence[Outcome]) -> None:
    """One line of the second table: in how many texts that should hold nothing we find nothing, or no day."""
    nothing = sum(not outcome.ours for outcome in silent)
    no_day = sum(not any(one.first_day or one.last_day for one in outcome.ours) for outcome in silent)
    print(f"{name[:16]:16} {len(silent):6,} {_part(nothing, len(silent)):>16} {_part(no_day, len(silent)):>16}")


def print_groups(title: str, outcomes: Sequence[Outcome], prose: Counter[str], most: int) -> None:
    """The most frequent forms: how many cases have it, how often the prose does, the form, and two examples."""
    groups: dict[str, list[Outcome]] = defaultdict(list)
    for outcome in outcomes:
        groups[outcome.form].append(outcome)
    print(f"\n{title}: {len(outcomes):,} cases of {len(groups):,} forms (cases, occurrences in the prose, form)")
    for form, members in sorted(groups.items(), key=lambda item: (-len(item[1]), -prose[item[0]], item[0]))[:most]:
        print(f"{len(members):4} {prose[form]:6,}  {form}")
        for outcome in members[:2]:
            case = outcome.case
            meant = " or ".join(f"{one.first}..{one.last}" for one in case.stated) or "not stated"
            words = f"{case.text[case.start : case.end]!r} in {case.text!r} ({case.day})"
            print(f"             {words}: {meant}; ours {_ours(outcome)}")


def _ours(outcome: Outcome) -> str:
    return "; ".join(f"{o.text} = {o.value} [{o.first_day}..{o.last_day}]" for o in outcome.ours) or "nothing"


def _part(some: int, all_: int) -> str:
    return f"{some:,} ({100 * some / all_:.1f} %)" if all_ else "-"


if __name__ == "__main__":
    main()
