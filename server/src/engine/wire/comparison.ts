import type { ScimRequest } from "../ports.ts";

/** What is written, as Entra writes it without and with the flag aadOptscim062020. */
export interface WireComparison {
  /** The mode of this run. */
  readonly used: "default" | "compliant";
  readonly default: readonly ScimRequest[];
  readonly compliant: readonly ScimRequest[];
  readonly differences: readonly WireDifference[];
}

/** A form of a request at which real servers stumble. */
export interface WireDifference {
  /** In which mode the request has that form. */
  readonly mode: "default" | "compliant" | "both";
  /** The index of the request in its list. */
  readonly request: number;
  /** The target attribute that it is about, where it is about one. */
  readonly target?: string;
  /** What is special about it: `booleanAsText`. */
  readonly quirk: string;
  /** One sentence with what is sent. */
  readonly text: string;
  /** One sentence with what some servers make of it. */
  readonly consequence: string;
}
