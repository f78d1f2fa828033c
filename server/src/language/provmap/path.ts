import { type Expression, children as expressionChildren } from "../expression/tree.ts";
import { touches } from "../text.ts";
import type {
  AttributeDeclaration,
  AttributeMappingStatement,
  Block,
  ClauseStatement,
  ExpectBlock,
  FilterBlock,
  Modifier,
  NoSource,
  ObjectMember,
  Property,
  PropertyValue,
  ProvmapFile,
  TestEntry,
  TestValue,
} from "./tree.ts";

/** Any node of a `.provmap` tree. */
export type Node =
  | ProvmapFile
  | Block
  | Property
  | PropertyValue
  | FilterBlock
  | ClauseStatement
  | AttributeMappingStatement
  | NoSource
  | Modifier
  | AttributeDeclaration
  | TestEntry
  | ExpectBlock
  | ObjectMember
  | TestValue
  | Expression;

/** The nodes directly below a node, in the order of the text. */
export function children(node: Node): readonly Node[] {
  switch (node.kind) {
    case "ProvmapFile":
      return node.blocks;
    case "ApplicationBlock":
      return node.properties;
    case "MappingBlock":
      return node.members;
    case "AttributesBlock":
      return node.declarations;
    case "TestBlock":
      return [...node.entries, ...node.expectations].sort((left, right) => left.span.start - right.span.start);
    case "FilterBlock":
      return node.clauses;
    case "Property":
    case "ListValue":
      return node.kind === "Property" ? node.values : node.items;
    case "AttributeMappingStatement":
      return [node.source, ...node.modifiers];
    case "TestEntry":
      return [node.value, node.changes].filter(child => child !== undefined);
    case "ExpectBlock":
    case "ObjectValue":
      return node.members;
    case "ObjectMember":
      return node.value === undefined ? [] : [node.value];
    default:
      return isExpression(node) ? expressionChildren(node) : [];
  }
}

/** The nodes from the file to the innermost one that the offset touches. Where two nodes meet, the one that starts there wins. */
export function pathTo(file: ProvmapFile, offset: number): readonly Node[] {
  const path: Node[] = [];
  let node: Node | undefined = file;
  while (node !== undefined) {
    path.push(node);
    node = children(node).findLast(child => touches(child.span, offset));
  }
  return path;
}

const expressionKinds: ReadonlySet<string> = new Set<Expression["kind"]>([
  "Call",
  "AttributeReference",
  "StringLiteral",
  "NumberLiteral",
  "Constant",
  "JobParameter",
  "BinaryOperation",
  "Parenthesized",
  "Omitted",
  "Missing",
]);

/** True for the nodes of the expression language. */
export function isExpression(node: Node): node is Expression {
  return expressionKinds.has(node.kind);
}
