/** Markup in which every text is escaped. */
export interface Html {
  readonly markup: string;
}

type Part = Html | string | number | undefined | readonly Html[];

/** The template for markup: what is put in is escaped unless it is markup itself; undefined leaves nothing. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return { markup: String.raw({ raw: strings }, ...parts.map(markup)) };
}

function markup(part: Part): string {
  if (part === undefined) return "";
  if (typeof part === "object") return "markup" in part ? part.markup : part.map(each => each.markup).join("");
  return String(part).replace(/[&<>"']/g, character => `&#${character.charCodeAt(0)};`);
}
