// The script of the preview panel. It shows the reports that the extension sends, keeps scroll position, focus and open details from one to the next, and tells the extension what the person does.
const vscode = acquireVsCodeApi();
const [report, state, stateText, said] = ["report", "state", "stateText", "said"].map(id =>
  document.getElementById(id),
);

addEventListener("message", ({ data }) => {
  if (data.kind === "said") said.textContent = data.sentence;
  if (data.kind === "content") show(data);
});

document.addEventListener("click", event => {
  const actor = event.target.closest("[data-act]");
  if (!actor) return;
  event.preventDefault();
  if (actor.getAttribute("aria-disabled") === "true") return;
  const { act: kind, start, end, request } = actor.dataset;
  vscode.postMessage({ kind, start: Number(start), end: Number(end), request: Number(request) });
});

// What had the focus gets it again, when the person comes back to the panel: to take it at once would take it from the editor in which they type.
const focusable = "a, button, summary, pre";
let lastFocused;
report.addEventListener("focusin", ({ target }) => {
  lastFocused = nameOf(target);
});
addEventListener("pointerdown", ({ target }) => {
  const taken = target.closest(focusable);
  lastFocused = taken ? nameOf(taken) : undefined;
});
addEventListener("focus", restoreFocus);

addEventListener("scrollend", () => vscode.setState({ scroll: scrollY }));
vscode.postMessage({ kind: "ready" });

function show(content) {
  if (content.report !== report.dataset.shown) replaceReport(content);
  document.title = content.title;
  state.hidden = content.state === "";
  if (stateText.textContent !== content.state) stateText.textContent = content.state;
  state.querySelector("button").hidden = !content.isRunning;
  report.setAttribute("aria-busy", String(content.isRunning));
  const mayProvision = !content.isRunning && !content.isStale;
  report.querySelector("[data-act=provision]")?.setAttribute("aria-disabled", String(!mayProvision));
}

function replaceReport({ report: markup }) {
  const isFirst = report.dataset.shown === undefined;
  const open = [...report.querySelectorAll("details[open]")].map(nameOf);
  report.innerHTML = markup;
  report.dataset.shown = markup;
  for (const details of report.querySelectorAll("details")) details.open = open.includes(nameOf(details));
  if (document.hasFocus()) restoreFocus();
  if (isFirst) scrollTo(0, vscode.getState()?.scroll ?? 0);
}

function restoreFocus() {
  if (document.activeElement !== document.body) return;
  [...report.querySelectorAll(focusable)].find(each => nameOf(each) === lastFocused)?.focus();
}

function nameOf(element) {
  const label = element.querySelector("summary")?.textContent ?? element.textContent;
  return `${element.tagName} ${element.getAttribute("aria-label") ?? label}`;
}
