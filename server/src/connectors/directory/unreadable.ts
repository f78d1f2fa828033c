import { InputError } from "../inputError.ts";

/** An object of a directory file that cannot be read, with its place, counted from 1. */
export interface Unreadable {
  readonly line: number;
  readonly column: number;
  /** One or two sentences: what is wrong, and what to do. */
  readonly reason: string;
  /** The id that it has nevertheless, where one can be seen. */
  readonly id?: string;
}

/** The error for an object that cannot be read and cannot be left out. */
export function refusedObject(path: string, { line, column, reason }: Unreadable): InputError {
  return new InputError(`${path}:${line}:${column}: ${reason}`);
}
