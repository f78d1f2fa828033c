import type { FunctionDefinition, Parameter } from "./definition.ts";

/** The fewest arguments that a call needs: up to the last required one, or through the repetitions that must be there. */
export function minimumArguments({ parameters, repeating }: FunctionDefinition): number {
  if (repeating !== undefined && repeating.minimum > 0) {
    return parameters.length + repeating.group.length * repeating.minimum;
  }
  return parameters.findLastIndex(parameter => parameter.required) + 1;
}

/** The most arguments that a call may have; Infinity where they repeat. */
export function maximumArguments({ parameters, repeating }: FunctionDefinition): number {
  return repeating === undefined ? parameters.length : Number.POSITIVE_INFINITY;
}

/** Whether a call may have this many arguments: between minimum and maximum, and no repeating group is cut short. */
export function acceptsArguments(definition: FunctionDefinition, count: number): boolean {
  const repeated = Math.max(0, count - definition.parameters.length);
  return (
    count >= minimumArguments(definition) &&
    count <= maximumArguments(definition) &&
    repeated % (definition.repeating?.group.length ?? 1) === 0
  );
}

/** The parameter that the argument at this index (from 0) belongs to; undefined behind the last. */
export function parameterAt({ parameters, repeating }: FunctionDefinition, index: number): Parameter | undefined {
  if (index < parameters.length || repeating === undefined) return parameters[index];
  return repeating.group[(index - parameters.length) % repeating.group.length];
}
