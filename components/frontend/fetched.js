// What the app answers; a refusal is thrown with the app's own words.
const fetched = async (path, options) => {
  const answer = await fetch(new URL(path, document.baseURI), options);
  if (!answer.ok) throw new Error((await answer.text()) || `${answer.status}`);
  return answer;
};

// Let the reader keep a file that stands in the browser's memory.
const keep = (blob, name) => {
  const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(blob), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
};
