// The article as it was pasted, with quiet underlines. Every piece of its text goes through textContent, never HTML.
// Offsets count code points, as Python does; JavaScript strings count UTF-16 units, so the text is split first.
export default function ({ data, parentElement, setTriggerValue }) {
  const paper = parentElement.querySelector(".paper");
  if (paper.dataset.version !== data.version) {
    paper.dataset.version = data.version;
    draw(paper, data);
    paper.scrollTop = 0;
  }
  const pick = (target) => {
    const mark = target.closest?.("mark");
    if (mark) setTriggerValue("clicked", mark.dataset.key);
  };
  paper.onclick = (event) => pick(event.target);
  paper.onkeydown = (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    pick(event.target);
  };
  light(paper, data);
}

function draw(paper, data) {
  const points = Array.from(data.text);
  const styles = new Map(Object.entries(data.styles));
  const piece = (start, end) => points.slice(start, end).join("");
  const marks = [...data.marks];
  const fill = (parent, start, end) => {
    let at = start;
    while (marks.length && marks[0].start < end) {
      const { start: from, end: to, key, style, hint } = marks.shift();
      if (from < at || to > end) continue;
      parent.append(piece(at, from));
      const mark = document.createElement("mark");
      mark.textContent = piece(from, to);
      mark.dataset.key = key;
      mark.tabIndex = 0;
      mark.setAttribute("role", "button");
      mark.title = hint;
      const { color, line } = styles.get(style) ?? {};
      mark.style.textDecorationColor = color;
      mark.style.textDecorationStyle = line;
      parent.append(mark);
      at = to;
    }
    parent.append(piece(at, end));
  };
  paper.replaceChildren();
  let at = 0;
  for (const [index, { start, end }] of data.sentences.entries()) {
    fill(paper, at, start);
    const sentence = document.createElement("span");
    sentence.className = "s";
    sentence.dataset.index = index;
    fill(sentence, start, end);
    paper.append(sentence);
    at = end;
  }
  fill(paper, at, points.length);
}

function light(paper, data) {
  const lit = new Set(data.lit);
  for (const sentence of paper.querySelectorAll(".s")) {
    const index = Number(sentence.dataset.index);
    sentence.classList.toggle("lit", lit.has(index));
    sentence.classList.toggle("now", index === data.now);
  }
  for (const mark of paper.querySelectorAll("mark")) mark.classList.toggle("on", mark.dataset.key === data.chosen);
  const stamp = `${data.version}/${data.moment}`;
  if (data.now === null || paper.dataset.moment === stamp || !paper.clientHeight) return;
  paper.dataset.moment = stamp;
  const target = paper.querySelector(`.s[data-index="${data.now}"]`);
  if (!target) return;
  paper.scrollTop = target.offsetTop - paper.offsetTop - paper.clientHeight / 3;
  if (data.jump) target.scrollIntoView({ block: "center" });
}
