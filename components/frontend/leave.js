// Files that hold charts: the app says which, this browser draws them, the app puts the file together, the reader keeps it.
const drawAll = async (data, file) => {
  const { pictures, scale, place, path } = await (await fetched(`${data.path}/${file}`)).json();
  const plotly = await load(data.script);
  const geometry = pictures.some((picture) => picture.shapes) ? await (await fetched(data.geometry)).json() : null;
  const made = [];
  for (const picture of pictures) made.push(await pictureMade(plotly, picture, geometry, scale, place));
  return { made, path };
};

// What each group of buttons does or did last: the menu may be closed and opened again meanwhile.
const jobs = new Map();

export default function ({ data, parentElement }) {
  const list = parentElement.querySelector(".leave");
  const state = parentElement.querySelector(".leave-state");
  const job = jobs.get(data.group) ?? { words: "", busy: false };
  jobs.set(data.group, job);
  job.offer = data;
  const show = () => {
    state.textContent = job.words;
    for (const button of list.children) button.setAttribute("aria-disabled", job.busy);
  };
  job.show = show;

  const say = (words, busy) => {
    Object.assign(job, { words, busy });
    job.show();
  };
  const take = async ({ name }) => {
    if (job.busy) return;
    say("Drawing the charts …", true);
    try {
      const { made, path } = await drawAll(job.offer, name);
      say("Making the file …", true);
      const answer = await fetched(path, {
        method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(made),
      });
      keep(await answer.blob(), name);
      say(`Saved as ${name}.`, false);
    } catch (error) {
      say(`This could not be made: ${error.message}`, false);
    }
  };
  list.setAttribute("aria-label", data.group);
  const labels = data.files.map((file) => file.label).join();
  if (list.labels !== labels) {
    list.labels = labels;
    list.replaceChildren(...data.files.map((file) => Object.assign(document.createElement("button"), {
      type: "button", textContent: file.label, onclick: () => take(file),
    })));
  }
  show();
}
