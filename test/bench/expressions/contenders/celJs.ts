import { peerModule } from "../../peers.ts";
import { type Contender, rowsOf } from "../contender.ts";
import { type Mapping, named, row } from "../mappings.ts";
import { naive, pattern } from "../naive.ts";
import type { User } from "../users.ts";

interface Cel {
  readonly Environment: new (options: object) => Environment;
}

interface Environment {
  readonly registerFunction: (signature: string, implementation: (...values: never[]) => unknown) => Environment;
  readonly parse: (text: string) => (input: unknown) => unknown;
}

const { Environment } = peerModule<Cel>("@marcbachmann/cel-js");

/** CEL has no functions of any number of arguments: the keys and values of a choice are one list. */
const environment = new Environment({ unlistedVariablesAreDyn: true })
  .registerFunction("toLower(string): string", naive.toLower)
  .registerFunction("normalizeDiacritics(string): string", naive.normalizeDiacritics)
  .registerFunction("joinTwo(string, string, string): string", naive.join)
  .registerFunction("choose(string, string, list): string", (source: string, otherwise: string, pairs: string[]) =>
    naive.choose(source, otherwise, ...pairs),
  )
  .registerFunction(
    "replaceGroup(string, string, string, string): string",
    (text: string, source: string, group: string, replacement: string) =>
      naive.replaceGroup(text, pattern(source), group, replacement),
  );

function textOf(mapping: Mapping): string {
  switch (mapping.kind) {
    case "attribute":
      return mapping.attribute;
    case "switch":
      return `choose(toLower(${mapping.attribute}), ${quote(mapping.otherwise)}, [${mapping.cases.flat().map(quote).join(", ")}])`;
    case "join": {
      const parts = mapping.attributes.map(attribute => `normalizeDiacritics(${attribute})`);
      return `joinTwo(${quote(mapping.separator)}, ${parts.join(", ")})`;
    }
    case "replace":
      return `replaceGroup(${[mapping.attribute, ...[mapping.pattern, mapping.group, mapping.replacement].map(quote)].join(", ")})`;
    case "iif":
      return `${mapping.attribute} == ${quote(mapping.equals)} ? ${mapping.chosen} : ${mapping.otherwise}`;
  }
}

function quote(text: string): string {
  return JSON.stringify(text);
}

const prepare = (mapping: Mapping) => environment.parse(textOf(mapping));
const { row: rowOf, block } = rowsOf(row.map(prepare));

/** @marcbachmann/cel-js, with the string functions of the bench registered in it. */
export const contender: Contender<User> = {
  subject: user => user,
  run: {
    switch: prepare(named.switch),
    join: prepare(named.join),
    replace: prepare(named.replace),
    filter: environment.parse(
      'accountEnabled && department != "Facilities" && country == "US" && mail.endsWith("@contoso.com")',
    ),
    row: rowOf,
  },
  blocks: { row: block },
};
