// The script of the preview panel: it tells the extension what the person does, and keeps focus, and where the same is shown the scroll position, when the panel is rendered anew.
const vscode = acquireVsCodeApi();

for (const id of ["provision", "again", "changeUser", "openText"]) {
  document.getElementById(id)?.addEventListener("click", () => {
    remember();
    vscode.postMessage({ kind: id });
  });
}

for (const link of document.querySelectorAll("a[data-start]")) {
  link.addEventListener("click", event => {
    event.preventDefault();
    vscode.postMessage({ kind: "reveal", start: Number(link.dataset.start), end: Number(link.dataset.end) });
  });
}

addEventListener("scrollend", remember);

function remember() {
  vscode.setState({ title: document.title, focus: document.activeElement?.id, scroll: scrollY });
}

const remembered = vscode.getState() ?? {};
if (remembered.title === document.title) scrollTo(0, remembered.scroll);
if (remembered.focus && document.body.dataset.active === "true")
  document.getElementById(remembered.focus)?.focus({ preventScroll: true });
