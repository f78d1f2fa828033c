/**
 * Things that lists are made of, those of inner lists above those of outer ones. A list is cut off when it is whole: it has
 * no room to grow, which a tree would keep.
 */
export interface Stack<T> {
  readonly items: T[];
  size: number;
}

/** Puts one more thing on top. */
export function push<T>(stack: Stack<T>, item: T): void {
  stack.items[stack.size++] = item;
}

/** Takes off what lies above the first so many. */
export function cut<T>(stack: Stack<T>, size: number): readonly T[] {
  if (stack.size === size) return [];
  const list = stack.items.slice(size, stack.size);
  stack.size = size;
  return list;
}
