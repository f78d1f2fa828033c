import type { Expression } from "../language/expression/tree.ts";
import { pathTo as expressionPath } from "../language/expression/tree.ts";
import type {
  ApplicationBlock,
  AttributeMappingStatement,
  AttributesBlock,
  ExpectBlock,
  FilterBlock,
  MappingBlock,
  Property,
  TestBlock,
} from "../language/provmap/tree.ts";
import { type Span, touches } from "../language/text.ts";
import type { ObjectMapping } from "../model/configuration.ts";
import type { ProvmapDocument } from "../model/document.ts";
import type { Cursor } from "./cursor.ts";
import { schemaCursorAt } from "./schemaCursor.ts";

const nothing: Cursor = { kind: "Nothing" };

/** Where the cursor is. */
export function cursorAt(document: ProvmapDocument, offset: number): Cursor {
  const { file, configuration } = document;
  if (document.language !== "provmap") return schemaCursorAt(configuration, offset) ?? nothing;
  const comment = file.comments.find(({ span }) => span.start < offset && offset <= span.end);
  if (comment !== undefined) return { kind: "Comment", comment };
  const block = file.blocks.findLast(({ span }) => span.start <= offset);
  if (block === undefined || isBehind(block, offset)) return { kind: "TopLevel" };
  if (touches(block.keyword.span, offset)) return { kind: "TopLevel" };
  if (block.open === undefined || offset <= block.open.start) return { kind: "Header", block };
  switch (block.kind) {
    case "ApplicationBlock":
      return inProperties(document, block, block.properties, offset);
    case "MappingBlock":
      return inMapping(document, block, offset);
    case "AttributesBlock":
      return inAttributes(block, offset);
    case "TestBlock":
      return inTest(document, block, offset);
  }
}

function isBehind({ open, close, span }: { open?: Span; close?: Span; span: Span }, offset: number): boolean {
  return close === undefined ? open === undefined && offset > span.end : offset >= close.end;
}

function inProperties(
  document: ProvmapDocument,
  block: ApplicationBlock | MappingBlock,
  properties: readonly Property[],
  offset: number,
): Cursor {
  const property = lastBefore(properties, offset);
  return property !== undefined && isInValue(document, property, offset)
    ? { kind: "PropertyValue", block, property }
    : { kind: "Member", block };
}

/** Behind the colon of a property and on the line where it ends. */
function isInValue(
  { text }: ProvmapDocument,
  { name, span }: { name: { span: Span }; span: Span },
  offset: number,
): boolean {
  if (offset <= name.span.end) return false;
  return text.slice(name.span.end, offset).includes(":") && isOnLine(text, span.end, offset);
}

function inMapping(document: ProvmapDocument, block: MappingBlock, offset: number): Cursor {
  const member = lastBefore(block.members, offset);
  switch (member?.kind) {
    case "Property":
      return inProperties(document, block, [member], offset);
    case "FilterBlock":
      return inFilter(document, block, member, offset);
    case "AttributeMappingStatement":
      return inStatement(document, block, member, offset);
    case undefined:
      return { kind: "Member", block };
  }
}

function inFilter({ text }: ProvmapDocument, block: MappingBlock, filter: FilterBlock, offset: number): Cursor {
  if (filter.open === undefined || offset <= filter.open.start) return { kind: "Header", block };
  if (isBehind(filter, offset)) return { kind: "Member", block };
  const clause = lastBefore(filter.clauses, offset);
  const within = clause !== undefined && (touches(clause.span, offset) || isOnLine(text, clause.span.end, offset));
  return within ? { kind: "Clause", block, clause } : { kind: "ClauseStart", block };
}

function inStatement(
  document: ProvmapDocument,
  block: MappingBlock,
  statement: AttributeMappingStatement,
  offset: number,
): Cursor {
  const { target, arrow, source, span } = statement;
  const at = (path: readonly Expression[]): Cursor => ({
    kind: "Source",
    mapping: mappingOf(document, block),
    start: arrow.end,
    path,
  });
  const { text } = document;
  if (touches(target.span, offset)) return { kind: "Target", block, statement };
  if (offset < arrow.end) return nothing;
  if (source.kind === "NoSource") {
    if (touches(source.span, offset)) return at([]);
  } else if (source.kind === "Missing" && isOnLine(text, arrow.end, offset)) {
    return at([]);
  } else if (reaches(source, offset, text)) {
    return at(expressionPath(source, Math.min(offset, source.span.end)));
  }
  const within = offset <= span.end || isOnLine(text, span.end, offset);
  return within ? { kind: "Modifier", block, statement } : { kind: "Member", block };
}

/** Whether the cursor touches the expression or, where its last call lacks the closing parenthesis, follows it on its line. */
function reaches(expression: Expression, offset: number, text: string): boolean {
  return touches(expression.span, offset) || (isUnclosed(expression) && isOnLine(text, expression.span.end, offset));
}

function isUnclosed(expression: Expression): boolean {
  switch (expression.kind) {
    case "Call":
      return expression.close === undefined;
    case "BinaryOperation":
      return isUnclosed(expression.right);
    default:
      return expression.kind === "Missing";
  }
}

function inAttributes(block: AttributesBlock, offset: number): Cursor {
  const declaration = lastBefore(block.declarations, offset);
  if (declaration === undefined || offset <= declaration.name.span.end) return nothing;
  return { kind: "Declaration", block, declaration };
}

function inTest(document: ProvmapDocument, block: TestBlock, offset: number): Cursor {
  const expectation = lastBefore(block.expectations, offset);
  if (expectation !== undefined && isExpected(document, expectation, offset)) {
    return { kind: "Expectation", block, expectation };
  }
  const entry = lastBefore(block.entries, offset);
  if (entry !== undefined && isInValue(document, entry, offset)) return { kind: "EntryValue", block, entry };
  return { kind: "Member", block };
}

function isExpected({ text }: ProvmapDocument, expectation: ExpectBlock, offset: number): boolean {
  return (
    !isBehind(expectation, offset) || (expectation.open === undefined && isOnLine(text, expectation.span.end, offset))
  );
}

function lastBefore<T extends { readonly span: Span }>(nodes: readonly T[], offset: number): T | undefined {
  return nodes.findLast(({ span }) => span.start <= offset);
}

/** Whether no line ends between the two offsets. */
function isOnLine(text: string, from: number, to: number): boolean {
  return from >= to || !/[\r\n]/.test(text.slice(from, to));
}

/** The meaning of a mapping block. */
export function mappingOf({ configuration }: ProvmapDocument, block: MappingBlock): ObjectMapping | undefined {
  return configuration.mappings.find(({ span }) => span.start === block.span.start);
}
