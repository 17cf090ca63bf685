"""A workspace's charts as files, without a page: python -m components.write_figures DIR < workspace.json.

`python -m nlp --figures` hands its analyses to this program, since `nlp` itself knows no chart.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from components.captions import Shown, picture_name
from components.charts import Chart, Drawing, all_charts
from components.chromium import draw_pictures
from components.figures.framing import PRESETS, preset_of
from components.pictures import PNG_SCALE, picture
from components.report_pictures import for_report, in_report
from nlp.corrections import apply_corrections
from nlp.disputes import DisputePolicy, has_choice
from nlp.errors import DatelineError
from nlp.frames import Frames, build_frames
from nlp.selection import Selection
from nlp.store import ChartExport, Workspace, open_workspace
from nlp.temporal.explanations import explain_time

_GEOMETRY = Path(__file__).parent.parent / "static" / "countries.geojson"


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the charts; 0 is well, 1 something was refused, 2 wrong usage."""
    options = _parse(arguments)
    try:
        workspace = open_workspace(sys.stdin.buffer.read())
        write_charts(shown_of(workspace), options, workspace.charts)
    except DatelineError as error:
        return _refuse(str(error))
    except OSError as error:
        return _refuse(f"{options.folder}: The charts cannot be written: {error.strerror or error}.")
    return 0


def shown_of(workspace: Workspace) -> Shown:
    """What the page would show of this workspace at first: its ticked articles."""
    corrected = apply_corrections(workspace.analyses, workspace.corrections)
    separately = workspace.disputes is DisputePolicy.SEPARATE and has_choice(corrected)
    everything = build_frames(workspace.counted, explain_time)
    ticked = tuple(a.article.id for a in workspace.analyses if a.article.id in workspace.ticked)
    return Shown(Selection(articles=ticked).apply(everything), everything, separately=separately)


def charts_of(shown: Shown) -> list[tuple[str, Chart]]:
    """Each chart with its file's name, which holds the last day of publication."""
    return [(_name(chart, shown.frames), chart) for chart in all_charts(shown, Drawing(lines=True))]


def write_charts(shown: Shown, options: argparse.Namespace, chosen: ChartExport) -> None:
    """Write PNG, SVG, PDF and HTML of each chart, and those of a report where they are asked for.

    Sizes and words are those of the workspace (`chosen`) where `options` say nothing else.

    Raises:
        nlp.errors.DatelineError: there is no Chromium, or it does not draw.
        OSError: a file cannot be written.
    """
    charts = charts_of(shown)
    preset, dark = preset_of(options.size or chosen.preset), chosen.dark if options.dark is None else options.dark
    words, credit = dict(chosen.words), options.credit or chosen.credit
    pictures = [picture(chart, chart.written(words, credit=credit), preset, dark=dark) for _, chart in charts]
    reported = [chart for _, chart in charts if chart.shows] if options.report_pictures else []
    geometry = json.loads(_GEOMETRY.read_text("utf-8"))
    everything = [*pictures, *(for_report(chart, words) for chart in reported)]
    drawn = draw_pictures(everything, geometry, scale=PNG_SCALE)
    options.folder.mkdir(parents=True, exist_ok=True)
    for (name, _), made in zip(charts, drawn, strict=False):
        for file_name, content in made.files(name):
            (options.folder / file_name).write_bytes(content)
    for chart, made in zip(reported, drawn[len(charts) :], strict=True):
        name, (svg, alternative) = in_report(chart, words, made.svg)
        (options.report_pictures / f"{name}.svg").write_bytes(svg)
        (options.report_pictures / f"{name}.txt").write_text(alternative, "utf-8")


def _name(chart: Chart, frames: Frames) -> str:
    last = frames.articles["published"].max()
    return picture_name(chart.name, last.date() if last == last else None)


def _parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m components.write_figures", description=__doc__)
    parser.add_argument("folder", type=Path, metavar="DIR", help="where the files go; made if it is not there")
    parser.add_argument("--size", choices=list(PRESETS), help="default: the workspace's, else slide")
    parser.add_argument(
        "--dark", action=argparse.BooleanOptionalAction, help="on a dark ground; default: the workspace's, else not"
    )
    parser.add_argument("--credit", default="", metavar="WORDS", help="whose work it is")
    parser.add_argument("--report-pictures", type=Path, metavar="DIR", help="those of a report, with their words")
    return parser.parse_args(arguments)


def _refuse(reason: str) -> int:
    sys.stderr.write(reason + "\n")
    return 1


if __name__ == "__main__":
    sys.exit(main())
