"""How right names are, and what each rule earns: `python -m benchmarks.names CORPUS.jsonl`.

A corpus holds one labelled text a line: {"id", "text", "ents": [{"s": start, "e": end, "label", "named"?}]}, with
OntoNotes' labels or PER and LOC. What is not `named` ("the minister") is left out. `benchmarks.name_scores` says how
spans are compared; all figures are per cent. A rule's gain is what is lost when it alone is switched off.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from benchmarks.name_scores import KINDS, NameScores, name
from nlp.pipeline import COMPONENTS, build_pipeline
from nlp.pipeline.spans import RULES, SpanCleaner
from nlp.pipeline.surface import analysable

_MEASURES = ("strict", "overlap")


def main() -> None:
    """Print each corpus's figures by kind, with and without the rules, then the gain of each rule in each corpus."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.names", description=__doc__.partition("\n")[0])
    parser.add_argument("corpora", nargs="+", type=Path, metavar="CORPUS.jsonl")
    parser.add_argument("--ignore", nargs="*", default=(), metavar="LABEL", help="labels that count neither way")
    parser.add_argument("--facilities", action="store_true", help="tell facilities from places")
    parser.add_argument("--no-ablation", action="store_true", help="leave the table of rules out")
    parser.add_argument("--json", type=Path, metavar="FILE", help="save the figures of the table of rules")
    options = parser.parse_args()
    kinds = KINDS if options.facilities else tuple(kind for kind in KINDS if kind != "FAC")
    pipeline = build_pipeline()
    gains: dict[str, dict[str, list[float]]] = {}
    for path in options.corpora:
        lines = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
        docs = [parsed(analysable(line["text"]), pipeline) for line in lines]
        whole = scores(lines, docs, SpanCleaner(), kinds, options.ignore)
        bare = scores(lines, docs, None, kinds, options.ignore)
        print_kinds(path.stem, len(lines), {"all rules": whole, "model alone": bare})
        lesser = {"all": bare}
        if not options.no_ablation:
            shouted = [parsed(line["text"], pipeline) for line in lines]
            lesser["recased capitals"] = scores(lines, shouted, SpanCleaner(), kinds, options.ignore)
            lesser |= {rule: scores(lines, docs, SpanCleaner([rule]), kinds, options.ignore) for rule in RULES}
        for rule, less in lesser.items():
            gain = [round(whole.core(m).f1 - less.core(m).f1, 2) for m in _MEASURES]
            gains.setdefault(rule, {})[path.stem] = gain
    print_gains(gains)
    if options.json:
        options.json.write_text(json.dumps(gains, indent=1) + "\n", "utf-8")


def parsed(text: str, pipeline: Language) -> Doc:
    """The text as the language model alone reads it."""
    with pipeline.select_pipes(disable=list(COMPONENTS)):
        return pipeline(text)


def scores(
    lines: Sequence[Mapping[str, Any]],
    docs: Sequence[Doc],
    cleaner: SpanCleaner | None,
    kinds: Collection[str],
    ignored: Collection[str],
) -> NameScores:
    """The scores of one corpus with a cleaner, or of the model alone; the documents are left as they were."""
    total = NameScores()
    for line, doc in zip(lines, docs, strict=True):
        text, model = line["text"], doc.ents
        found = (cleaner(doc) if cleaner else doc).ents
        ours = [name(text, ent.start_char, ent.end_char, ent.label_, kinds) for ent in found]
        doc.ents = model
        total.add(list(labels(line, kinds)), ours, ignored)
    return total


def labels(line: Mapping[str, Any], kinds: Collection[str]) -> Iterator[Any]:
    """The names that people labelled in one text."""
    for label in line["ents"]:
        if label.get("named", True):
            yield name(line["text"], label["s"], label["e"], label["label"], kinds)


def print_kinds(corpus: str, texts: int, variants: Mapping[str, NameScores]) -> None:
    """One table of a corpus: for each variant precision, recall and F1 by kind, and the core's."""
    print(f"{corpus}, {texts} texts\n{'':24}{'strict':^24}{'overlap':^24}")
    print(f"{'':24}" + f"{'P':>8}{'R':>8}{'F1':>8}" * 2)
    for variant, each in variants.items():
        present = [kind for kind in KINDS if kind in each.strict and each.strict[kind].labelled]
        for kind in ("core", *present):
            tallies = [each.core(m) if kind == "core" else getattr(each, m)[kind] for m in _MEASURES]
            figures = "".join(f"{t.precision:8.1f}{t.recall:8.1f}{t.f1:8.1f}" for t in tallies)
            print(f"{variant + ' ' + kind:24}{figures}")
    print(flush=True)


def print_gains(gains: Mapping[str, Mapping[str, Sequence[float]]]) -> None:
    """What each rule adds to the core's F1, strict/overlap, one column a corpus."""
    corpora = list(next(iter(gains.values())))
    print(f"{'gain, strict/overlap':28}" + "".join(f"{corpus[:14]:>15}" for corpus in corpora))
    for rule, by_corpus in gains.items():
        print(f"{rule:28}" + "".join(f"{f'{s:+.1f}/{o:+.1f}':>15}" for s, o in by_corpus.values()))


if __name__ == "__main__":
    main()
