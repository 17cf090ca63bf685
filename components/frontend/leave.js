// Files that hold charts: the app says which, this browser draws them, the app puts the file together, the reader keeps it.
const drawAll = async (data, file) => {
  const { pictures, scale, place } = await (await fetched(`${data.path}/${file}`)).json();
  const plotly = await load(data.script);
  const geometry = pictures.some((picture) => picture.shapes) ? await (await fetched(data.geometry)).json() : null;
  const made = [];
  for (const picture of pictures) made.push(await pictureMade(plotly, picture, geometry, scale, place));
  return made;
};

export default function ({ data, parentElement }) {
  const list = parentElement.querySelector(".leave");
  const state = parentElement.querySelector(".leave-state");
  const take = async ({ name }) => {
    const buttons = [...list.children];
    buttons.forEach((button) => { button.disabled = true; });
    try {
      state.textContent = "Drawing the charts …";
      const made = await drawAll(list.offer, name);
      state.textContent = "Making the file …";
      const answer = await fetched(`${list.offer.path}/${name}`, {
        method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(made),
      });
      keep(await answer.blob(), name);
      state.textContent = `Saved as ${name}.`;
    } catch (error) {
      state.textContent = `This could not be made: ${error.message}`;
    }
    buttons.forEach((button) => { button.disabled = false; });
  };
  list.offer = data;
  const labels = data.files.map((file) => file.label).join();
  if (list.labels === labels) return; // drawn again with the page: what runs goes on
  list.labels = labels;
  list.replaceChildren(...data.files.map((file) => Object.assign(document.createElement("button"), {
    type: "button", textContent: file.label, onclick: () => take(file),
  })));
}
