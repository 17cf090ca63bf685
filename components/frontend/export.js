// The dialog's preview and its download. The picture is made here, in the reader's browser; only a PDF is set by the app.
const makers = {
  svg: (svg) => new Blob([svg], { type: "image/svg+xml" }),
  png: (svg, data) => picturePng(svg, data.picture, data.scale),
  pdf: async (svg, data) => (await fetched(data.pdf, {
    method: "POST", headers: { "content-type": "image/svg+xml" }, body: svg,
  })).blob(),
  html: async (svg, { picture, script, geometry }) => {
    const library = await (await fetched(script)).text();
    const shapes = geometry ? await (await fetched(geometry)).json() : null;
    return new Blob([pictureHtml(picture, library, shapes)], { type: "text/html" });
  },
};

export default function ({ data, parentElement }) {
  const sheet = parentElement.querySelector(".sheet");
  const save = parentElement.querySelector(".save");
  const state = parentElement.querySelector(".state");
  save.textContent = data.label;
  save.disabled = true;
  state.textContent = "Drawing …";
  const turn = (parentElement.turn = (parentElement.turn ?? 0) + 1);
  const drawn = load(data.script).then((plotly) => pictureSvg(plotly, data.picture));
  const failed = (error) => { state.textContent = `This could not be made: ${error.message}`; };
  drawn.then((svg) => {
    if (turn !== parentElement.turn) return; // something was changed meanwhile
    if (sheet.src) URL.revokeObjectURL(sheet.src);
    sheet.src = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
    sheet.alt = data.picture.title;
    save.disabled = false;
    state.textContent = "";
  }).catch(failed);
  save.onclick = async () => {
    save.disabled = true;
    state.textContent = "Making the file …";
    try {
      const blob = await makers[data.format](await drawn, data);
      keep(blob, data.filename);
      state.textContent = `Saved as ${data.filename}.`;
    } catch (error) {
      failed(error);
    }
    save.disabled = false;
  };
}
