/** An element with its attributes, the elements inside it and the text between them. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Element[];
  readonly text: string;
}

interface Open {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

const name = "[A-Za-z_][\\w.-]*";
const token = new RegExp(
  `<(?<open>${name})(?<attributes>(?:\\s+${name}="[^<"]*")*)\\s*(?<empty>/?)>|</(?<close>${name})>|(?<text>[^<]+)`,
  "y",
);

/** The root of a document of elements and text, as XML 1.0 has them. Throws where it is not well-formed. */
export function parseXml(document: string): Element {
  const body = document.replace(/^<\?xml [^?]*\?>\s*/, "").trim();
  const root: Open = { name: "", attributes: {}, children: [], text: "" };
  const open = [root];
  for (token.lastIndex = 0; token.lastIndex < body.length; ) {
    const at = token.lastIndex;
    const groups = token.exec(body)?.groups;
    const inner = open.at(-1);
    if (groups === undefined || inner === undefined) throw new Error(`No XML: ${body.slice(at, at + 40)}`);
    if (groups.text !== undefined) inner.text += decoded(groups.text);
    else if (groups.close !== undefined) closed(open, groups.close);
    else {
      const element = { name: groups.open ?? "", attributes: attributesOf(groups.attributes), children: [], text: "" };
      inner.children.push(element);
      if (groups.empty === "") open.push(element);
    }
  }
  const [only, ...others] = root.children;
  if (open.length !== 1 || only === undefined || others.length > 0 || root.text !== "")
    throw new Error("A document has one element, which is closed.");
  return only;
}

function closed(open: Open[], closing: string): void {
  if (open.length < 2 || open.pop()?.name !== closing) throw new Error(`</${closing}> closes nothing.`);
}

function attributesOf(written = ""): Readonly<Record<string, string>> {
  const pairs = [...written.matchAll(new RegExp(`(${name})="([^"]*)"`, "g"))];
  const names = pairs.map(([, attribute]) => attribute);
  if (new Set(names).size !== names.length) throw new Error(`An attribute is written twice:${written}`);
  return Object.fromEntries(pairs.map(([, attribute, value = ""]) => [attribute, decoded(value)]));
}

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function decoded(text: string): string {
  if (/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u.test(text))
    throw new Error("A character that XML lacks.");
  if (text.includes("]]>")) throw new Error("]]> stands in a text.");
  return text.replace(/&(\w*);?/g, (written, entity: string) => {
    const character = entities[entity];
    if (character === undefined || !written.endsWith(";")) throw new Error(`No entity: ${written}`);
    return character;
  });
}
