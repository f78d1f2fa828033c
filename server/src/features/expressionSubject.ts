import * as l10n from "@vscode/l10n";
import { findDocumentedFunction } from "../functions/documentedFunctions.ts";
import { parameterIndex, parametersOf } from "../functions/signature.ts";
import { findSpecialWord } from "../functions/specialWords.ts";
import { type Call, type Expression, nameOf } from "../language/expression/tree.ts";
import { type Span, touches, type Word } from "../language/text.ts";
import type { AttributeSet, ObjectMapping } from "../model/configuration.ts";
import { code } from "./facts.ts";
import type { Subject } from "./subject.ts";

/** What the innermost node of a path through an expression stands for: a function, an attribute, an argument, a word. */
export function expressionSubject(
  path: readonly Expression[],
  mapping: ObjectMapping | undefined,
  offset: number,
): Subject | undefined {
  const node = path.at(-1);
  switch (node?.kind) {
    case "AttributeReference":
      return attributeSubject(mapping?.sourceAttributes, node.name, node.span);
    case "Call":
      return touches(nameOf(node).span, offset) ? functionSubject(nameOf(node)) : undefined;
    case "Constant":
      return functionSubject(node) ?? specialWord(node) ?? argumentSubject(node, path.at(-2));
    case "StringLiteral":
    case "NumberLiteral":
      return argumentSubject(node, path.at(-2));
    case "JobParameter":
      return { kind: "Word", fact: { word: `%${node.name}%`, description: setting() }, span: node.span };
    default:
      return undefined;
  }
}

function setting(): string {
  return l10n.t("The setting of that name of the provisioning job.");
}

/** An attribute of an object, where it is known. */
export function attributeSubject(attributes: AttributeSet | undefined, name: string, span: Span): Subject | undefined {
  const fact = attributes?.byName.get(name);
  return fact && { kind: "Attribute", fact, span };
}

function functionSubject({ text, span }: Word): Subject | undefined {
  const fact = findDocumentedFunction(text);
  return fact && { kind: "Function", fact, span };
}

function specialWord({ text, span }: Word): Subject | undefined {
  const word = findSpecialWord(text);
  if (word === undefined) return undefined;
  const origin = l10n.t`${code(text)} ${l10n.t(word.remedy)}.`;
  const description = `${l10n.t(word.summary)}\n\n${origin}`;
  return { kind: "Word", fact: { word: text, description }, span };
}

/** The parameter that a written argument is for. */
function argumentSubject(argument: Expression, around: Expression | undefined): Subject | undefined {
  const definition = around?.kind === "Call" ? findDocumentedFunction(around.name) : undefined;
  if (definition === undefined) return undefined;
  const index = parameterIndex(definition, (around as Call).arguments.indexOf(argument));
  const fact = index === undefined ? undefined : parametersOf(definition)[index];
  return fact && { kind: "Parameter", fact, of: definition.name, span: argument.span };
}
