import type { StepBudget } from "../budget.ts";
import type { PlacedMatch, Range, Search } from "../search.ts";
import { beginsWith, type RegexNode } from "../tree.ts";
import { captured, type Machine, newMachine, run } from "./machine.ts";
import { compileProgram } from "./program.ts";

/** The pattern on a machine of our own, which does all that .NET does and stops where the budget ends. */
export function machineSearch(tree: RegexNode): Search {
  const { code, registers, slots } = compileProgram(tree);
  const onlyAtStart = beginsWith(tree, "start");
  const onlyAtSearchStart = beginsWith(tree, "searchStart");

  function find(text: string, at: number, searchStart: number, budget: StepBudget): PlacedMatch | undefined {
    const machine = newMachine(text, searchStart, registers, slots.values(), budget.left);
    const last = onlyAtStart ? 0 : onlyAtSearchStart ? searchStart : text.length;
    let start = at;
    while (start <= last && machine.left >= 0 && !run(code, machine, start)) start++;
    budget.left = machine.left;
    return start <= last && machine.left >= 0 ? matchOf(machine, start, slots) : undefined;
  }

  return { test: (text, budget) => find(text, 0, 0, budget) !== undefined, find, findPlaced: find };
}

function matchOf(machine: Machine, start: number, slots: ReadonlyMap<string, number>): PlacedMatch {
  const { text: input, position: end } = machine;
  const ranges = new Map<string, Range | undefined>([["0", { start, end }]]);
  for (const [slot, register] of slots) if (slot !== "0") ranges.set(slot, captured(machine, register));
  const textIn = (range: Range | undefined) => range && input.slice(range.start, range.end);
  return {
    input,
    start,
    end,
    textOf: ({ name }) => textIn(ranges.get(name)),
    rangeOf: ({ name }) => ranges.get(name),
  };
}
