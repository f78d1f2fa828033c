import { printBroken, quote } from "../expression/print.ts";
import { type Expression, walk, writtenString } from "../expression/tree.ts";
import type { Span } from "../text.ts";
import { parseProvmap } from "./parse.ts";
import type {
  AttributeDeclaration,
  AttributeMappingStatement,
  Block,
  ClauseStatement,
  ExpectBlock,
  MappingBlock,
  Modifier,
  Name,
  ObjectMember,
  Property,
  TestEntry,
  TestValue,
} from "./tree.ts";
import { writeName } from "./writeName.ts";
import { createWriter, type Writer } from "./writer.ts";

/** The column behind which a call or an object is broken into lines. */
export const lineWidth = 100;

/** The canonical layout of a file. A text with syntax problems comes back unchanged: nothing that is not understood is moved. */
export function formatProvmap(text: string): string {
  const { file, problems } = parseProvmap(text);
  if (problems.length > 0) return text;
  const writer = createWriter(text, file.comments);
  for (const block of file.blocks) {
    writer.blank();
    writer.before(block.span);
    writeBlock(block, writer, text);
  }
  writer.before({ start: text.length, end: text.length });
  const formatted = writer.text();
  return text.includes("\r\n") ? formatted.replace(/\r?\n/g, "\r\n") : formatted;
}

function writeBlock(block: Block, writer: Writer, text: string): void {
  if (block.kind === "ApplicationBlock") {
    const head = `application ${quoted(block.name, text)}`;
    braced(writer, head, block, block.properties, property => writer.lines(propertyText(property, text)));
  } else if (block.kind === "MappingBlock") {
    const head = `mapping ${quoted(block.name, text)}`;
    braced(writer, head, block, block.members, (_, index) => writeMember(block, index, writer, text));
  } else if (block.kind === "AttributesBlock") {
    const head = `attributes ${block.side.text} ${quoted(block.object, text)}`;
    braced(writer, head, block, block.declarations, declaration => writer.lines(declarationText(declaration, text)));
  } else {
    const members = [...block.entries, ...block.expectations].sort(
      (first, second) => first.span.start - second.span.start,
    );
    braced(writer, `test ${quoted(block.name, text)}`, block, members, member => writeTestMember(member, writer, text));
  }
}

function writeMember(block: MappingBlock, index: number, writer: Writer, text: string): void {
  const member = block.members[index];
  if (member === undefined) return;
  if (member.kind === "Property") writer.lines(propertyText(member, text));
  else if (member.kind === "AttributeMappingStatement") writeMapping(member, writer, text);
  else {
    const head = `${member.group === "scoping" ? "" : `${member.group} `}filter ${quoted(member.name, text)}`;
    braced(writer, head, member, member.clauses, clause => writer.lines(clauseText(clause, text)));
    writer.apart();
  }
}

function writeTestMember(member: TestEntry | ExpectBlock, writer: Writer, text: string): void {
  if (member.kind === "TestEntry") writer.lines(entryText(member, text, writer.indent()));
  else if (member.open === undefined) writer.lines(`expect ${member.action.text}`);
  else {
    const write = (one: ObjectMember) => writer.lines(memberText(one, text, writer.indent()));
    braced(writer, `expect ${member.action.text}`, member, member.members, write);
  }
}

function declarationText(declaration: AttributeDeclaration, text: string): string {
  const names = declaration.references.map(name => quoted(name, text)).join(", ");
  const references = names === "" ? [] : [`references ${names}`];
  const facts = [declaration.type.text, ...declaration.flags.map(flag => flag.text), ...references];
  return `${nameText(declaration.name, text)}: ${facts.join(", ")}`;
}

function braced<T extends { readonly kind: string; readonly span: Span }>(
  writer: Writer,
  head: string,
  block: { readonly span: Span; readonly open?: Span; readonly close?: Span },
  members: readonly T[],
  write: (member: T, index: number) => void,
): void {
  writer.lines(`${head} {`);
  writer.after(block.open ?? block.span);
  writer.indented(() => {
    members.forEach((member, index) => {
      if (isFilter(member)) writer.blank();
      writer.before(member.span);
      write(member, index);
      writer.after(member.span);
    });
    if (block.close !== undefined) writer.comments(block.close);
  });
  writer.lines("}");
  writer.after(block.span);
}

function isFilter(member: { readonly kind: string }): boolean {
  return member.kind === "FilterBlock";
}

function propertyText(property: Property, text: string): string {
  const values = property.values.map(value =>
    value.kind === "SecretValue" ? `secret(${quoted(value.name, text)})` : nameText(value.name, text, true),
  );
  const joined = values.reduce((line, value) => `${line}${value.startsWith("secret(") ? " " : ", "}${value}`);
  return `${nameText(property.name, text)}: ${joined}`;
}

function clauseText(clause: ClauseStatement, text: string): string {
  const value = clause.value === undefined ? "" : ` ${nameText(clause.value, text, true)}`;
  return `${nameText(clause.attribute, text)} ${clause.operator.text.toUpperCase()}${value}`;
}

function writeMapping(statement: AttributeMappingStatement, writer: Writer, text: string): void {
  const { source } = statement;
  const hasLines = source.kind !== "NoSource" && walk(source).some(isOnLines);
  if (hasLines) writer.whole(mappingText(statement, text, "", Number.POSITIVE_INFINITY));
  else writer.lines(mappingText(statement, text, writer.indent()));
}

function isOnLines(node: Expression): boolean {
  return node.kind === "StringLiteral" && writtenString(node).includes("\n");
}

const modifierOrder = ["MatchModifier", "DefaultModifier", "FlagModifier"];

function mappingText(statement: AttributeMappingStatement, text: string, indent: string, columns = lineWidth): string {
  const { source } = statement;
  const modifiers = [...statement.modifiers]
    .sort((first, second) => modifierOrder.indexOf(first.kind) - modifierOrder.indexOf(second.kind))
    .map(modifier => ` ${modifierText(modifier)}`)
    .join("");
  const target = nameText(statement.target, text);
  const width = columns - target.length - 4 - modifiers.length;
  const printed = source.kind === "NoSource" ? "none" : printBroken(source, indent, width);
  const lines = indent === "" ? printed : printed.replaceAll(`\n${indent}`, "\n");
  return `${target} <- ${lines}${modifiers}`;
}

function modifierText(modifier: Modifier): string {
  switch (modifier.kind) {
    case "MatchModifier":
      return `match ${modifier.precedence?.text ?? ""}`;
    case "DefaultModifier":
      return `default ${modifier.value === undefined ? "" : writtenString(modifier.value)}`;
    case "FlagModifier":
      return modifier.flag;
  }
}

function entryText(entry: TestEntry, text: string, indent: string): string {
  const changes = entry.changes === undefined ? "" : ` with ${valueText(entry.changes, text, indent)}`;
  return `${memberText({ ...entry, kind: "ObjectMember" }, text, indent)}${changes}`;
}

function memberText(member: ObjectMember, text: string, indent: string): string {
  const name = nameText(member.name, text);
  return `${name}: ${member.value === undefined ? "" : valueText(member.value, text, indent, name.length + 2)}`;
}

function valueText(value: TestValue, text: string, indent: string, used = 0): string {
  if (value.kind === "ScalarValue") return nameText(value.name, text, true);
  const inner = `${indent}  `;
  const [open, close, parts] =
    value.kind === "ListValue"
      ? (["[", "]", value.items.map(item => valueText(item, text, inner))] as const)
      : (["{ ", " }", value.members.map(member => memberText(member, text, inner))] as const);
  if (parts.length === 0) return (open + close).replaceAll(" ", "");
  const line = `${open}${parts.join(", ")}${close}`;
  if (!line.includes("\n") && indent.length + used + line.length <= lineWidth) return line;
  return `${open.trim()}\n${parts.map(part => `  ${part.replaceAll("\n", "\n  ")}`).join(value.kind === "ListValue" ? ",\n" : "\n")}\n${close.trim()}`;
}

/** A name bare where it can be, else as it was written; a value that was a string stays one. */
function nameText(name: Name, text: string, keepQuotes = false): string {
  if (!name.quoted) return name.text;
  return keepQuotes || writeName(name.text) !== name.text ? quoted(name, text) : name.text;
}

function quoted(name: Name, text: string): string {
  return name.quoted ? text.slice(name.span.start, name.span.end) : quote(name.text);
}
