import type { Membership } from "../membership.ts";
import {
  capture,
  captured,
  choose,
  failed,
  type Instruction,
  type Machine,
  read,
  uncapture,
  write,
} from "./machine.ts";

/** One code unit of a set. */
export function character(member: Membership, behind: boolean, next: number): Instruction {
  const [offset, step] = behind ? [-1, -1] : [0, 1];
  return machine => {
    // Outside the text the code unit is NaN, which no set has.
    if (!member(machine.text.charCodeAt(machine.position + offset))) return failed;
    machine.position += step;
    return next;
  };
}

/** A place that has a property. */
export function anchor(holds: (machine: Machine) => boolean, next: number): Instruction {
  return machine => (holds(machine) ? next : failed);
}

/** Goes to the first of two instructions, and to the second where that fails. */
export function either(first: number, second: number): Instruction {
  return machine => {
    choose(machine, second, machine.position);
    return first;
  };
}

/** Goes elsewhere. */
export function jump(next: number): Instruction {
  return () => next;
}

/** Keeps the position in a register. */
export function mark(register: number, next: number): Instruction {
  return machine => {
    write(machine, register, machine.position);
    return next;
  };
}

/** Returns to the position in a register. */
export function goBack(register: number, next: number): Instruction {
  return machine => {
    machine.position = read(machine, register);
    return next;
  };
}

/** Captures what lies between the marked position and this one. */
export function captureFrom(register: number, slot: number, next: number): Instruction {
  return machine => {
    capture(machine, slot, read(machine, register), machine.position);
    return next;
  };
}

/** Takes the latest capture of `removed` away and captures what lies between it and the marked text, if there is a slot for it. */
export function balance(register: number, slot: number | undefined, removed: number, next: number): Instruction {
  return machine => {
    const other = captured(machine, removed);
    if (other === undefined) return failed;
    const [one, another] = [read(machine, register), machine.position];
    uncapture(machine, removed);
    const own = { start: Math.min(one, another), end: Math.max(one, another) };
    if (slot !== undefined) captureBetween(machine, slot, own, other);
    return next;
  };
}

interface Range {
  readonly start: number;
  readonly end: number;
}

/** What lies between two texts, or what they share where they overlap. */
function captureBetween(machine: Machine, slot: number, own: Range, other: Range): void {
  if (own.start >= other.end) capture(machine, slot, other.end, own.start);
  else if (own.end <= other.start) capture(machine, slot, other.start, other.start);
  else capture(machine, slot, Math.max(own.start, other.start), Math.min(own.end, other.end));
}

/** Goes on where the slot has a capture, otherwise elsewhere. */
export function ifCaptured(slot: number, next: number, otherwise: number): Instruction {
  return machine => (read(machine, slot) >= 0 ? next : otherwise);
}

/** The text that the slot captured; fails without a capture. */
export function backReference(
  slot: number,
  same: (left: number, right: number) => boolean,
  behind: boolean,
  next: number,
): Instruction {
  return machine => {
    const range = captured(machine, slot);
    if (range === undefined) return failed;
    const length = range.end - range.start;
    const start = behind ? machine.position - length : machine.position;
    if (start < 0 || start + length > machine.text.length) return failed;
    machine.left -= length;
    for (let index = 0; index < length; index++) {
      const [code, wanted] = [machine.text.charCodeAt(start + index), machine.text.charCodeAt(range.start + index)];
      if (code !== wanted && !same(code, wanted)) return failed;
    }
    machine.position = behind ? start : start + length;
    return next;
  };
}

/** Keeps the height of the choices, so that `commit` can drop those that come after. */
export function guard(register: number, next: number): Instruction {
  return machine => {
    write(machine, register, machine.choiceTop);
    return next;
  };
}

/** Drops the choices since `guard`: what matched is not tried in another way. */
export function commit(register: number, next: number): Instruction {
  return machine => {
    machine.choiceTop = read(machine, register);
    return next;
  };
}
