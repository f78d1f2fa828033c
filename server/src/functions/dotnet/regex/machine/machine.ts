/** One step of a compiled pattern: changes the machine and gives the number of the next instruction, or `failed`. */
export type Instruction = (machine: Machine) => number;

/** What an instruction gives where it does not match: the machine goes back to its latest choice. */
export const failed = -1;

/**
 * The state of a match in progress. Everything that a later failure must undo lies on two stacks of numbers, so that no
 * text is too long and no pattern too deep for it.
 */
export interface Machine {
  readonly text: string;
  /** Where `\G` matches. */
  readonly searchStart: number;
  position: number;
  /** How many steps may still be taken; negative once it was one too few. */
  left: number;
  /** Counters, marked positions and, for each slot, the place of its latest capture in `captures`, -1 without one. */
  readonly registers: Int32Array;
  /** For each open choice: the instruction to go on with, the position, the height of `trail`, and a number of its own. */
  choices: Int32Array;
  choiceTop: number;
  /** The number of the choice that was taken up last. */
  resumed: number;
  /** For each change of a register: which one, and what it held. */
  trail: Int32Array;
  trailTop: number;
  /** For each capture: start, end, and the place of the capture that its slot had before. */
  captures: Int32Array;
}

/** The register with the height of `captures`. */
export const captureTop = 0;

const choiceSize = 4;
const trailSize = 2;
const captureSize = 3;

/** A machine for one search; `slots` are the registers that hold no capture yet. */
export function newMachine(
  text: string,
  searchStart: number,
  registers: number,
  slots: Iterable<number>,
  left: number,
): Machine {
  const machine: Machine = {
    text,
    searchStart,
    left,
    position: 0,
    registers: new Int32Array(registers),
    choices: new Int32Array(64),
    choiceTop: 0,
    resumed: 0,
    trail: new Int32Array(64),
    trailTop: 0,
    captures: new Int32Array(24),
  };
  for (const slot of slots) machine.registers[slot] = -1;
  return machine;
}

/** Runs the instructions from the first one at a position. True: they all matched. False with no steps left: it is not known. */
export function run(code: readonly Instruction[], machine: Machine, position: number): boolean {
  undoTo(machine, 0);
  machine.choiceTop = 0;
  machine.position = position;
  let next = 0;
  for (;;) {
    const instruction = code[next];
    if (instruction === undefined) return true;
    machine.left--;
    if (machine.left < 0) return false;
    next = instruction(machine);
    if (next === failed) {
      if (machine.choiceTop === 0) return false;
      next = resume(machine);
    }
  }
}

/** Leaves a choice: should what follows fail, the machine goes on at this instruction and position. */
export function choose(machine: Machine, instruction: number, position: number, own = 0): void {
  const top = machine.choiceTop;
  if (top + choiceSize > machine.choices.length) machine.choices = grown(machine.choices);
  const { choices } = machine;
  choices[top] = instruction;
  choices[top + 1] = position;
  choices[top + 2] = machine.trailTop;
  choices[top + 3] = own;
  machine.choiceTop = top + choiceSize;
}

/** What a register holds. */
export function read(machine: Machine, register: number): number {
  return machine.registers[register] ?? 0;
}

/** Changes a register until a failure goes back behind this place. */
export function write(machine: Machine, register: number, value: number): void {
  const top = machine.trailTop;
  if (top + trailSize > machine.trail.length) machine.trail = grown(machine.trail);
  machine.trail[top] = register;
  machine.trail[top + 1] = machine.registers[register] ?? 0;
  machine.trailTop = top + trailSize;
  machine.registers[register] = value;
}

/** Adds a capture to a slot. */
export function capture(machine: Machine, slot: number, start: number, end: number): void {
  const top = read(machine, captureTop);
  if (top + captureSize > machine.captures.length) machine.captures = grown(machine.captures);
  machine.captures[top] = Math.min(start, end);
  machine.captures[top + 1] = Math.max(start, end);
  machine.captures[top + 2] = read(machine, slot);
  write(machine, slot, top);
  write(machine, captureTop, top + captureSize);
}

/** Takes the latest capture of a slot away. */
export function uncapture(machine: Machine, slot: number): void {
  write(machine, slot, machine.captures[read(machine, slot) + 2] ?? -1);
}

/** The latest capture of a slot, undefined without one. */
export function captured(machine: Machine, slot: number): { readonly start: number; readonly end: number } | undefined {
  const place = read(machine, slot);
  if (place < 0) return undefined;
  return { start: machine.captures[place] ?? 0, end: machine.captures[place + 1] ?? 0 };
}

/** Goes back to the latest choice and gives the instruction to go on with. */
function resume(machine: Machine): number {
  const top = machine.choiceTop - choiceSize;
  const { choices } = machine;
  machine.choiceTop = top;
  machine.position = choices[top + 1] ?? 0;
  machine.resumed = choices[top + 3] ?? 0;
  undoTo(machine, choices[top + 2] ?? 0);
  return choices[top] ?? failed;
}

function undoTo(machine: Machine, height: number): void {
  const { trail, registers } = machine;
  let top = machine.trailTop;
  while (top > height) {
    top -= trailSize;
    registers[trail[top] ?? 0] = trail[top + 1] ?? 0;
  }
  machine.trailTop = top;
}

function grown(stack: Int32Array): Int32Array {
  const larger = new Int32Array(stack.length * 2);
  larger.set(stack);
  return larger;
}
