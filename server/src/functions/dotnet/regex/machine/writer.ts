import { failed, type Instruction } from "./machine.ts";

/** A program being written. */
export interface Writer {
  readonly code: Instruction[];
  /** The register of each slot. */
  readonly slots: Map<string, number>;
  /** How many registers are given out. */
  registers: number;
}

/** Writes an instruction that knows the number of the one behind it. */
export function emit(writer: Writer, instruction: (next: number) => Instruction): void {
  writer.code.push(instruction(writer.code.length + 1));
}

/** Leaves room for an instruction that needs numbers not known yet, and gives its own number. */
export function reserve(writer: Writer): number {
  return writer.code.push(() => failed) - 1;
}

/** Gives out a register. */
export function newRegister(writer: Writer): number {
  return writer.registers++;
}

/** The register of a slot, a new one where it has none. */
export function slotRegister(writer: Writer, slot: string): number {
  const register = writer.slots.get(slot) ?? newRegister(writer);
  writer.slots.set(slot, register);
  return register;
}
