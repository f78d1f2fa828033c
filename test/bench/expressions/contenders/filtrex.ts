import { peerModule } from "../../peers.ts";
import { type Contender, rowsOf } from "../contender.ts";
import { type Mapping, named, row } from "../mappings.ts";
import { naive, pattern } from "../naive.ts";
import type { User } from "../users.ts";

interface Filtrex {
  readonly compileExpression: (text: string, options: object) => (input: unknown) => unknown;
}

const { compileExpression } = peerModule<Filtrex>("filtrex");

const options = {
  extraFunctions: {
    ...naive,
    endsWith: (text: string, end: string) => text.endsWith(end),
    replaceGroup: (text: string, source: string, group: string, replacement: string) =>
      naive.replaceGroup(text, pattern(source), group, replacement),
  },
};

function textOf(mapping: Mapping): string {
  switch (mapping.kind) {
    case "attribute":
      return mapping.attribute;
    case "switch":
      return `choose(toLower(${mapping.attribute}), ${[mapping.otherwise, ...mapping.cases.flat()].map(quote).join(", ")})`;
    case "join": {
      const parts = mapping.attributes.map(attribute => `normalizeDiacritics(${attribute})`);
      return `join(${quote(mapping.separator)}, ${parts.join(", ")})`;
    }
    case "replace":
      return `replaceGroup(${[mapping.attribute, ...[mapping.pattern, mapping.group, mapping.replacement].map(quote)].join(", ")})`;
    case "iif":
      return `if ${mapping.attribute} == ${quote(mapping.equals)} then ${mapping.chosen} else ${mapping.otherwise}`;
  }
}

function quote(text: string): string {
  return JSON.stringify(text);
}

const prepare = (mapping: Mapping) => compileExpression(textOf(mapping), options);
const { row: rowOf, block } = rowsOf(row.map(prepare));

/** filtrex, with the string functions of the bench registered in it. */
export const contender: Contender<User> = {
  subject: user => user,
  run: {
    switch: prepare(named.switch),
    join: prepare(named.join),
    replace: prepare(named.replace),
    filter: compileExpression(
      'accountEnabled and department ~= "^(?!Facilities$)" and country == "US" and endsWith(mail, "@contoso.com")',
      options,
    ),
    row: rowOf,
  },
  blocks: { row: block },
};
