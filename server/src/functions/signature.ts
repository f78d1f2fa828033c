import type { FunctionDefinition, Parameter } from "./definition.ts";

/** How a function is shown: `Switch(source, defaultValue?, key, value, …)`, with the place of each parameter in that label. */
export interface Signature {
  readonly label: string;
  readonly parameters: readonly { readonly parameter: Parameter; readonly start: number; readonly end: number }[];
}

/** The signature of a function: optional parameters carry a `?`, `…` says that the group before it repeats. */
export function signatureOf(definition: FunctionDefinition): Signature {
  const shown: Signature["parameters"][number][] = [];
  let label = `${definition.name}(`;
  for (const parameter of parametersOf(definition)) {
    if (shown.length > 0) label += ", ";
    const written = parameter.required ? parameter.name : `${parameter.name}?`;
    shown.push({ parameter, start: label.length, end: label.length + written.length });
    label += written;
  }
  return { label: `${label}${definition.repeating === undefined ? "" : ", …"})`, parameters: shown };
}

/** The parameters that a signature shows: each once, those that repeat at the end. */
export function parametersOf({ parameters, repeating }: FunctionDefinition): readonly Parameter[] {
  return [...parameters, ...(repeating?.group ?? [])];
}

/** Which of the signature's parameters an argument belongs to; undefined for one too many. */
export function parameterIndex({ parameters, repeating }: FunctionDefinition, argument: number): number | undefined {
  if (argument < parameters.length) return argument;
  const group = repeating?.group.length ?? 0;
  return group === 0 ? undefined : parameters.length + ((argument - parameters.length) % group);
}
