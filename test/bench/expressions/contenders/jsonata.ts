import { peerModule } from "../../peers.ts";
import type { Contender } from "../contender.ts";
import { type Mapping, named, row } from "../mappings.ts";
import { naive, pattern } from "../naive.ts";
import type { User } from "../users.ts";

type Jsonata = (text: string) => {
  readonly evaluate: (input: unknown) => Promise<unknown>;
  readonly registerFunction: (name: string, implementation: (...values: never[]) => unknown) => void;
};

const jsonata = peerModule<Jsonata>("jsonata");

function textOf(mapping: Mapping): string {
  switch (mapping.kind) {
    case "attribute":
      return mapping.attribute;
    case "switch":
      return `$choose($toLower(${mapping.attribute}), ${[mapping.otherwise, ...mapping.cases.flat()].map(quote).join(", ")})`;
    case "join": {
      const parts = mapping.attributes.map(attribute => `$normalizeDiacritics(${attribute})`);
      return `$joinWith(${quote(mapping.separator)}, ${parts.join(", ")})`;
    }
    case "replace":
      return `$replaceGroup(${[mapping.attribute, ...[mapping.pattern, mapping.group, mapping.replacement].map(quote)].join(", ")})`;
    case "iif":
      return `${mapping.attribute} = ${quote(mapping.equals)} ? ${mapping.chosen} : ${mapping.otherwise}`;
  }
}

function quote(text: string): string {
  return JSON.stringify(text);
}

function prepare(text: string): (user: User) => Promise<unknown> {
  const expression = jsonata(text);
  expression.registerFunction("toLower", naive.toLower);
  expression.registerFunction("normalizeDiacritics", naive.normalizeDiacritics);
  expression.registerFunction("joinWith", naive.join);
  expression.registerFunction("choose", naive.choose);
  expression.registerFunction("replaceGroup", (text: string, source: string, group: string, replacement: string) =>
    naive.replaceGroup(text, pattern(source), group, replacement),
  );
  return user => expression.evaluate(user);
}

const all = row.map(mapping => prepare(textOf(mapping)));
const filter = prepare(
  'accountEnabled and department != "Facilities" and country = "US" and $contains(mail, /@contoso\\.com$/)',
);

/** JSONata, with the string functions of the bench registered in it. */
export const contender: Contender<User> = {
  subject: user => user,
  run: {
    switch: prepare(textOf(named.switch)),
    join: prepare(textOf(named.join)),
    replace: prepare(textOf(named.replace)),
    filter,
    row: async user => {
      const values: unknown[] = [];
      for (const evaluate of all) values.push(await evaluate(user));
      return values;
    },
  },
  compile: () => Object.values(named).map(mapping => jsonata(textOf(mapping))),
};
