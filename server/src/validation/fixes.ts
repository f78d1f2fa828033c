import * as l10n from "@vscode/l10n";
import { quote } from "../language/expression/print.ts";
import { writeName } from "../language/provmap/writeName.ts";
import type { Span } from "../language/text.ts";
import type { AttributeSet, ObjectMapping } from "../model/configuration.ts";
import { withDefinition } from "../model/graph/regenerate.ts";
import type { Fix, TextEdit } from "./rule.ts";

/** Writes another text in the place of a span. */
export function changeTo(span: Span, text: string, title = l10n.t`Change to '${text}'`): Fix {
  return { title, edits: [{ span, text }] };
}

/** Takes a span out of the text. */
export function remove(span: Span, title: string): Fix {
  return { title, edits: [{ span, text: "" }] };
}

/** Changes the JSON of a schema. */
export function inJson(title: string, edits: readonly TextEdit[]): Fix {
  return { title, edits, inJson: true };
}

/** Puts a text before a place. */
export function insertAt(offset: number, text: string, title: string): Fix {
  return { title, edits: [{ span: { start: offset, end: offset }, text }] };
}

/** Puts a text before a span and another behind it, as a call around an argument. */
export function wrap({ start, end }: Span, before: string, behind: string, title: string): Fix {
  return {
    title,
    edits: [
      { span: { start, end: start }, text: before },
      { span: { start: end, end }, text: behind },
    ],
  };
}

/**
 * Declares an attribute of one of the mapping's objects in a block of its own behind the mapping, or defines it in the
 * directory of a schema.
 */
export function declare(side: "source" | "target", name: string, mapping: ObjectMapping): Fix {
  const { inSchema } = side === "source" ? mapping.sourceAttributes : mapping.targetAttributes;
  if (inSchema !== undefined)
    return inJson(l10n.t`Define '${name}' as a String attribute`, withDefinition(inSchema, name));
  const object = side === "source" ? mapping.sourceObject : mapping.targetObject;
  const block = `\n\nattributes ${side} ${quote(object.text)} {\n  ${writeName(name)}: String\n}`;
  return insertAt(mapping.span.end, block, l10n.t`Declare '${name}' as a String attribute`);
}

/** How an attribute that an object lacks is made known, in the words of the language that the mapping is written in. */
export function howToDeclare(side: "source" | "target", object: string, { inSchema }: AttributeSet): string {
  if (inSchema !== undefined) return l10n.t("define it in the directories of the schema");
  return l10n.t`declare it: attributes ${side} "${object}" { … }`;
}
