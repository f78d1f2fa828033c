import type { CharacterSet } from "../characterSet.ts";
import { membership } from "../membership.ts";
import { isNullable, type Repeat } from "../tree.ts";
import { either, jump } from "./instructions.ts";
import { characters, decide, endLoop, fewerCharacters, iterate, moreCharacters, startLoop } from "./repetition.ts";
import { emit, newRegister, reserve, type Writer } from "./writer.ts";

/** Writes the instructions of a repetition, in the simplest of the forms that do; `writeBody` writes those of its body. */
export function compileRepeat(writer: Writer, node: Repeat, behind: boolean, writeBody: () => void): void {
  const { body, minimum, maximum } = node;
  if (maximum === 0) return;
  if (body.kind === "Characters") compileCharacters(writer, node, body.set, behind);
  else if (minimum === 0 && maximum === 1) compileOptional(writer, node, writeBody);
  else if (minimum <= 1 && maximum === Number.POSITIVE_INFINITY && !isNullable(body))
    compileEndless(writer, node, writeBody);
  else compileCounted(writer, node, writeBody);
}

function compileCharacters(writer: Writer, node: Repeat, set: CharacterSet, behind: boolean): void {
  const member = membership(set);
  const start = reserve(writer);
  const again = reserve(writer);
  const next = writer.code.length;
  writer.code[start] = characters(member, node, behind, again, next);
  writer.code[again] = node.lazy
    ? moreCharacters(member, node.maximum, behind, again, next)
    : fewerCharacters(behind, again, next);
}

/** `body?` */
function compileOptional(writer: Writer, { lazy }: Repeat, writeBody: () => void): void {
  const fork = reserve(writer);
  writeBody();
  const [inside, exit] = [fork + 1, writer.code.length];
  writer.code[fork] = lazy ? either(exit, inside) : either(inside, exit);
}

/** `body*` and `body+` over a body that always takes something. */
function compileEndless(writer: Writer, { minimum, lazy }: Repeat, writeBody: () => void): void {
  const entry = minimum === 0 ? reserve(writer) : undefined;
  const inside = writer.code.length;
  writeBody();
  const fork = reserve(writer);
  const exit = writer.code.length;
  writer.code[fork] = lazy ? either(exit, inside) : either(inside, exit);
  if (entry !== undefined) writer.code[entry] = jump(fork);
}

function compileCounted(writer: Writer, { minimum, maximum, lazy }: Repeat, writeBody: () => void): void {
  const [count, mark] = [newRegister(writer), newRegister(writer)];
  emit(writer, next => startLoop({ count }, next));
  const decision = reserve(writer);
  const again = reserve(writer);
  writeBody();
  const end = reserve(writer);
  const loop = { minimum, maximum, lazy, count, mark, body: again + 1, exit: writer.code.length };
  writer.code[decision] = decide(loop, again);
  writer.code[again] = iterate(loop);
  writer.code[end] = endLoop(loop, decision);
}
