import type { EndpointAccess, Environment, Previewed, ProvisioningResult } from "../../../server/src/protocol.ts";

/** One run and what it was about. */
export interface Preview {
  readonly result: ProvisioningResult;
  readonly previewed: Previewed;
  readonly environment: Environment;
  readonly access: EndpointAccess;
  /** The name of the file without its folder. */
  readonly file: string;
  /** The line of an offset, counted from 1. */
  readonly lineAt: (offset: number) => number;
}

/** A place in the file: offsets for the editor, the line for the person. */
export interface Place {
  readonly start: number;
  readonly end: number;
  readonly line: number;
}

/** A span of the file with its line. */
export function place({ start, end }: Omit<Place, "line">, { lineAt }: Preview): Place {
  return { start, end, line: lineAt(start) };
}
