/** Runs a task once all that were given before have ended. */
export type InTurn = <T>(task: () => Promise<T>) => Promise<T>;

/** Turns that nobody has taken yet. */
export function createTurns(): InTurn {
  let last: Promise<unknown> = Promise.resolve();
  return task => {
    const turn = last.then(task);
    last = turn.catch(() => undefined);
    return turn;
  };
}
