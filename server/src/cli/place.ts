/** A place as people and terminals count: from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}
