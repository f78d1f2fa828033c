import * as l10n from "@vscode/l10n";
import type { CompletionItem, CompletionItemKind, Range } from "vscode-languageserver-types";
import type { AttributeFact } from "../../catalogue/attribute.ts";
import type { OperatorFact } from "../../catalogue/operators.ts";
import type { PropertyFact, WordFact } from "../../catalogue/properties.ts";
import type { FunctionDefinition, Parameter } from "../../functions/definition.ts";
import { signatureOf } from "../../functions/signature.ts";
import type { ObjectMapping } from "../../model/configuration.ts";
import type { ProvmapDocument } from "../../model/document.ts";
import { attributeType, operatorText, propertyText } from "../facts.ts";
import { completionItemKinds, insertTextFormats } from "../protocolKinds.ts";
import type { Explained } from "./resolve.ts";
import { choice, stop } from "./snippet.ts";

/** What an item shows and puts in the place of `range`. `snippet` has placeholders; `text` is taken as it is. */
interface Proposal {
  readonly label: string;
  readonly kind: CompletionItemKind;
  readonly detail?: string;
  readonly documentation?: string;
  readonly text?: string;
  readonly snippet?: string;
  /** What the documentation is asked for later with. */
  readonly data?: Explained;
}

/** The attributes of one of the objects of a mapping. */
export interface OfferedAttributes {
  readonly uri: string;
  readonly mapping: string;
  readonly side: "source" | "target";
  readonly facts: readonly AttributeFact[];
}

/** The attributes that a mapping reads or writes; none without a mapping. */
export function offeredAttributes(
  { uri }: ProvmapDocument,
  mapping: ObjectMapping | undefined,
  side: "source" | "target",
): OfferedAttributes {
  const attributes = side === "source" ? mapping?.sourceAttributes : mapping?.targetAttributes;
  return { uri, mapping: mapping?.name.text ?? "", side, facts: [...(attributes?.byName.values() ?? [])] };
}

/** The completion item of a proposal: its label, unless it says what to insert, replaces the range. */
export function item(range: Range, proposal: Proposal): CompletionItem {
  const { label, kind, detail, documentation, text, snippet, data } = proposal;
  const newText = snippet ?? text ?? label;
  return {
    label,
    kind,
    ...(detail === undefined ? {} : { detail }),
    ...(documentation === undefined ? {} : { documentation: { kind: "markdown", value: documentation } }),
    ...(newText === label ? {} : { filterText: label }),
    ...(snippet === undefined ? {} : { insertTextFormat: insertTextFormats.Snippet }),
    ...(data === undefined ? {} : { data }),
    textEdit: { range, newText },
  };
}

/** A function: a whole call with placeholders, or its name alone where the parenthesis is already there. */
export function functionItem(range: Range, definition: FunctionDefinition, isCalled: boolean): CompletionItem {
  const { name } = definition;
  return item(range, {
    label: name,
    kind: completionItemKinds.Function,
    detail: signatureOf(definition).label,
    data: { kind: "function", name },
    ...(isCalled ? { text: name } : { snippet: callSnippet(definition) }),
  });
}

function callSnippet({ name, parameters, repeating }: FunctionDefinition): string {
  const groups = Array.from({ length: repeating?.minimum ?? 0 }, () => repeating?.group ?? []).flat();
  const needed = groups.length > 0 ? parameters.length : parameters.findLastIndex(({ required }) => required) + 1;
  const shown: readonly Parameter[] = [...parameters.slice(0, needed), ...groups];
  const takesNothing = parameters.length === 0 && repeating === undefined;
  if (shown.length === 0) return takesNothing ? `${name}()` : `${name}($1)`;
  return `${name}(${shown.map(({ name: shownName }, index) => stop(index + 1, shownName)).join(", ")})`;
}

/** An item for each attribute, under its own name and written as `write` says. */
export function attributeItems(
  range: Range,
  { facts, ...origin }: OfferedAttributes,
  write: (name: string) => string,
): CompletionItem[] {
  return facts.map(fact => {
    const text = write(fact.name);
    const data = { kind: "attribute", ...origin, name: fact.name } as const;
    const shown = { label: fact.name, kind: completionItemKinds.Field, detail: attributeType(fact) };
    return { ...item(range, { ...shown, text, data }), filterText: text };
  });
}

/** An operator; one with two operands brings the quotes of its value, unless a value follows already. */
export function operatorItem(range: Range, fact: OperatorFact, hasValue: boolean): CompletionItem {
  return item(range, {
    label: fact.name,
    kind: completionItemKinds.Operator,
    detail: fact.types.join(", "),
    documentation: operatorText(fact),
    ...(fact.arity === 2 && !hasValue ? { snippet: `${fact.name} "$1"` } : {}),
  });
}

/** A property with its colon, and a choice or a place for its value. */
export function propertyItem(range: Range, fact: PropertyFact): CompletionItem {
  return item(range, {
    label: fact.name,
    kind: completionItemKinds.Property,
    detail: fact.words?.join(" | ") ?? kindText(fact),
    documentation: propertyText(fact),
    snippet: `${fact.name}: ${valueSnippet(fact)}`,
  });
}

function kindText({ kind }: PropertyFact): string {
  switch (kind) {
    case "text":
      return l10n.t("text");
    case "number":
      return l10n.t("number");
    case "instant":
      return l10n.t("instant");
    case "object":
      return l10n.t("object");
    default:
      return kind;
  }
}

function valueSnippet({ kind, words = [] }: PropertyFact): string {
  switch (kind) {
    case "words":
    case "boolean":
      return choice(1, words);
    case "secret":
      return 'bearer secret("$1")';
    case "object":
      return "{ $1 }";
    case "text":
    case "instant":
      return '"$1"';
    case "number":
      return "$1";
  }
}

/** A word of the language, with what follows it in `snippet`. */
export function wordItem(range: Range, { word, description }: WordFact, snippet?: string): CompletionItem {
  return item(range, {
    label: word,
    kind: completionItemKinds.Keyword,
    documentation: l10n.t(description),
    ...(snippet === undefined ? {} : { snippet }),
  });
}

/** A value that may stand here, written as `text`. What is written in quotes may be typed with them. */
export function valueItem(range: Range, label: string, text = label, detail?: string): CompletionItem {
  const shown = { label, kind: completionItemKinds.EnumMember, ...(detail === undefined ? {} : { detail }) };
  return { ...item(range, { ...shown, text }), ...(text.startsWith('"') ? { filterText: text } : {}) };
}
