/** The steps that regular expressions may take together, and those that are left; less than none once they ran out. */
export interface StepBudget {
  readonly limit: number;
  left: number;
}

/** So many steps take about 100 ms. */
export const stepsOfATenthOfASecond = 10_000_000;

/** A budget with nothing spent. */
export function newBudget(limit = stepsOfATenthOfASecond): StepBudget {
  return { limit, left: limit };
}
