"""How right the time expressions are: `python -m benchmarks.times CORPUS.jsonl`.

A corpus holds one labelled article a line: {"id", "text", "dct": day of publication or null, "timexes": [{"start",
"end", "text", "type", "value", "is_dct"?}]}. An expression with `is_dct` states the day of publication and counts
neither way. `benchmarks.time_scores` says what the figures mean; all are per cent.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks.time_kinds import KINDS
from benchmarks.time_pairs import Expression, overlap
from benchmarks.time_scores import Scores, Tally
from nlp.analyze import Failure, analyze_many
from nlp.model import Article
from nlp.readers.articles import build_article
from nlp.readers.material import Material

_ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_MEASURES = ("strict", "relaxed", "value", "date")


def main() -> None:
    """Print the measures of each corpus, then those of all together, then of each kind of expression."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.times", description=__doc__.partition("\n")[0])
    parser.add_argument("corpora", nargs="+", type=Path, metavar="CORPUS.jsonl")
    parser.add_argument("--workers", type=int, default=1, help="processes that analyse")
    parser.add_argument(
        "--errors", type=int, default=0, metavar="N", help="list the N most frequent faults of each sort"
    )
    parser.add_argument("--json", type=Path, metavar="FILE", help="save the figures")
    options = parser.parse_args()
    total = Scores()
    saved: dict[str, Any] = {}
    print(f"{'F1':30} {'articles':>8} " + " ".join(f"{name:>7}" for name in _MEASURES))
    for path in options.corpora:
        scores = Scores()
        lines = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
        for labelled, found, told in readings(lines, options.workers):
            scores.add(labelled, found, told)
            total.add(labelled, found, told)
        print_measures(path.stem, len(lines), scores)
        saved[path.stem] = figures(scores)
        if len(options.corpora) > 1:
            print_kinds(scores)
    print_measures("all", None, total)
    print_kinds(total)
    for name, faults in (("missed", total.missed), ("spurious", total.spurious), ("wrong value", total.wrong)):
        if options.errors:
            print(f"\n{name}: {faults.total():,}")
            for line, number in faults.most_common(options.errors):
                print(f"{number:5}  {line}")
    if options.json:
        options.json.write_text(json.dumps(saved | {"all": figures(total)}, indent=1) + "\n", "utf-8")


def readings(
    lines: Sequence[Mapping[str, Any]], workers: int = 1
) -> Iterator[tuple[list[Expression], list[Expression], str]]:
    """Analyse labelled articles: of each its labelled expressions, ours, and the day of publication as " (1998-02-06)".

    Expressions that state the day of publication are left out, with whatever of ours overlaps them. An article that the
    analysis fails on counts as one in which nothing was found.
    """
    articles = (article(line) for line in lines)
    for line, analysis in zip(lines, analyze_many(articles, workers=workers), strict=True):
        if isinstance(analysis, Failure):
            print(f"{line['id']} could not be analysed: {analysis.reason}")
        times = () if isinstance(analysis, Failure) else analysis.times
        labelled = [(expression(label), bool(label.get("is_dct"))) for label in line["timexes"]]
        skipped = [one for one, is_dct in labelled if is_dct]
        found = [Expression(t.start, t.end, t.text, t.type, t.value) for t in times]
        yield (
            [one for one, is_dct in labelled if not is_dct],
            [one for one in found if not any(overlap(one, other) for other in skipped)],
            f" ({str(line.get('dct'))[:10]})",
        )


def article(line: Mapping[str, Any]) -> Article:
    """The article of a corpus's line, read as the command line reads one."""
    day = str(line.get("dct") or "")[:10]
    return build_article(Material(line["text"], id=str(line["id"]), published=day if _ISO_DAY.fullmatch(day) else None))


def expression(label: Mapping[str, Any]) -> Expression:
    """A labelled expression; one without a value has the empty value, which no value of ours equals."""
    return Expression(label["start"], label["end"], label["text"], label["type"], label.get("value") or "")


def print_measures(name: str, articles: int | None, scores: Scores) -> None:
    """One line of the table of corpora."""
    f1 = " ".join(f"{getattr(scores, measure).f1:7.1f}" for measure in _MEASURES)
    print(f"{name[:30]:30} {'' if articles is None else articles:>8} {f1}", flush=True)


def print_kinds(scores: Scores) -> None:
    """The table by kind of expression: all with a right value, then the dates among them with the right days."""
    print(f"\n{'':36}{'any value':^32} {'dates, by their days':^32}")
    print(f"{'kind':36}" + f"{'labelled':>8} {'P':>7} {'R':>7} {'F1':>7} " * 2)
    for kind in KINDS:
        tallies = [by_kind.get(kind, Tally()) for by_kind in (scores.values, scores.dates)]
        if any(tally.labelled or tally.found for tally in tallies):
            print(f"{kind[:35]:36}" + "".join(map(_columns, tallies)))
    print(f"{'all':36}{_columns(scores.value)}{_columns(scores.date)}\n")


def _columns(tally: Tally) -> str:
    """How many are labelled, precision, recall and F1; `-` for a share of nothing."""
    labelled = f"{tally.labelled:8,}" if tally.labelled else f"{'-':>8}"
    precision = f"{tally.precision:7.1f}" if tally.found else f"{'-':>7}"
    recall, f1 = (f"{x:7.1f}" if tally.labelled else f"{'-':>7}" for x in (tally.recall, tally.f1))
    return f"{labelled} {precision} {recall} {f1} "


def figures(scores: Scores) -> dict[str, Any]:
    """What `--json` saves: the measures, and the two tables by kind, with the counts behind them."""
    return {
        **{measure: _figure(getattr(scores, measure)) for measure in _MEASURES},
        "values": {kind: _figure(tally) for kind, tally in scores.values.items()},
        "dates": {kind: _figure(tally) for kind, tally in scores.dates.items()},
    }


def _figure(tally: Tally) -> dict[str, float]:
    return {
        "labelled": tally.labelled, "found": tally.found, "recalled": tally.recalled, "right": tally.right,
        "precision": round(tally.precision, 2), "recall": round(tally.recall, 2), "f1": round(tally.f1, 2),
    }  # fmt: skip


if __name__ == "__main__":
    main()
