import * as l10n from "@vscode/l10n";
import { type Balance, bodies, type Conditional, everyNode, isNullable, type RegexNode, slotsIn } from "./tree.ts";

/** `[[:alpha:]]`: .NET up to version 5 passes over the name (dotnet/runtime, RegexParser.ScanCharClass). */
export function posixClass(): string {
  return l10n.t(
    "Some versions of .NET pass over [:…:] inside a class, others read its characters; none knows the classes of POSIX. Write \\p{L} and the like, or \\[ for the bracket.",
  );
}

/** `[+-\-]`: .NET up to version 3.1 makes no range of it (dotnet/corefx issue 31786). */
export function escapedEnd(): string {
  return l10n.t("Versions of .NET differ on \\- at the end of a range. Write the hyphen as \\x2d.");
}

/** `(?(a)(?i)b|c)`: .NET Core up to version 10 refuses it, .NET Framework does not (dotnet/runtime issue 111633). */
export function optionsInBranch(): string {
  return l10n.t(
    "Some versions of .NET refuse options in the branches of a conditional whose condition is a pattern. Put (?:…) around them.",
  );
}

/** `(a?)+?`: the interpreter of .NET up to version 10 takes a match to begin where it does not (dotnet/runtime pull request 120872). */
export function lazyNothing(): string {
  return l10n.t(
    "Most versions of .NET go wrong where a lazy repetition repeats something that can match nothing. Let it take a character each time.",
  );
}

/** What versions of .NET do differently with a whole pattern, and where the part begins that they differ on. */
export function doubtAbout(tree: RegexNode): { readonly message: string; readonly start: number } | undefined {
  const conditional = leadingConditional(tree);
  if (conditional !== undefined) return { message: oneBranch(), start: conditional.start };
  const balance = strayingBalance(tree);
  return balance && { message: balanceAhead(), start: balance.start };
}

/** `(?(n)a)`: .NET up to version 6 looks for the first character of its only branch (dotnet/runtime issue 24894). */
function oneBranch(): string {
  return l10n.t(
    "A conditional at the beginning that has one branch is passed over by some versions of .NET where its condition does not hold. Write a second branch: (?(…)…|).",
  );
}

/** A conditional with one branch that has to take a character, with nothing before it that has to. */
function leadingConditional(node: RegexNode): Conditional | undefined {
  if (node.kind === "Lookaround") return undefined;
  if (node.kind === "Conditional" && node.oneBranched && !isNullable(node.yes)) return node;
  for (const body of leadingBodies(node)) {
    const found = leadingConditional(body);
    if (found !== undefined) return found;
  }
  return undefined;
}

function leadingBodies(node: RegexNode): readonly RegexNode[] {
  if (node.kind !== "Sequence") return bodies(node);
  const first = node.items.findIndex(item => !isNullable(item));
  return first < 0 ? node.items : node.items.slice(0, first + 1);
}

/** `(?=ab(c))(?<n-1>a)`: versions of .NET differ on what n is (dotnet/runtime issue 111161). */
function balanceAhead(): string {
  return l10n.t(
    "Versions of .NET differ on what a balancing group captures where its text may lie before that of the group it takes away, as with groups in a lookaround. Leave out its own name: (?<-…>…).",
  );
}

/** A balancing group that captures, in a pattern with groups that may lie out of order: in lookarounds and conditions. */
function strayingBalance(tree: RegexNode): Balance | undefined {
  const nodes = [...everyNode(tree)];
  if (!nodes.some(capturesAside)) return undefined;
  return nodes.filter(node => node.kind === "Balance").find(({ slot }) => slot !== undefined);
}

function capturesAside(node: RegexNode): boolean {
  if (node.kind === "Lookaround") return slotsIn(node).length > 0;
  return node.kind === "Conditional" && node.condition.kind !== "Captured" && slotsIn(node.condition).length > 0;
}
