import * as l10n from "@vscode/l10n";
import type { Call } from "../language/expression/tree.ts";
import type { ProvmapDocument } from "../model/document.ts";
import { fixesThatHold } from "../validation/fixesThatHold.ts";
import { iifAsSwitch, switchAsIif } from "../validation/rewrites.ts";
import type { Fix } from "../validation/rule.ts";
import { cursorAt } from "./cursorAt.ts";

/** Other ways to write the innermost Switch or IIF around an offset that mean the same; of IIF in IIF, the whole chain. */
export function rewritesAt(document: ProvmapDocument, offset: number): readonly Fix[] {
  const cursor = cursorAt(document, offset);
  const calls = cursor.kind === "Source" ? cursor.path.filter(node => node.kind === "Call") : [];
  const asIif = calls.findLast(call => switchAsIif(call) !== undefined);
  const asSwitch = outermostOfChain(calls);
  const fixes = [
    ...(asIif === undefined ? [] : [rewrite(asIif, l10n.t("Rewrite as nested IIF"), switchAsIif)]),
    ...(asSwitch === undefined ? [] : [rewrite(asSwitch, l10n.t("Rewrite as Switch"), iifAsSwitch)]),
  ];
  return fixesThatHold(document.configuration)(fixes);
}

function rewrite({ span, ...call }: Call, title: string, write: (call: Call) => string | undefined): Fix {
  return { title, edits: [{ span, text: write({ ...call, span }) ?? "" }] };
}

/** An IIF that is the value if false of another belongs to it. */
function outermostOfChain(calls: readonly Call[]): Call | undefined {
  const innermost = calls.findLastIndex(call => iifAsSwitch(call) !== undefined);
  let index = innermost;
  while (index > 0 && isChained(calls[index - 1], calls[index])) index--;
  return calls[index];
}

function isChained(outer: Call | undefined, inner: Call | undefined): boolean {
  return outer !== undefined && inner !== undefined && iifAsSwitch(outer) !== undefined && outer.arguments[2] === inner;
}
