import { broken, corpus } from "./corpus.ts";
import type { Summary } from "./summary.ts";

/** What one parser did in a process of its own. */
export interface Report {
  /** Megabytes a second of each pass: of 64 KB, and of the same with one broken line in a hundred where it recovers. */
  readonly rates: readonly number[];
  readonly brokenRates: readonly number[];
  /** Milliseconds of the first parse of 500 lines in the process, the parser being made, and of warm ones. */
  readonly first: number;
  readonly warm: readonly number[];
  readonly summary: Summary;
}

/** A parser of the corpus's language. */
export interface ParserContender {
  readonly parse: (text: string) => unknown;
  /** Throws where there are mistakes. */
  readonly summarise: (text: string) => Summary;
  readonly recovers: boolean;
}

const [parser = "", seconds = "0.4", passes = "3"] = process.argv.slice(2);
const lines500 = corpus(33_500);

const { contender } = (await import(parser)) as { contender: ParserContender };

contender.parse("");
const begun = performance.now();
contender.parse(lines500);
const first = performance.now() - begun;

const text = corpus(64 * 1024);
const summary = contender.summarise(text);
const rates = ratesOf(text);
const brokenRates = contender.recovers ? ratesOf(broken(text)) : [];
const warm = ratesOf(lines500).map(rate => lines500.length / rate / 1000);
console.log(JSON.stringify({ rates, brokenRates, first, warm, summary } satisfies Report));

function ratesOf(parsed: string): readonly number[] {
  const measured: number[] = [];
  for (let pass = 0; pass <= Number(passes); pass++) {
    const start = performance.now();
    let count = 0;
    while (performance.now() - start < Number(seconds) * 1000) {
      contender.parse(parsed);
      count++;
    }
    measured.push((parsed.length * count) / (performance.now() - start) / 1000);
  }
  return measured.slice(1);
}
