// plotly.js as it comes with the Python package, served by this app: loaded once, by whoever needs it first.
let library;
const load = (path) => (library ??= new Promise((done, fail) => {
  if (window.Plotly) return done(window.Plotly);
  const script = document.createElement("script");
  script.src = new URL(path, document.baseURI).href;
  script.onload = () => done(window.Plotly);
  script.onerror = () => fail(new Error("plotly.js did not load."));
  document.head.append(script);
}));
