import * as l10n from "@vscode/l10n";
import { parseExpression } from "../../language/expression/parse.ts";
import { quote } from "../../language/expression/print.ts";
import type { AttributeReference, StringLiteral } from "../../language/expression/tree.ts";
import type { JsonTree } from "../../language/graph/json.ts";
import type { SourceNode } from "../../language/graph/tree.ts";
import type { Span, SyntaxProblem, Word } from "../../language/text.ts";
import type { MappingSource } from "../configuration.ts";
import { readSource } from "../readAttributeMapping.ts";
import { meantWord, sourceType } from "./enumerations.ts";
import { jobSetting, withJobSettings } from "./jobSettings.ts";

interface SourceReading {
  readonly source: MappingSource;
  readonly problems: readonly SyntaxProblem[];
}

/**
 * The source of an attribute mapping. Its `expression` counts; where a source has none, the attribute or the constant that
 * `name` says. No source, or an empty one, is the mapping type None.
 */
export function readGraphSource(node: SourceNode | undefined, json: JsonTree, mapping: Span): SourceReading {
  if (node === undefined) return readWhole({ kind: "None", span: { start: mapping.start, end: mapping.start } });
  const type = meantWord(sourceType, node.type?.text);
  const { expression, name, span } = node;
  if (expression !== undefined && expression.text.trim() !== "") return parsed(node, expression, type, json);
  if (name === undefined || name.text === "") return readWhole({ kind: "None", span });
  if (type === "Constant") return readWhole(settingOrConstant(name));
  if (type !== "Function") return readWhole(direct(name));
  const message = l10n.t`Write the call of ${name.text} as text in 'expression'.`;
  return { source: { kind: "Unreadable", span: name.span }, problems: [{ message, span: name.span }] };
}

function parsed(source: SourceNode, text: Word, type: string | undefined, json: JsonTree): SourceReading {
  const { expression, problems } = parseExpression(text.text, text.span.start);
  if (type === "Constant" && expression.kind !== "StringLiteral" && expression.kind !== "JobParameter") {
    return readWhole(constant({ text: source.name?.text ?? text.text, span: text.span }));
  }
  return { source: readSource(withJobSettings(expression, json, source.node)), problems };
}

function settingOrConstant(name: Word): MappingSource {
  const setting = jobSetting(name.text, name.span);
  return setting === undefined ? constant(name) : readSource(setting);
}

function direct({ text, span }: Word): MappingSource {
  const expression: AttributeReference = { kind: "AttributeReference", name: text, nameStart: span.start, span };
  return { kind: "Direct", expression };
}

function constant({ text, span }: Word): MappingSource {
  const expression: StringLiteral = { kind: "StringLiteral", value: text, raw: quote(text), span };
  return { kind: "Constant", expression, value: text };
}

function readWhole(source: MappingSource): SourceReading {
  return { source, problems: [] };
}
