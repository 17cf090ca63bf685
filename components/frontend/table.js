// A real table: rows can be clicked and reached by keyboard, columns sorted. Text goes through textContent only.
export default function ({ data, parentElement, setTriggerValue }) {
  const scroll = parentElement.querySelector(".scroll");
  const table = parentElement.querySelector("table");
  const empty = parentElement.querySelector(".empty");
  scroll.style.maxHeight = data.height ? `${data.height}px` : "";
  table.hidden = !data.rows.length;
  empty.hidden = !table.hidden;
  empty.textContent = data.empty;
  table.setAttribute("aria-label", data.alt);
  if (table.dataset.version !== data.version) {
    table.dataset.version = data.version;
    draw(table, data, null);
  }
  for (const row of table.tBodies[0].rows) row.classList.toggle("on", row.dataset.key === data.chosen);
  const pick = (target) => {
    const row = target.closest?.("tbody tr");
    if (row) setTriggerValue("clicked", row.dataset.key);
  };
  table.onclick = (event) => {
    const heading = event.target.closest("th button");
    if (heading) sort(table, data, Number(heading.dataset.column));
    else pick(event.target);
  };
  table.onkeydown = (event) => {
    if ((event.key !== "Enter" && event.key !== " ") || event.target.tagName !== "TR") return;
    event.preventDefault();
    pick(event.target);
  };
}

function sort(table, data, column) {
  const now = table.dataset.sort === `${column}+` ? `${column}-` : `${column}+`;
  table.dataset.sort = now;
  const sign = now.endsWith("+") ? 1 : -1;
  const value = (row) => row.cells[column].sort ?? row.cells[column].text ?? "";
  const rows = [...data.rows].sort((a, b) => {
    const [x, y] = [value(a), value(b)];
    return sign * (typeof x === "number" && typeof y === "number" ? x - y : String(x).localeCompare(String(y)));
  });
  draw(table, { ...data, rows }, column);
}

function draw(table, data, sorted) {
  const element = (tag, text, className) => {
    const node = document.createElement(tag);
    if (className) node.className = className;
    if (text) node.textContent = text;
    return node;
  };
  const head = element("tr");
  data.columns.forEach((column, i) => {
    const cell = element("th", "", column.style);
    cell.scope = "col";
    if (sorted === i) cell.setAttribute("aria-sort", table.dataset.sort.endsWith("+") ? "ascending" : "descending");
    const button = element("button", column.name);
    button.type = "button";
    button.dataset.column = i;
    cell.append(button);
    head.append(cell);
  });
  table.tHead.replaceChildren(...(data.heading ? [head] : []));
  table.tBodies[0].replaceChildren(...data.rows.map((row) => {
    const line = element("tr");
    line.dataset.key = row.key;
    line.tabIndex = 0;
    if (row.key === data.chosen) line.className = "on";
    row.cells.forEach((cell, i) => {
      const box = element("td", "", data.columns[i].style);
      if (cell.bar !== undefined) {
        const bar = element("span", "", "bar");
        bar.style.width = `${Math.max(2, cell.bar * 64)}px`;
        box.append(bar);
      }
      box.append(cell.text ?? "");
      if (cell.sub) box.append(element("span", cell.sub, "sub"));
      if (cell.hint) box.title = cell.hint;
      line.append(box);
    });
    return line;
  }));
}
