import * as l10n from "@vscode/l10n";
import { InputError } from "../inputError.ts";
import type { TextBlock } from "../textBlocks.ts";

/** An element of one of the lists that a JSON file holds, and where it begins, counted from 1. */
export interface ListElement {
  /** The member of the file's object that the list is, such as `users`; empty where the file is a list itself. */
  readonly list: string;
  readonly text: string;
  readonly line: number;
  readonly column: number;
}

/** One element may not be longer: what is longer is no user, but a file whose brackets do not match. */
const longestElement = 1 << 24;

/**
 * Reads the elements of the lists in a JSON file one after the other, so that its size does not matter: the file is a list,
 * or an object some of whose members are. Comments and trailing commas are allowed; other members are passed over.
 * Throws InputError for a file that ends too early or has another form.
 */
export async function* listElements(
  path: string,
  blocks: AsyncIterable<TextBlock>,
): AsyncGenerator<readonly ListElement[]> {
  const reader = elementReader(path);
  for await (const { text } of blocks) yield reader.take(text);
  yield reader.end();
}

interface ElementReader {
  readonly take: (text: string) => readonly ListElement[];
  readonly end: () => readonly ListElement[];
}

/** Where the reader stands: before the file's value, between members, behind a member's name, in a list, or behind all. */
type Place =
  | { readonly kind: "start" | "members" | "end" }
  | { readonly kind: "value"; readonly name: string }
  | { readonly kind: "list"; readonly name: string; readonly isWhole: boolean };

function elementReader(path: string): ElementReader {
  let place: Place = { kind: "start" };
  let text = "";
  let line = 1;
  let column = 1;
  /** Passes over so much of the text. */
  const advance = (length: number) => {
    const passed = text.slice(0, length);
    const last = passed.lastIndexOf("\n");
    if (last >= 0) line += passed.split("\n").length - 1;
    column = last >= 0 ? length - last : column + length;
    text = text.slice(length);
  };
  const refuse = (problem: string) => {
    throw new InputError(l10n.t`${path}:${line}:${column}: ${problem}. Correct the JSON there.`);
  };
  const read = (isEnd: boolean): readonly ListElement[] => {
    const elements: ListElement[] = [];
    for (;;) {
      const blank = blankEnd(text, place.kind === "members" || place.kind === "list");
      if (blank < 0 && !isEnd) return elements;
      advance(blank < 0 ? text.length : blank);
      if (text === "") return elements;
      const end = place.kind === "list" && text[0] !== "]" ? valueEnd(text, isEnd) : 0;
      if (end < 0) return elements;
      if (place.kind === "list" && end > 0) {
        elements.push({ list: place.name, text: text.slice(0, end), line, column });
        advance(end);
        continue;
      }
      const step = nextPlace(place, text, isEnd);
      if (step === "more") return elements;
      if (typeof step === "string") return refuse(step);
      advance(step.length);
      place = step.place;
    }
  };
  return {
    take(block) {
      text += block;
      const elements = read(false);
      if (text.length > longestElement) refuse(l10n.t("what begins here has no end within 16 MB"));
      return elements;
    },
    end() {
      const elements = read(true);
      if (place.kind !== "end")
        refuse(place.kind === "start" ? l10n.t("the file is empty") : l10n.t("the file ends too early"));
      return elements;
    },
  };
}

interface Step {
  readonly place: Place;
  /** How much of the text led there. */
  readonly length: number;
}

/** The next place by what the text begins with; `more` where it must be longer to say; a problem where nothing may stand there. */
function nextPlace(place: Place, text: string, isEnd: boolean): Step | "more" | string {
  const [first] = text;
  switch (place.kind) {
    case "start":
      if (first === "[") return { place: { kind: "list", name: "", isWhole: true }, length: 1 };
      return first === "{"
        ? { place: { kind: "members" }, length: 1 }
        : l10n.t("this is no list of users and no object with lists");
    case "members": {
      if (first === "}") return { place: { kind: "end" }, length: 1 };
      if (first !== '"') return l10n.t("a member name in double quotes is missing");
      const end = valueEnd(text, isEnd);
      const colon = end < 0 ? -1 : blankEnd(text.slice(end), false);
      if (end < 0 || colon < 0 || end + colon >= text.length) return isEnd ? l10n.t("a colon is missing") : "more";
      if (text[end + colon] !== ":") return l10n.t("a colon is missing");
      return { place: { kind: "value", name: JSON.parse(text.slice(0, end)) }, length: end + colon + 1 };
    }
    case "value": {
      if (first === "[") return { place: { kind: "list", name: place.name, isWhole: false }, length: 1 };
      const end = valueEnd(text, isEnd);
      return end < 0 ? "more" : { place: { kind: "members" }, length: end };
    }
    case "list":
      return { place: { kind: place.isWhole ? "end" : "members" }, length: 1 };
    case "end":
      return l10n.t("something follows the end of the JSON");
  }
}

/** Where the text goes on behind blanks and comments, and behind commas where those may stand; -1 inside a comment. */
function blankEnd(text: string, skipsCommas: boolean): number {
  let at = 0;
  for (;;) {
    const code = text.charCodeAt(at);
    if (code === 32 || code === 10 || code === 13 || code === 9 || (code === 44 && skipsCommas)) at++;
    else if (code !== 47) return at;
    else {
      const end = commentEnd(text, at);
      if (end < 0) return -1;
      at = end;
    }
  }
}

function commentEnd(text: string, start: number): number {
  if (text.startsWith("//", start)) return text.indexOf("\n", start);
  const end = text.startsWith("/*", start) ? text.indexOf("*/", start + 2) : start - 1;
  return end < 0 ? -1 : end + 2;
}

/** Where a value ends that begins the text; -1 where the text ends before it. */
function valueEnd(text: string, isEnd: boolean): number {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 34) {
      at = quoteEnd(text, at);
      if (at < 0) return -1;
      if (depth === 0) return at + 1;
    } else if (code === 123 || code === 91) depth++;
    else if (code === 125 || code === 93) {
      depth--;
      if (depth <= 0) return depth < 0 ? at : at + 1;
    } else if (code === 47 && depth > 0) {
      at = commentEnd(text, at) - 1;
      if (at < 0) return -1;
    } else if (depth === 0 && (code === 44 || code === 10 || code === 32 || code === 13)) return at;
  }
  return isEnd && depth === 0 ? text.length : -1;
}

/** Where the closing quote is; -1 where there is none. */
function quoteEnd(text: string, start: number): number {
  for (let at = text.indexOf('"', start + 1); at >= 0; at = text.indexOf('"', at + 1)) {
    let backslashes = 0;
    while (text.charCodeAt(at - 1 - backslashes) === 92) backslashes++;
    if (backslashes % 2 === 0) return at;
  }
  return -1;
}
