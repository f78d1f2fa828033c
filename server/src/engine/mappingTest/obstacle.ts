import type { Span } from "../../language/text.ts";

/** Why a test cannot run: what is in the way, the remedy, and the place. */
export interface Obstacle {
  readonly obstacle: string;
  readonly span: Span;
}
