import type { CharacterSet } from "../characterSet.ts";
import type { RegexNode, Repeat } from "../tree.ts";

/** A pattern as the ways through its characters: where a match may be, and where it may go with the next code unit. */
export interface Automaton {
  /** The first is the beginning, the last the end, where nothing more is taken; all are in the order in which a match reaches them. */
  readonly positions: readonly Position[];
}

export interface Position {
  /** The code units that lead here. */
  readonly set: CharacterSet;
  /** The number of the outermost endless repetition around: its positions are next to each other and all reach each other. */
  readonly loop: number | undefined;
  /** The innermost repetition around. */
  readonly repeat: Repeat | undefined;
  /** A pattern that is tried here and takes nothing by itself: of a lookaround, a condition or an atomic group. */
  readonly tried: Tried | undefined;
  readonly edges: Edge[];
}

export interface Tried {
  readonly body: RegexNode;
  readonly behind: boolean;
}

export interface Edge {
  readonly to: number;
  /** In how many ways the empty text between the two is matched. */
  readonly ways: number;
  /** Inside an atomic group, which decides once between this edge and another. */
  readonly decided: boolean;
}
