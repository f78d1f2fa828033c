/** The figures of one thing in one run, in the unit of its row. */
export interface Sample {
  readonly median: number;
  readonly low: number;
  readonly high: number;
}

/** One line of the report: ours against a peer, measured in the same run. */
export interface Row {
  readonly name: string;
  readonly unit: string;
  readonly ours: Sample;
  readonly peer?: { readonly name: string; readonly sample: Sample };
  readonly goal?: Goal;
}

/** What is to be reached, of the ratio to the peer or of our own figure. */
export interface Goal {
  readonly of: "ratio" | "figure";
  readonly atLeast?: number;
  readonly atMost?: number;
}

/** Median, 10th and 90th percentile. */
export function summarise(values: readonly number[]): Sample {
  const sorted = [...values].sort((first, second) => first - second);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
  return { median: at(0.5), low: at(0.1), high: at(0.9) };
}

/** A single value as a sample. */
export function exactly(value: number): Sample {
  return { median: value, low: value, high: value };
}

/** The rows as an aligned table; the ratio is ours divided by the peer's. */
export function table(rows: readonly Row[]): string {
  const head = ["row", "ours", "p10-p90", "peer", "peer's", "ratio", "goal", "met"];
  const body = rows.map(row => {
    const { name, unit, ours, peer } = row;
    return [
      name,
      `${figure(ours.median)} ${unit}`,
      ours.low === ours.high ? "" : `${figure(ours.low)}-${figure(ours.high)}`,
      peer?.name ?? "",
      peer === undefined ? "" : `${figure(peer.sample.median)} ${unit}`,
      peer === undefined ? "" : `${(ours.median / peer.sample.median).toFixed(2)}x`,
      ...goalCells(row),
    ];
  });
  const widths = head.map((title, column) => Math.max(title.length, ...body.map(line => line[column]?.length ?? 0)));
  return [head, ...body]
    .map(line =>
      line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

function goalCells({ unit, ours, peer, goal }: Row): readonly string[] {
  if (goal === undefined) return [];
  const reached = goal.of === "figure" ? ours.median : ours.median / (peer?.sample.median ?? Number.NaN);
  const { atLeast = Number.NEGATIVE_INFINITY, atMost = Number.POSITIVE_INFINITY } = goal;
  const bound = goal.atLeast === undefined ? `<= ${goal.atMost}` : `>= ${goal.atLeast}`;
  return [`${bound}${goal.of === "figure" ? ` ${unit}` : "x"}`, atLeast <= reached && reached <= atMost ? "yes" : "NO"];
}

function figure(value: number): string {
  if (value >= 1e6) return `${(value / 1e6).toPrecision(3)}M`;
  return value >= 100 ? value.toFixed(0) : value.toPrecision(3);
}
