import { entraText } from "../expressions/entraText.ts";
import { row } from "../expressions/mappings.ts";

/** A `.provmap` text of at least this many characters: mappings of thirty expressions, with properties, a filter and modifiers. */
export function corpus(characters: number): string {
  const blocks: string[] = [];
  for (let size = 0; size < characters; size += blocks.at(-1)?.length ?? 0) blocks.push(mapping(blocks.length));
  return blocks.join("\n");
}

/** The same with the ends of so many of its attribute mappings missing, one in a hundred. */
export function broken(text: string): string {
  let mappings = 0;
  return text.replace(/(<- \w+\(.*)\)(.*)$/gm, (line, before: string, after: string) =>
    mappings++ % 100 === 50 ? before + after : line,
  );
}

function mapping(number: number): string {
  const lines = row.map((each, index) => {
    const target = index % 3 === 0 ? `emails[type eq "work${index}"].value` : `attribute${index}`;
    return `  ${target} <- ${entraText(each)}${modifiers[index % modifiers.length]}`;
  });
  return `mapping "Users ${number}" {
  source: User
  target: "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"
  enabled: true
  actions: create, update, delete

  filter "Engineering" {
    department EQUALS "Engineering"
    accountEnabled IS TRUE
  }

${lines.join("\n")}
}
`;
}

const modifiers = [" match 1", "", "", ' default "none"', "", " on create", ""];
