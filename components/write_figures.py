"""A workspace's charts as files, without a page: python -m components.write_figures DIR < workspace.json.

`python -m nlp --figures` hands its analyses to this program, since `nlp` itself knows no chart.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from components.captions import Shown, picture_name
from components.charts import Chart, entities_chart, map_chart, network_chart, timeline_chart
from components.chromium import draw_pictures
from components.figures.framing import PRESETS
from components.pdf import svg_to_pdf
from components.pictures import picture
from nlp.disputes import DisputePolicy, apply_policy, has_choice
from nlp.errors import DatelineError
from nlp.frames import Frames, build_frames
from nlp.selection import Selection
from nlp.store import Workspace, open_workspace
from nlp.temporal.explanations import explain_time

_GEOMETRY = Path(__file__).parent.parent / "static" / "countries.geojson"
_PNG_SCALE = 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the charts; 0 is well, 1 something was refused, 2 wrong usage."""
    options = _parse(arguments)
    try:
        workspace = open_workspace(sys.stdin.buffer.read())
        write_charts(charts_of(shown_of(workspace)), options)
    except DatelineError as error:
        return _refuse(str(error))
    except OSError as error:
        return _refuse(f"{options.folder}: The charts cannot be written: {error.strerror or error}.")
    return 0


def shown_of(workspace: Workspace) -> Shown:
    """What the page would show of this workspace at first: its ticked articles."""
    separately = workspace.disputes is DisputePolicy.SEPARATE and has_choice(workspace.analyses)
    everything = build_frames([apply_policy(each, workspace.disputes) for each in workspace.analyses], explain_time)
    ticked = tuple(a.article.id for a in workspace.analyses if a.article.id in workspace.ticked)
    return Shown(Selection(articles=ticked).apply(everything), everything, separately=separately)


def charts_of(shown: Shown) -> list[tuple[str, Chart]]:
    """Each chart with its file's name, which holds the last day of publication."""
    charts = (map_chart(shown, lines=True), timeline_chart(shown), entities_chart(shown), network_chart(shown))
    return [(_name(chart, shown.frames), chart) for chart in charts]


def write_charts(charts: Sequence[tuple[str, Chart]], options: argparse.Namespace) -> None:
    """Write PNG, SVG, PDF and HTML of each chart.

    Raises:
        nlp.errors.DatelineError: there is no Chromium, or it does not draw.
        OSError: a file cannot be written.
    """
    preset = PRESETS[options.size]
    captions = [replace(chart.caption, credit=options.credit) for _, chart in charts]
    pictures = [
        picture(chart, caption, preset, dark=options.dark) for (_, chart), caption in zip(charts, captions, strict=True)
    ]
    geometry = json.loads(_GEOMETRY.read_text("utf-8"))
    options.folder.mkdir(parents=True, exist_ok=True)
    for (name, _), drawn in zip(charts, draw_pictures(pictures, geometry, scale=_PNG_SCALE), strict=True):
        file = options.folder / name
        file.with_suffix(".svg").write_text(drawn.svg, "utf-8")
        file.with_suffix(".png").write_bytes(drawn.png)
        file.with_suffix(".html").write_text(drawn.html, "utf-8")
        file.with_suffix(".pdf").write_bytes(svg_to_pdf(drawn.svg))


def _name(chart: Chart, frames: Frames) -> str:
    last = frames.articles["published"].max()
    return picture_name(chart.name, last.date() if last == last else None)


def _parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m components.write_figures", description=__doc__)
    parser.add_argument("folder", type=Path, metavar="DIR", help="where the files go; made if it is not there")
    parser.add_argument("--size", choices=list(PRESETS), default="slide", help="default: slide")
    parser.add_argument("--dark", action="store_true", help="on a dark ground")
    parser.add_argument("--credit", default="", metavar="WORDS", help="whose work it is")
    return parser.parse_args(arguments)


def _refuse(reason: str) -> int:
    sys.stderr.write(reason + "\n")
    return 1


if __name__ == "__main__":
    sys.exit(main())
