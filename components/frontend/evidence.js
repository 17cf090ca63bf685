// The sentences behind a choice, with the words that count set off. Text goes through textContent only.
export default function ({ data, parentElement, setTriggerValue }) {
  const list = parentElement.querySelector(".evidence");
  if (list.dataset.version !== data.version) {
    list.dataset.version = data.version;
    list.replaceChildren(...data.rows.map((row) => line(row, data.titles)));
    list.scrollTop = 0;
  }
  for (const item of list.children) item.classList.toggle("on", item.dataset.key === data.chosen);
  const pick = (target) => {
    const item = target.closest?.("li");
    if (item) setTriggerValue("clicked", item.dataset.key);
  };
  list.onclick = (event) => pick(event.target);
  list.onkeydown = (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    pick(event.target);
  };
}

function line(row, titles) {
  const item = document.createElement("li");
  item.dataset.key = row.key;
  item.tabIndex = 0;
  if (titles) {
    const title = document.createElement("span");
    title.className = "title";
    title.textContent = row.title;
    item.append(title);
  }
  const points = Array.from(row.text);
  let at = 0;
  for (const { start, end, why } of row.spans) {
    if (start < at) continue;
    const word = document.createElement("b");
    word.textContent = points.slice(start, end).join("");
    word.title = why;
    item.append(points.slice(at, start).join(""), word);
    at = end;
  }
  item.append(points.slice(at).join(""));
  return item;
}
