import * as l10n from "@vscode/l10n";
import * as literals from "../expression/literals.ts";
import { endOfLast, isAhead, isAt, isAtEnd, isSecond, type Reader, reportMissing, take } from "../expression/reader.ts";
import { blockShape, isBehindBlock, readBlockName, readBraces, skipStrayBrace } from "./blockParser.ts";
import {
  isBlockStart,
  isFilterStart,
  isName,
  isNameAhead,
  isPropertyStart,
  isStatementStart,
  isWord,
  skipJunk,
} from "./fileParser.ts";
import { Arrow, CloseBrace, FileAttribute } from "./kinds.ts";
import * as nodes from "./nodes.ts";
import { readAttributeMapping, readClause, readProperty } from "./statementParser.ts";
import { readTest } from "./testParser.ts";
import type {
  ApplicationBlock,
  AttributeDeclaration,
  AttributesBlock,
  Block,
  ClauseStatement,
  FilterBlock,
  MappingBlock,
  MappingMember,
  Property,
} from "./tree.ts";

/** Reads a whole file. As in expressions, any sequence of tokens is accepted and the mistakes are told. */
export function readFile(reader: Reader): readonly Block[] {
  const blocks: Block[] = [];
  while (!isAtEnd(reader)) {
    const block = readBlock(reader);
    if (block !== undefined) blocks.push(block);
    else if (isAt(reader, CloseBrace)) skipStrayBrace(reader, l10n.t("Remove the '}': no block is open."));
    else
      skipJunk(
        reader,
        found => l10n.t`'${found}' does not belong here: write an application, mapping, attributes or test block.`,
      );
  }
  return blocks;
}

function readBlock(reader: Reader): Block | undefined {
  if (isStatementStart(reader)) return undefined;
  if (isWord(reader, "application")) return readApplication(reader);
  if (isWord(reader, "mapping")) return readMapping(reader);
  if (isWord(reader, "attributes")) return readAttributes(reader);
  return isWord(reader, "test") ? readTest(reader) : undefined;
}

function readApplication(reader: Reader): ApplicationBlock {
  const keyword = take(reader);
  const name = readBlockName(reader, () => l10n.t("Name the application."));
  const properties: Property[] = [];
  const braces = readBraces(reader, () => {
    if (isPropertyStart(reader)) properties.push(readProperty(reader));
    else skipJunk(reader, found => l10n.t`'${found}' does not belong here: write a property as 'name: value'.`);
  });
  return { kind: "ApplicationBlock", name, properties, ...blockShape(reader, keyword, braces) };
}

function readMapping(reader: Reader): MappingBlock {
  const keyword = take(reader);
  const name = readBlockName(reader, () => l10n.t("Name the mapping."));
  const members: MappingMember[] = [];
  const readMember = () => {
    if (isPropertyStart(reader)) members.push(readProperty(reader));
    else if (startsFilter(reader)) members.push(readFilter(reader));
    else if (startsMapping(reader)) members.push(readAttributeMapping(reader));
    else if (isAt(reader, CloseBrace)) skipStrayBrace(reader, l10n.t("Remove the '}': the mapping goes on behind it."));
    else
      skipJunk(
        reader,
        found => l10n.t`'${found}' does not belong here: write 'target <- source', a property or a filter.`,
      );
  };
  const isOver = () => isBlockStart(reader) || (isAt(reader, CloseBrace) && !isStrayBrace(reader));
  const braces = readBraces(reader, readMember, isOver);
  return { kind: "MappingBlock", name, members, ...blockShape(reader, keyword, braces) };
}

/** A closing brace with an attribute mapping behind it, which only a mapping can hold. */
function isStrayBrace(reader: Reader): boolean {
  return isNameAhead(reader, 2) && isAhead(reader, 3, Arrow);
}

function startsFilter(reader: Reader): boolean {
  if (isStatementStart(reader)) return false;
  if (isFilterStart(reader)) return true;
  const ahead = isWord(reader, "input") || isWord(reader, "category") ? 2 : 1;
  return isWord(reader, "filter", ahead) && isNameAhead(reader, ahead + 1);
}

function startsMapping(reader: Reader): boolean {
  return isName(reader) && (isStatementStart(reader) || isSecond(reader, FileAttribute));
}

function readFilter(reader: Reader): FilterBlock {
  const first = take(reader);
  const prefix = literals.word(reader, first).text;
  if (prefix !== "filter") take(reader);
  const name = readBlockName(reader, () => l10n.t("Name the filter."));
  const clauses: ClauseStatement[] = [];
  const readMember = () => {
    if (isName(reader) && !isStatementStart(reader)) clauses.push(readClause(reader));
    else
      skipJunk(reader, found => l10n.t`'${found}' does not belong here: write a clause as 'attribute OPERATOR value'.`);
  };
  const isOver = () => isBehindBlock(reader) || isFilterStart(reader) || (isName(reader) && isSecond(reader, Arrow));
  const braces = readBraces(reader, readMember, isOver);
  const group = prefix === "input" || prefix === "category" ? prefix : "scoping";
  return { kind: "FilterBlock", group, name, clauses, ...blockShape(reader, first, braces) };
}

function readAttributes(reader: Reader): AttributesBlock {
  const keyword = take(reader);
  const sided = isWord(reader, "source") || isWord(reader, "target");
  const side = sided ? literals.word(reader, take(reader)) : undefined;
  if (side === undefined) reportMissing(reader, l10n.t("Write 'source' or 'target' behind 'attributes'."));
  const object = readBlockName(reader, () => l10n.t("Name the object that has the attributes."));
  const declarations: AttributeDeclaration[] = [];
  const braces = readBraces(reader, () => {
    if (isPropertyStart(reader)) declarations.push(readDeclaration(reader));
    else
      skipJunk(reader, found => l10n.t`'${found}' does not belong here: declare an attribute as 'name: Type, flag'.`);
  });
  const shape = blockShape(reader, keyword, braces);
  const written = side ?? nodes.missingName(shape.keyword.span.end);
  return { kind: "AttributesBlock", side: written, object, declarations, ...shape };
}

function readDeclaration(reader: Reader): AttributeDeclaration {
  const { name, values } = readProperty(reader);
  const end = endOfLast(reader);
  const [type, ...rest] = values.map(value => value.name);
  return {
    kind: "AttributeDeclaration",
    name,
    type: type ?? nodes.missingName(end),
    flags: rest.filter(value => !value.quoted && value.text !== "references"),
    references: rest.filter(value => value.quoted),
    span: { start: name.span.start, end },
  };
}
