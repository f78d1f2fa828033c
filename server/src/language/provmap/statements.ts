import type { Span } from "../text.ts";
import { children, type Node } from "./path.ts";
import type { Block, ExpectBlock, FilterBlock, ProvmapFile } from "./tree.ts";

/** What a comment above it speaks of, in the order of the text: every statement whole, and of every block its head. */
export function statements(file: ProvmapFile): readonly Span[] {
  return file.blocks.flatMap(statementsOf);
}

/** Where statements, heads of blocks and blocks end, in the order of the text. */
export function statementEnds(file: ProvmapFile): readonly number[] {
  return file.blocks.flatMap(endsOf);
}

function statementsOf(node: Node): readonly Span[] {
  return isBlock(node) ? [headOf(node), ...children(node).flatMap(statementsOf)] : [node.span];
}

function endsOf(node: Node): readonly number[] {
  return isBlock(node)
    ? [headOf(node).end, ...children(node).flatMap(endsOf), ...(node.close ? [node.close.end] : [])]
    : [node.span.end];
}

function headOf({ span, open }: Block | FilterBlock | ExpectBlock): Span {
  return { start: span.start, end: open?.end ?? span.end };
}

function isBlock(node: Node): node is Block | FilterBlock | ExpectBlock {
  switch (node.kind) {
    case "ApplicationBlock":
    case "MappingBlock":
    case "AttributesBlock":
    case "TestBlock":
    case "FilterBlock":
    case "ExpectBlock":
      return true;
    default:
      return false;
  }
}
