import type { Frame } from "./node.ts";

const asked = Symbol("the world was asked");

/** Stands for an object and a world that are not there yet. */
const nobody: Frame = new Proxy({} as Frame, {
  get() {
    throw asked;
  },
});

/** What `work` gives before there is an object; `undefined` where it asks the object or the world for anything, or is too large. */
export function beforehand<T>(work: (frame: Frame) => T): T | undefined {
  try {
    return work(nobody);
  } catch (error) {
    if (error === asked || error instanceof RangeError) return undefined;
    throw error;
  }
}
