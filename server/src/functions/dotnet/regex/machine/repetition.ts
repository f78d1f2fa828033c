import type { Membership } from "../membership.ts";
import { choose, failed, type Instruction, type Machine, read, write } from "./machine.ts";

/** How often something is repeated; `maximum` may be Infinity. */
export interface Counts {
  readonly minimum: number;
  readonly maximum: number;
  readonly lazy: boolean;
}

/** A repetition of one code unit of a set. `self` is the number of the instruction behind it, `characterAgain`. */
export function characters(
  member: Membership,
  counts: Counts,
  behind: boolean,
  again: number,
  next: number,
): Instruction {
  const { minimum, maximum, lazy } = counts;
  return machine => {
    const start = machine.position;
    const wanted = lazy ? minimum : maximum;
    const count = advance(machine, member, behind, wanted);
    if (count < minimum) return failed;
    const more = lazy ? maximum > minimum : count > minimum;
    if (more) choose(machine, again, machine.position, lazy ? minimum : start + (behind ? -minimum : minimum));
    return next;
  };
}

/** Gives one code unit back, and leaves the choice to give back more; the choice's own number is the least position. */
export function fewerCharacters(behind: boolean, self: number, next: number): Instruction {
  const step = behind ? 1 : -1;
  return machine => {
    const least = machine.resumed;
    machine.position += step;
    if (machine.position !== least) choose(machine, self, machine.position, least);
    return next;
  };
}

/** Takes one code unit more, and leaves the choice to take another; the choice's own number counts them. */
export function moreCharacters(
  member: Membership,
  maximum: number,
  behind: boolean,
  self: number,
  next: number,
): Instruction {
  return machine => {
    const count = machine.resumed + 1;
    if (advance(machine, member, behind, 1) === 0) return failed;
    if (count < maximum) choose(machine, self, machine.position, count);
    return next;
  };
}

/** Moves over code units of a set, at most so many, and gives their number. Each is a step. */
function advance(machine: Machine, member: Membership, behind: boolean, maximum: number): number {
  const { text, position } = machine;
  const available = Math.min(maximum, behind ? position : text.length - position);
  let count = 0;
  if (behind) while (count < available && member(text.charCodeAt(position - count - 1))) count++;
  else while (count < available && member(text.charCodeAt(position + count))) count++;
  machine.left -= count;
  machine.position = behind ? position - count : position + count;
  return count;
}

/** The registers and instructions of a repetition that is counted. */
export interface Loop extends Counts {
  /** How many times the body has matched. */
  readonly count: number;
  /** Where the body began last. */
  readonly mark: number;
  readonly body: number;
  readonly exit: number;
}

/** Begins a repetition. */
export function startLoop({ count }: Pick<Loop, "count">, next: number): Instruction {
  return machine => {
    write(machine, count, 0);
    return next;
  };
}

/** Decides before each time whether to go on; `again` is the instruction `iterate` of the same repetition. */
export function decide({ count, minimum, maximum, lazy, exit }: Loop, again: number): Instruction {
  return machine => {
    const done = read(machine, count);
    if (done < minimum) return again;
    if (done >= maximum) return exit;
    choose(machine, lazy ? again : exit, machine.position);
    return lazy ? exit : again;
  };
}

/** Begins the body once more. */
export function iterate({ mark, body }: Loop): Instruction {
  return machine => {
    write(machine, mark, machine.position);
    return body;
  };
}

/** Ends the body: a time that matched nothing, once there were enough, is the last. */
export function endLoop({ count, mark, minimum, exit }: Loop, again: number): Instruction {
  return machine => {
    const done = read(machine, count) + 1;
    if (done >= minimum && machine.position === read(machine, mark)) return exit;
    write(machine, count, done);
    return again;
  };
}
