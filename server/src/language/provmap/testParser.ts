import * as l10n from "@vscode/l10n";
import { Comma, Name, NumberText } from "../expression/kinds.ts";
import * as literals from "../expression/literals.ts";
import {
  endOfLast,
  isAhead,
  isAt,
  isAtEnd,
  isSecond,
  maximumDepth,
  mayNest,
  type Reader,
  report,
  reportMissing,
  take,
  takeIf,
} from "../expression/reader.ts";
import type { Word } from "../text.ts";
import { blockShape, readBlockName, readBraces, skipStrayBrace } from "./blockParser.ts";
import {
  isBlockStart,
  isName,
  isNameAhead,
  isPropertyStart,
  isStatementStart,
  isWord,
  readName,
  skipJunk,
} from "./fileParser.ts";
import { CloseBrace, CloseBracket, Colon, FileAttribute, OpenBrace, OpenBracket } from "./kinds.ts";
import * as nodes from "./nodes.ts";
import type {
  ExpectBlock,
  Name as NameNode,
  ObjectMember,
  ObjectValue,
  TestBlock,
  TestEntry,
  TestValue,
} from "./tree.ts";

/** Reads `test "name" { entry … expectation … }`, where the keyword lies ahead. */
export function readTest(reader: Reader): TestBlock {
  const keyword = take(reader);
  const name = readBlockName(reader, () => l10n.t("Name the test."));
  const entries: TestEntry[] = [];
  const expectations: ExpectBlock[] = [];
  const readMember = () => {
    if (isPropertyStart(reader)) entries.push(readTestEntry(reader));
    else if (isWord(reader, "expect")) expectations.push(readExpect(reader));
    else if (isAt(reader, CloseBrace)) skipStrayBrace(reader, l10n.t("Remove the '}': the test goes on behind it."));
    else if (takeIf(reader, Comma) === undefined)
      skipJunk(reader, found => l10n.t`'${found}' does not belong here: write 'name: value' or 'expect action { … }'.`);
  };
  const isOver = () => isBlockStart(reader) || (isAt(reader, CloseBrace) && !isStrayTestBrace(reader));
  const braces = readBraces(reader, readMember, isOver);
  return { kind: "TestBlock", name, entries, expectations, ...blockShape(reader, keyword, braces) };
}

/** A closing brace with an entry or an expectation behind it, which only a test can hold. */
function isStrayTestBrace(reader: Reader): boolean {
  return (
    (isNameAhead(reader, 2) && isAhead(reader, 3, Colon)) || (isWord(reader, "expect", 2) && isAhead(reader, 3, Name))
  );
}

function readTestEntry(reader: Reader): TestEntry {
  const member = readObjectMember(reader);
  const changed = isWord(reader, "with") && isSecond(reader, OpenBrace);
  if (changed) take(reader);
  const changes = changed ? readObject(reader) : undefined;
  const span = { start: member.span.start, end: endOfLast(reader) };
  return { ...member, kind: "TestEntry", ...(changes === undefined ? {} : { changes }), span };
}

function readExpect(reader: Reader): ExpectBlock {
  const keyword = take(reader);
  const named = isAt(reader, Name) && !isStatementStart(reader) && !isBlockStart(reader);
  const action = named ? literals.word(reader, take(reader)) : undefined;
  const members: ObjectMember[] = [];
  const nothing = { open: undefined, close: undefined };
  const braces = isAt(reader, OpenBrace) ? readBraces(reader, () => readMemberOrJunk(reader, members)) : nothing;
  if (action === undefined)
    reportMissing(reader, l10n.t("Write what is expected: create, update, disable, delete, skip or fail."));
  const shape = blockShape(reader, keyword, braces);
  const word: Word = action ?? nodes.missingName(shape.keyword.span.end);
  return { kind: "ExpectBlock", action: word, members, ...shape };
}

function readMemberOrJunk(reader: Reader, members: ObjectMember[]): void {
  if (isPropertyStart(reader)) members.push(readObjectMember(reader));
  else if (takeIf(reader, Comma) === undefined)
    skipJunk(reader, found => l10n.t`'${found}' does not belong here: write 'name: value'.`);
}

function readObjectMember(reader: Reader): ObjectMember {
  const name = readName(reader);
  take(reader);
  const value = mayNest(reader) && isTestValue(reader) ? readTestValue(reader) : undefined;
  if (!mayNest(reader))
    reportMissing(reader, l10n.t`Objects are nested too deeply: use at most ${maximumDepth} levels.`);
  else if (value === undefined) reportMissing(reader, l10n.t`Write a value for '${name.text}'.`);
  const span = { start: name.span.start, end: endOfLast(reader) };
  return { kind: "ObjectMember", name, ...(value === undefined ? {} : { value }), span };
}

function isTestValue(reader: Reader): boolean {
  if (isStatementStart(reader)) return false;
  return isName(reader) || isAt(reader, NumberText | OpenBrace | OpenBracket | FileAttribute);
}

function readTestValue(reader: Reader): TestValue {
  if (isAt(reader, OpenBrace)) return readObject(reader);
  if (isAt(reader, OpenBracket)) return readList(reader);
  if (isAt(reader, FileAttribute)) return nodes.wordList(reader, take(reader));
  return scalar(isAt(reader, NumberText) ? nodes.name(reader, take(reader)) : readName(reader));
}

function readObject(reader: Reader): ObjectValue {
  const open = take(reader);
  reader.depth++;
  const members: ObjectMember[] = [];
  while (!isAtEnd(reader) && !isAt(reader, CloseBrace) && !isBlockStart(reader)) readMemberOrJunk(reader, members);
  const close = takeIf(reader, CloseBrace);
  reader.depth--;
  if (close === undefined) report(reader, l10n.t("Close the object with '}'."), open);
  return { kind: "ObjectValue", members, span: { start: open.start, end: endOfLast(reader) } };
}

function readList(reader: Reader): TestValue {
  const open = take(reader);
  reader.depth++;
  const items: TestValue[] = [];
  while (mayNest(reader)) {
    if (isTestValue(reader)) items.push(readTestValue(reader));
    else if (takeIf(reader, Comma) === undefined) break;
  }
  const close = takeIf(reader, CloseBracket);
  reader.depth--;
  if (close === undefined) report(reader, l10n.t("Close the list with ']'."), open);
  return { kind: "ListValue", items, span: { start: open.start, end: endOfLast(reader) } };
}

function scalar(name: NameNode): TestValue {
  return { kind: "ScalarValue", name, span: name.span };
}
