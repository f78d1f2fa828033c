import type { Span } from "../text.ts";
import { children, type Node } from "./path.ts";
import type { ProvmapFile } from "./tree.ts";

/** What a comment above it speaks of, in the order of the text: every statement whole, and of every block its head. */
export function statements(file: ProvmapFile): readonly Span[] {
  return file.blocks.flatMap(statementsOf);
}

function statementsOf(node: Node): readonly Span[] {
  switch (node.kind) {
    case "ApplicationBlock":
    case "MappingBlock":
    case "AttributesBlock":
    case "TestBlock":
    case "FilterBlock":
    case "ExpectBlock": {
      const head = { start: node.span.start, end: node.open?.end ?? node.span.end };
      return [head, ...children(node).flatMap(statementsOf)];
    }
    default:
      return [node.span];
  }
}
