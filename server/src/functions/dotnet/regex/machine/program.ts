import { single } from "../characterSet.ts";
import { membership } from "../membership.ts";
import type { BackReference, Balance, Capture, Conditional, Lookaround, RegexNode } from "../tree.ts";
import { ignoringCase } from "../unicode.ts";
import { anchors } from "./anchors.ts";
import {
  anchor,
  backReference,
  balance,
  captureFrom,
  character,
  commit,
  either,
  goBack,
  guard,
  ifCaptured,
  jump,
  mark,
} from "./instructions.ts";
import { captureTop, type Instruction } from "./machine.ts";
import { compileRepeat } from "./repeatProgram.ts";
import { emit, newRegister, reserve, slotRegister, type Writer } from "./writer.ts";

/** A pattern as instructions. Behind the last one it has matched. */
export interface Program {
  readonly code: readonly Instruction[];
  /** How many registers it needs. */
  readonly registers: number;
  /** The register of each slot. */
  readonly slots: ReadonlyMap<string, number>;
}

/** Compiles a pattern. */
export function compileProgram(tree: RegexNode): Program {
  const writer: Writer = { code: [], slots: new Map(), registers: captureTop + 1 };
  compileNode(writer, tree, false);
  return writer;
}

/** Writes the instructions of a node; `behind` tells that they run from right to left. */
function compileNode(writer: Writer, node: RegexNode, behind: boolean): void {
  const write = (body: RegexNode) => compileNode(writer, body, behind);
  switch (node.kind) {
    case "Characters":
      emit(writer, next => character(membership(node.set), behind, next));
      break;
    case "Anchor":
      emit(writer, next => anchor(anchors[node.place], next));
      break;
    case "Sequence":
      for (const item of behind ? node.items.toReversed() : node.items) write(item);
      break;
    case "Alternation":
      compileChoice(writer, node.branches, write);
      break;
    case "Capture":
    case "Balance":
      compileCapture(writer, node, write);
      break;
    case "Lookaround":
      compileLookaround(writer, node);
      break;
    case "Atomic":
      committed(writer, () => write(node.body));
      break;
    case "Repeat":
      compileRepeat(writer, node, behind, () => write(node.body));
      break;
    case "Conditional":
      compileConditional(writer, node, write);
      break;
    case "BackReference":
      compileReference(writer, node, behind);
      break;
  }
}

/** Writes the instructions of a node in the direction of the nodes around. */
type WriteNode = (node: RegexNode) => void;

function compileChoice(writer: Writer, branches: readonly RegexNode[], write: WriteNode): void {
  const exits: number[] = [];
  for (const [index, branch] of branches.entries()) {
    const isLast = index === branches.length - 1;
    const fork = isLast ? undefined : reserve(writer);
    write(branch);
    if (fork === undefined) break;
    exits.push(reserve(writer));
    writer.code[fork] = either(fork + 1, writer.code.length);
  }
  for (const exit of exits) writer.code[exit] = jump(writer.code.length);
}

function compileCapture(writer: Writer, node: Capture | Balance, write: WriteNode): void {
  const start = newRegister(writer);
  emit(writer, next => mark(start, next));
  write(node.body);
  const slot = node.slot === undefined ? undefined : slotRegister(writer, node.slot);
  if (node.kind === "Balance") {
    emit(writer, next => balance(start, slot, slotRegister(writer, node.removed), next));
  } else if (slot !== undefined) emit(writer, next => captureFrom(start, slot, next));
}

/** What `body` writes matches in one way only. */
function committed(writer: Writer, body: () => void): void {
  const height = newRegister(writer);
  emit(writer, next => guard(height, next));
  body();
  emit(writer, next => commit(height, next));
}

function compileLookaround(writer: Writer, { negative, behind, body }: Lookaround): void {
  const write = () => compileNode(writer, body, behind);
  if (negative) compileNegative(writer, write);
  else compileTrial(writer, write);
}

/** What `body` writes must match, and takes nothing. */
function compileTrial(writer: Writer, body: () => void): void {
  const start = newRegister(writer);
  emit(writer, next => mark(start, next));
  committed(writer, body);
  emit(writer, next => goBack(start, next));
}

/** What `body` writes must not match. */
function compileNegative(writer: Writer, body: () => void): void {
  let fork = 0;
  committed(writer, () => {
    fork = reserve(writer);
    body();
  });
  reserve(writer);
  writer.code[fork] = either(fork + 1, writer.code.length);
}

function compileConditional(writer: Writer, { condition, yes, no }: Conditional, write: WriteNode): void {
  let fork = 0;
  if (condition.kind === "Captured") fork = reserve(writer);
  else {
    committed(writer, () => {
      fork = reserve(writer);
      compileTrial(writer, () => write(condition));
    });
  }
  write(yes);
  const exit = reserve(writer);
  const otherwise = writer.code.length;
  writer.code[fork] =
    condition.kind === "Captured"
      ? ifCaptured(slotRegister(writer, condition.slot), fork + 1, otherwise)
      : either(fork + 1, otherwise);
  write(no);
  writer.code[exit] = jump(writer.code.length);
}

function compileReference(writer: Writer, { slot, ignoreCase }: BackReference, behind: boolean): void {
  const same = ignoreCase ? sameIgnoringCase : never;
  emit(writer, next => backReference(slotRegister(writer, slot), same, behind, next));
}

function never(): boolean {
  return false;
}

function sameIgnoringCase(left: number, right: number): boolean {
  return membership(ignoringCase(single(left)))(right);
}
