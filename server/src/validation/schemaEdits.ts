import { type Item, type JsonEditor, jsonEditor } from "../language/graph/edit.ts";
import { elements, type JsonNode, type JsonTree, parentOf } from "../language/graph/json.ts";
import { parseProvmap } from "../language/provmap/parse.ts";
import type { AttributeMapping, Clause, ObjectMapping } from "../model/configuration.ts";
import { arrangedAs, clauseValue } from "../model/graph/newParts.ts";
import { readProvmap } from "../model/readProvmap.ts";
import type { TextEdit } from "./rule.ts";

/**
 * The edits of a schema's JSON that do what an edit of `.provmap` text would do: take an attribute mapping away, put
 * modifiers behind one, or a clause before another. Undefined for any other edit.
 */
export function schemaEdits(edit: TextEdit, mappings: readonly ObjectMapping[]): readonly TextEdit[] | undefined {
  const { start, end } = edit.span;
  for (const mapping of mappings) {
    if (start < mapping.span.start || mapping.span.end < end) continue;
    const whole = mapping.attributeMappings.find(({ span }) => span.end === end);
    if (whole !== undefined) return atMapping(edit, whole);
    const clause = mapping.filters.flatMap(({ clauses }) => clauses).find(({ span }) => span.start === start);
    if (clause !== undefined && start === end) return beforeClause(edit, clause);
  }
  return undefined;
}

function atMapping(
  { span, text }: TextEdit,
  { span: whole, inSchema }: AttributeMapping,
): readonly TextEdit[] | undefined {
  if (inSchema === undefined) return undefined;
  const { json, node } = inSchema;
  const editor = jsonEditor(json);
  if (text === "" && span.start === whole.start) replaceElement(editor, json, node.node, () => []);
  else if (span.start === span.end) modify(editor, node.node, text);
  else return undefined;
  return editor.edits();
}

/** The modifiers that `.provmap` has behind an attribute mapping. */
function modify(editor: JsonEditor, node: JsonNode, text: string): void {
  const [mapping] = mappingsOf(`mapping "m" {\nx <- none${text}\n}`)[0]?.attributeMappings ?? [];
  if (mapping === undefined) return;
  const { matchingPrecedence, flowType } = mapping;
  if (matchingPrecedence !== undefined) editor.setMember(node, "matchingPriority", matchingPrecedence);
  if (flowType !== "Always") editor.setMember(node, "flowType", flowType);
}

function beforeClause({ text }: TextEdit, { inSchema }: Clause): readonly TextEdit[] | undefined {
  if (inSchema === undefined) return undefined;
  const { json, node } = inSchema;
  const editor = jsonEditor(json);
  const clauses = mappingsOf(`mapping "m" { filter "f" {\n${text}\n} }`)[0]?.filters[0]?.clauses ?? [];
  const values = clauses.map(clause => arrangedAs(json, node.node, clauseValue(clause)));
  replaceElement(editor, json, node.node, () => [...values.map(value => ({ added: value })), { kept: node.node }]);
  return editor.edits();
}

function replaceElement(editor: JsonEditor, json: JsonTree, node: JsonNode, by: () => readonly Item[]): void {
  const array = parentOf(json, node);
  if (array === undefined) return;
  const items = elements(json, array).flatMap(element => (element === node ? by() : [{ kept: element }]));
  editor.arrange(array, items);
}

function mappingsOf(text: string): readonly ObjectMapping[] {
  return readProvmap(parseProvmap(text).file).mappings;
}
