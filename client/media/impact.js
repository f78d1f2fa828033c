// The script of the impact panel. It puts the markup that the extension sends into the panel's parts, keeps focus, scroll position and the words that are looked for, and tells the extension what the person does.
const vscode = acquireVsCodeApi();
const part = id => document.getElementById(id);
const [search, action] = [part("search"), part("action")];
const remembered = vscode.getState();
let typing;

/** Parts that are no markup of an element of their name. */
const special = {
  title: title => {
    document.title = title;
  },
  found: text => {
    part("found").textContent = text;
  },
  actions: options => replace(action, options),
};

addEventListener("message", ({ data }) => {
  if (data.kind === "said") part("said").textContent = data.sentence;
  if (data.kind !== "content") return;
  for (const [id, content] of Object.entries(data.content))
    if (special[id]) special[id](content);
    else replace(part(id), content);
  // Beside "All", only the actions that somebody is affected by can be chosen.
  part("list").hidden = action.options.length < 2;
});

document.addEventListener("click", event => {
  const actor = event.target.closest("a, button");
  if (!actor) return;
  event.preventDefault();
  const { act: kind, start, end, offset, show } = actor.dataset;
  if (kind !== undefined) vscode.postMessage({ kind, start: Number(start), end: Number(end) });
  if (offset !== undefined) find(Number(offset));
  if (show !== undefined) showAction(show);
});

search.addEventListener("input", () => {
  clearTimeout(typing);
  typing = setTimeout(find, 150, 0);
});
action.addEventListener("change", () => find(0));
addEventListener("scrollend", remember);

search.value = remembered?.search ?? "";
vscode.postMessage({ kind: "ready" });
find(0);

function remember() {
  vscode.setState({ search: search.value, scroll: scrollY });
}

function find(offset) {
  remember();
  vscode.postMessage({ kind: "find", search: search.value, offset, ...(action.value && { action: action.value }) });
}

function showAction(name) {
  action.value = name;
  find(0);
  action.focus();
}

function replace(element, markup) {
  const focused = element.contains(document.activeElement) ? nameOf(document.activeElement) : undefined;
  element.innerHTML = markup;
  if (focused !== undefined)
    [...element.querySelectorAll("a, button")].find(each => nameOf(each) === focused)?.focus({ preventScroll: true });
}

function nameOf(element) {
  return `${element.tagName} ${element.getAttribute("aria-label") ?? element.textContent}`;
}
