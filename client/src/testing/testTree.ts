import { l10n, Range, type TestController, type TestItem, type TestItemCollection, Uri, workspace } from "vscode";
import type { NamedRange, TestFile, TextRange } from "../../../server/src/protocol/tests.ts";

/** Shows a file, its mappings and their tests in the controller; a file without tests is taken out. Items that stay keep their results. */
export function showFile({ items, createTestItem }: TestController, file: TestFile): void {
  const { application, mappings, others, problem } = file;
  const uri = Uri.parse(file.uri);
  const id = uri.toString();
  if (mappings.length + others.length === 0) {
    items.delete(id);
    return;
  }
  const path = workspace.asRelativePath(uri);
  const item = items.get(id) ?? createTestItem(id, path, uri);
  item.label = application ?? path;
  if (application !== undefined) item.description = path;
  item.error = problem && l10n.t("Line {0} may hide a test: {1}", problem.range.start.line + 1, problem.message);
  const create = (name: string, label: string) => createTestItem(name, label, uri);
  const below = update(item.children, [...mappings, ...others], create);
  mappings.forEach((mapping, index) => {
    const children = below[index]?.children;
    if (children !== undefined) update(children, mapping.tests, create);
  });
  items.add(item);
}

/** Makes a collection hold these, in their order, and gives them. Those of one name are told apart by their number. */
function update(
  collection: TestItemCollection,
  wanted: readonly NamedRange[],
  create: (id: string, label: string) => TestItem,
): readonly TestItem[] {
  const counts = new Map<string, number>();
  const items = wanted.map(({ name, range }, index) => {
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    const id = `${name} ${count}`;
    const item = collection.get(id) ?? create(id, name);
    item.range = rangeOf(range);
    item.sortText = String(index).padStart(5, "0");
    return item;
  });
  collection.replace(items);
  return items;
}

/** The tests that are asked for, by the item of their file. */
export function testsIn(
  roots: Iterable<TestItem>,
  excluded: readonly TestItem[] = [],
): ReadonlyMap<TestItem, readonly TestItem[]> {
  const tests = [...roots].flatMap(item => leaves(item, excluded));
  return Map.groupBy([...new Set(tests)], fileOf);
}

function leaves(item: TestItem, excluded: readonly TestItem[]): readonly TestItem[] {
  if (excluded.includes(item)) return [];
  if (item.children.size === 0) return item.parent === undefined ? [] : [item];
  return [...item.children].flatMap(([, child]) => leaves(child, excluded));
}

function fileOf(item: TestItem): TestItem {
  return item.parent === undefined ? item : fileOf(item.parent);
}

function rangeOf({ start, end }: TextRange): Range {
  return new Range(start.line, start.character, end.line, end.character);
}
