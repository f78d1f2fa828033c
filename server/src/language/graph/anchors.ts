import { type JsonTree, lastBefore, spanOf } from "./json.ts";

/** More characters than a file has that is opened in an editor; an anchor stays below the whole numbers that are exact. */
const room = 2 ** 26;

/**
 * An offset as one number that counts from the last edge of a value before it, so that it means the same place in the trees
 * that `rescan` makes of this one, unless it lies inside the string that changes.
 */
export function anchorOf(tree: JsonTree, offset: number): number {
  const node = lastBefore(tree, offset);
  if (node === undefined) return offset;
  const { start, end } = spanOf(tree, node);
  return offset < end ? (2 * node + 1) * room + offset - start : (2 * node + 2) * room + offset - end;
}

/** The offset of an anchor in such a tree. */
export function offsetOf(tree: JsonTree, anchor: number): number {
  const edge = Math.floor(anchor / room);
  const distance = anchor % room;
  if (edge === 0) return distance;
  const { start, end } = spanOf(tree, Math.floor((edge - 1) / 2));
  return (edge % 2 === 1 ? start : end) + distance;
}
