import { config } from "@vscode/l10n";
import { getL10nPseudoLocalized } from "@vscode/l10n-dev";
import bundle from "../../client/l10n/bundle.l10n.json" with { type: "json" };

/** VS Code's pseudo-language: every text of the bundle in letters that no English text has. */
export const pseudo: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(getL10nPseudoLocalized(bundle)).map(([text, translated]) => [text, `${translated}`]),
);

/** What `run` gives in the pseudo-language. */
export function inPseudo<T>(run: () => T): T {
  config({ contents: { ...pseudo } });
  try {
    return run();
  } finally {
    config({ contents: {} });
  }
}

/** The first two plain words of the English text, one behind the other, that stand so in the pseudo text, too. Code, quotes and addresses are no words. */
export function englishLeft(english: string, told: string): string | undefined {
  const left = new Set(wordPairs(told));
  return wordPairs(english).find(pair => left.has(pair));
}

const noWords = /```[\s\S]*?```|(`+)[\s\S]*?\1|(?<!\w)'[^'\n]*'(?!\w)|"(?:\\.|[^"\\\n])*"|\]\([^)]*\)|https?:\S+/g;
const wordPair =
  /(?<![\w.$:/@[-])(?=([A-Za-z]?[a-z]+(?:['’][a-z]+)? [A-Za-z]?[a-z]+(?:['’][a-z]+)?)(?![\w$[/@=-]|\.\w))/g;

function wordPairs(text: string): readonly string[] {
  return Array.from(text.replaceAll(noWords, "·").matchAll(wordPair), ([, pair = ""]) => pair);
}

/** The texts of `run` that have English left in them when the pseudo-language is spoken, each with the words. */
export function englishTold(run: () => readonly string[]): readonly string[] {
  const texts = run();
  const pseudoTexts = inPseudo(run);
  return texts.flatMap((text, index) => {
    const told = pseudoTexts[index] ?? text;
    const left = told === text ? text : englishLeft(text, told);
    return left === undefined ? [] : [`${left}: ${told}`];
  });
}

/** What `run` gives in the pseudo-language, where that takes its time: nothing else may be told meanwhile. */
export async function laterInPseudo<T>(run: () => Promise<T>): Promise<T> {
  config({ contents: { ...pseudo } });
  try {
    return await run();
  } finally {
    config({ contents: {} });
  }
}

const told = new Set([
  "consequence",
  "description",
  "examples",
  "message",
  "note",
  "notes",
  "problem",
  "reason",
  "recommendedAction",
  "remedy",
  "summary",
  "text",
]);

/** The sentences in what a run gives, by the members that hold them. */
export function sentencesIn(value: unknown, isTold = false): readonly string[] {
  if (typeof value === "string") return isTold ? [value] : [];
  if (Array.isArray(value)) return value.flatMap(one => sentencesIn(one, isTold));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) => sentencesIn(member, told.has(name)));
}

/** Names of the tests' own data, and what their target in memory says. */
const data = /Ada (?:Lovelace|Byron|King)|Bob Builder|cost centre|There is no resource [\w-]+\.|Match it again\./g;

/** The sentences of `run` that have English left in them when the pseudo-language is spoken, each with the words. */
export async function englishInSentences(run: () => Promise<unknown>): Promise<readonly string[]> {
  const sentences = async () => sentencesIn(await run()).map(sentence => sentence.replaceAll(data, "·"));
  const english = await sentences();
  const translated = await laterInPseudo(sentences);
  if (english.length === 0 || english.length !== translated.length) return ["not the same sentences"];
  return english.flatMap((sentence, index) => {
    const left = englishLeft(sentence, translated[index] ?? "");
    return left === undefined ? [] : [`${left}: ${translated[index]}`];
  });
}
