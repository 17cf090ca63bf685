// One Plotly chart, drawn by the plotly.js that comes with the Python package and is served by this app.
// A changed figure is redrawn in place, so the chart keeps its size, and a click is handed to Python once.
const STEP = 80; // pixels: a chart that is laid out in Python is laid out anew when its width changes by so much

const zoomMap = (plotly, node, factor) => {
  const scale = node._fullLayout.geo.projection.scale * factor;
  plotly.relayout(node, { "geo.projection.scale": Math.max(0.3, Math.min(scale, 40)) });
};

export default function ({ data, parentElement, setStateValue, setTriggerValue }) {
  const node = parentElement.querySelector(".plot");
  const wait = parentElement.querySelector(".wait");
  const zoom = parentElement.querySelector(".zoom");
  node.setAttribute("aria-label", data.alt);
  node.style.height = `${data.height}px`;
  parentElement.querySelector(".tools").style.top = `-${data.above}`;
  zoom.classList.toggle("on", data.map);

  node.tell = () => {
    const width = Math.floor(node.clientWidth / STEP) * STEP;
    if (data.width !== null && width > 0 && width !== data.width) setStateValue("width", width);
  };

  const actions = {
    in: (plotly) => zoomMap(plotly, node, 1.6),
    out: (plotly) => zoomMap(plotly, node, 1 / 1.6),
    reset: async (plotly) => {
      const { data: traces, layout } = JSON.parse(data.figure);
      await plotly.react(node, traces, { ...settled(layout, node.clientWidth), uirevision: String(Math.random()) }, data.config);
      if (layout.geo) approach(plotly, node);
      delete node.dataset.lit;
      light(plotly, node, data.lit);
    },
    export: () => setTriggerValue("export", { moved: moved(node, JSON.parse(data.figure).layout) }),
  };
  parentElement.querySelector(".tools").onclick = (event) => {
    const action = actions[event.target.dataset.do];
    if (action) load(data.script).then(action);
  };

  if (node.dataset.version === data.version) {
    if (node.data) load(data.script).then((plotly) => light(plotly, node, data.lit));
    return;
  }
  node.dataset.version = data.version;
  load(data.script).then(async (plotly) => {
    const figure = JSON.parse(data.figure);
    const layout = stayed(node, settled(figure.layout, node.clientWidth));
    node.dataset.fit = fitted(layout, node.clientWidth)?.width; // the first word of the observer then undoes no early zoom
    const near = nearness(node, layout, layout.geo?.projection.scale);
    for (const trace of figure.data) if (trace.meta?.near) trace.visible = near >= trace.meta.near;
    await plotly.react(node, figure.data, layout, data.config);
    wait.hidden = true;
    light(plotly, node, data.lit);
    node.removeAllListeners?.("plotly_click");
    node.on("plotly_click", (event) => {
      const point = event.points.find((p) => p.customdata !== undefined && p.customdata !== null);
      if (point) setTriggerValue("clicked", [].concat(point.customdata).map(String));
    });
    node.removeAllListeners?.("plotly_relayout");
    if (layout.geo) node.on("plotly_relayout", () => approach(plotly, node));
    if (!node.observer) {
      node.observer = new ResizeObserver(() => node.clientWidth && resize(plotly, node).then(node.tell));
      node.observer.observe(node);
    }
  }).catch(() => { wait.textContent = "The chart could not be drawn: its library did not load. Reload the page."; });
}

// Let the marks with these keys stand out; `null` lets all of them.
function light(plotly, node, lit) {
  const stamp = JSON.stringify(lit) + node.dataset.version;
  if (node.dataset.lit === stamp) return;
  node.dataset.lit = stamp;
  const keys = lit && new Set(lit);
  const whole = node.data.flatMap((trace, i) => (trace.meta?.whole ? [i] : []));
  if (whole.length) {
    const strength = whole.map((i) => (!keys?.size || keys.has(node.data[i].meta.whole) ? 1 : 0.2));
    plotly.restyle(node, { opacity: strength }, whole);
  }
  const chosen = node.data.map((trace) => {
    const found = (trace.customdata ?? []).flatMap((key, i) => (keys?.has(String([].concat(key)[0])) ? [i] : []));
    return keys?.size && trace.customdata ? found : null;
  });
  plotly.restyle(node, { selectedpoints: chosen });
}

// The layout as it is drawn: what stands out is decided by Python, for all charts alike, and a map fits its width.
function settled(layout, width) {
  layout.uirevision ??= "keep";
  layout.clickmode = "event";
  const fit = fitted(layout, width);
  if (fit) {
    layout.geo.lonaxis.range = fit.lon;
    layout.geo.lataxis.range = fit.lat;
    layout.geo.projection.scale = fit.scale;
  }
  return layout;
}

// A map that is drawn anew stays where the reader has moved it, as long as Python fits it to the same part of the world.
function stayed(node, layout) {
  const part = layout.geo && JSON.stringify([layout.geo.center, layout.meta]);
  const now = node.dataset.part === part ? node._fullLayout?.geo : undefined;
  node.dataset.part = part;
  if (!now) return layout;
  const { scale, rotation } = now.projection;
  layout.geo.center = { ...now.center };
  layout.geo.projection = { ...layout.geo.projection, scale, rotation: { ...rotation } };
  return layout;
}

// Where the reader has moved a chart: a map relative to its fit, other charts by their axes; null at the first view.
function moved(node, first) {
  const now = node._fullLayout;
  const differ = (one, other) => Math.abs(one - other) > 0.01 * Math.max(1, Math.abs(other));
  if (now.geo) {
    const zoom = now.geo.projection.scale / (fitted(node.layout, node.clientWidth) ?? first.geo.projection).scale;
    const { lon, lat } = now.geo.center;
    const same = !differ(zoom, 1) && !differ(lon, first.geo.center.lon) && !differ(lat, first.geo.center.lat);
    return same ? null : { zoom, lon, lat, turn: now.geo.projection.rotation.lon };
  }
  const ranges = { x: now.xaxis.range, y: now.yaxis.range };
  const stays = ({ range, _rangeInitial0: start = range[0], _rangeInitial1: end = range[1] }) => range[0] === start && range[1] === end;
  return stays(now.xaxis) && stays(now.yaxis) ? null : ranges;
}

// How near a map is, in pixels per unit of its projection: `scale` is relative to the fit.
function nearness(node, layout, scale) {
  const fit = fitted(layout, node.clientWidth);
  return fit ? (fit.pixels * scale) / fit.scale : 0;
}

// What is drawn from near only comes and goes with the zoom.
function approach(plotly, node) {
  const near = nearness(node, node.layout, node._fullLayout.geo.projection.scale);
  const changed = node.data.flatMap((trace, i) => (trace.meta?.near && trace.visible !== near >= trace.meta.near ? [i] : []));
  if (changed.length) plotly.restyle(node, { visible: changed.map((i) => near >= node.data[i].meta.near) }, changed);
}

// Python fitted the map to several widths: the first that is not narrower.
function fitted(layout, width) {
  const fits = layout.meta?.fits ?? [];
  return fits.find((fit) => fit.width >= width) ?? fits.at(-1);
}

async function resize(plotly, node) {
  await plotly.Plots.resize(node);
  const fit = fitted(node.layout, node.clientWidth);
  if (!fit || node.dataset.fit === String(fit.width)) return;
  const before = node.layout.meta.fits.find((other) => String(other.width) === node.dataset.fit);
  const zoomed = before ? node._fullLayout.geo.projection.scale / before.scale : 1;
  node.dataset.fit = String(fit.width);
  plotly.relayout(node, {
    "geo.lonaxis.range": fit.lon, "geo.lataxis.range": fit.lat, "geo.projection.scale": fit.scale * zoomed,
  });
}
