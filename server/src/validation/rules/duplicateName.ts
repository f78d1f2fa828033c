import * as l10n from "@vscode/l10n";
import { quote } from "../../language/expression/print.ts";
import type { Word } from "../../language/text.ts";
import type { ObjectMapping } from "../../model/configuration.ts";
import { changeTo } from "../fixes.ts";
import { mappingsPage } from "../pages.ts";
import type { Report, Rule } from "../rule.ts";

/** Results, logs and the command line speak of tests, mappings and filters by their names. */
export const duplicateName: Rule = {
  code: "duplicate-name",
  severity: "warning",
  source: mappingsPage,
  check: report => ({
    Configuration({ mappings, tests }) {
      checkNames(report, "test", tests);
      checkNames(report, "mapping", mappings, identity);
    },
    ObjectMapping({ filters }) {
      checkNames(report, "filter", filters, ({ group }) => group);
    },
  }),
};

interface Named {
  readonly name: Word;
}

/** What is said of a name that is given twice: here, and where the other is. */
const sayings = {
  test: (name: string) => [
    l10n.t`Another test is named '${name}', so that the two cannot be told apart: rename this one.`,
    l10n.t`The other test '${name}'.`,
  ],
  mapping: (name: string) => [
    l10n.t`Another mapping is named '${name}', so that the two cannot be told apart: rename this one.`,
    l10n.t`The other mapping '${name}'.`,
  ],
  filter: (name: string) => [
    l10n.t`Another filter is named '${name}', so that the two cannot be told apart: rename this one.`,
    l10n.t`The other filter '${name}'.`,
  ],
} satisfies Readonly<Record<string, (name: string) => [string, string]>>;

/** Reports each name that another thing of the same kind has. */
function checkNames<T extends Named>(
  report: Report,
  kind: keyof typeof sayings,
  things: readonly T[],
  kindOf: (thing: T) => string = () => "",
): void {
  const names = new Set(things.map(({ name }) => name.text));
  const seen = new Map<string, Word>();
  for (const thing of things) {
    const { text, span } = thing.name;
    const key = JSON.stringify([kindOf(thing), text]);
    const first = seen.get(key);
    if (first === undefined) seen.set(key, thing.name);
    else if (text !== "") {
      const free = unused(text, names);
      const [message, other] = sayings[kind](text);
      const rename = changeTo(span, quote(free), l10n.t`Rename to '${free}'`);
      report(span, message, rename, { span: first.span, message: other });
      names.add(free);
    }
  }
}

function unused(name: string, names: ReadonlySet<string>): string {
  let number = 2;
  while (names.has(`${name} ${number}`)) number++;
  return `${name} ${number}`;
}

/** What a mapping is known by in a Graph schema, besides its name. */
function identity({ rule, sourceObject, targetObject }: ObjectMapping): string {
  return JSON.stringify([rule?.text, sourceObject.text, targetObject.text]);
}
