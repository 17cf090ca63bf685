// A framed chart as a file: drawn off the screen by plotly.js, dressed with its words. Used by the page and by the command line.
const SVG = "http://www.w3.org/2000/svg";
const INCH = 0.0254;

// The figure as an SVG text: real text, a title and a description for those who do not see it.
async function pictureSvg(plotly, picture) {
  const { data, layout } = JSON.parse(picture.figure);
  placeGeometry(data, picture.geometry);
  const raw = await plotly.toImage(
    { data, layout, config: picture.config },
    { format: "svg", width: layout.width, height: layout.height, scale: picture.width / layout.width, imageDataOnly: true },
  );
  const svg = new DOMParser().parseFromString(raw, "image/svg+xml").documentElement;
  const words = ["title", "desc"].map((name) => {
    const element = svg.ownerDocument.createElementNS(SVG, name);
    element.id = `dateline-${name}`;
    element.textContent = name === "title" ? picture.title : picture.description;
    return element;
  });
  svg.prepend(...words);
  svg.setAttribute("width", picture.width);
  svg.setAttribute("height", picture.height);
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-labelledby", words.map((element) => element.id).join(" "));
  return new XMLSerializer().serializeToString(svg);
}

function placeGeometry(traces, geometry) {
  if (geometry) for (const trace of traces) if (typeof trace.geojson === "string") trace.geojson = geometry;
}

// The SVG in pixels, `scale` times its own size, with its words and its density inside.
async function picturePng(svg, picture, scale) {
  const image = new Image();
  const address = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  try {
    await new Promise((done, fail) => {
      image.onload = done;
      image.onerror = () => fail(new Error("The picture could not be drawn."));
      image.src = address;
    });
    const canvas = Object.assign(document.createElement("canvas"), {
      width: Math.round(picture.width * scale), height: Math.round(picture.height * scale),
    });
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise((done) => canvas.toBlob(done, "image/png"));
    return described(new Uint8Array(await blob.arrayBuffer()), picture, scale);
  } finally {
    URL.revokeObjectURL(address);
  }
}

// A PNG with chunks of text and density after its header (PNG specification, third edition, 11.3).
function described(png, picture, scale) {
  const header = 33; // signature and IHDR
  const metre = Math.round((picture.inch * scale) / INCH);
  const density = new Uint8Array(9);
  new DataView(density.buffer).setUint32(0, metre);
  new DataView(density.buffer).setUint32(4, metre);
  density[8] = 1;
  const text = (keyword, content) => chunk("iTXt", new TextEncoder().encode(`${keyword}\0\0\0\0\0${content}`));
  return new Blob([
    png.slice(0, header), chunk("pHYs", density), text("Title", picture.title),
    text("Description", picture.description), text("Software", picture.software), png.slice(header),
  ], { type: "image/png" });
}

function chunk(name, content) {
  const bytes = new Uint8Array(content.length + 12);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, content.length);
  bytes.set(new TextEncoder().encode(name), 4);
  bytes.set(content, 8);
  view.setUint32(content.length + 8, crc(bytes.subarray(4, content.length + 8)));
  return bytes;
}

function crc(bytes) {
  let value = ~0;
  for (const byte of bytes) {
    value ^= byte;
    for (let k = 0; k < 8; k++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  }
  return ~value >>> 0;
}

// The picture in the forms that it asks for, as text: SVG, a PNG in base64, and a page with `place` where the library belongs.
async function pictureMade(plotly, picture, geometry, scale, place) {
  const svg = await pictureSvg(plotly, { ...picture, geometry });
  const made = { svg, png: "", html: "" };
  if (picture.forms.includes("png")) {
    const bytes = new Uint8Array(await (await picturePng(svg, picture, scale)).arrayBuffer());
    made.png = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
  }
  if (picture.forms.includes("html")) made.html = pictureHtml(picture, place, picture.shapes ? geometry : null);
  return made;
}

// A page that needs nothing else: the library, the shapes and the figure are inside, and its policy lets it ask nobody.
function pictureHtml(picture, library, geometry) {
  const json = (value) => JSON.stringify(value).replace(/</g, "\\u003c").replace(/[\u2028\u2029]/g, "");
  const text = (value) => value.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/"/g, "&quot;");
  const policy = "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data: blob:; connect-src data:";
  const { layout } = JSON.parse(picture.figure);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="${text(picture.software)}">
<meta name="description" content="${text(picture.description)}">
<title>${text(picture.title)}</title>
<style>
html, body { margin: 0; background: ${layout.paper_bgcolor}; }
figure { margin: 0 auto; transform-origin: 0 0; width: ${layout.width}px; height: ${layout.height}px; }
figcaption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
</style>
</head>
<body>
<figure><div id="chart" role="img" aria-label="${text(picture.title)}"></div><figcaption>${text(picture.description)}</figcaption></figure>
<script>${library.replace(/<\/script/gi, "<\\/script")}<\/script>
<script>
const figure = ${json(JSON.parse(picture.figure))}, geometry = ${json(geometry ?? null)};
if (geometry) for (const trace of figure.data) if (typeof trace.geojson === "string") trace.geojson = geometry;
const sheet = document.querySelector("figure");
const fit = () => {
  const scale = Math.max(0.5, Math.min(innerWidth / ${layout.width}, innerHeight / ${layout.height}));
  sheet.style.transform = \`translate(\${Math.max(0, (innerWidth - ${layout.width} * scale) / 2)}px) scale(\${scale})\`;
  sheet.style.marginLeft = 0;
};
fit();
addEventListener("resize", fit);
Plotly.newPlot("chart", figure.data, figure.layout, ${json({ ...picture.config, displayModeBar: false })});
<\/script>
</body>
</html>
`;
}
