import * as l10n from "@vscode/l10n";
import { type CallContext, eager, type FunctionDefinition, integer, optionalText } from "./definition.ts";
import { functionsPage } from "./pages.ts";
import { type Failure, failure } from "./values.ts";

const parameters = [
  integer({ name: "Length", summary: "How many characters, 256 at most." }),
  integer({ name: "MinimumNumbers", summary: "How many digits at least." }),
  integer({ name: "MinimumSpecialCharacters", summary: "How many special characters at least." }),
  integer({ name: "MinimumCapital", summary: "How many capital letters at least." }),
  integer({ name: "MinimumLowerCase", summary: "How many lower-case letters at least." }),
  optionalText({ name: "CharactersToAvoid", summary: "Characters that are never used." }),
] as const;

const longest = 256;

/** RandomString makes a password. */
export const randomString: FunctionDefinition = {
  name: "RandomString",
  profiles: ["application"],
  summary: "Returns a random text with at least so many digits, special characters, capitals and lower-case letters.",
  parameters,
  returns: "text",
  source: `${functionsPage}#randomstring`,
  implementation: eager(parameters, (length, numbers, special, capital, lowerCase, avoided, { random }) =>
    draw(
      length,
      [
        { name: "MinimumNumbers", minimum: numbers, characters: without(digits, avoided) },
        { name: "MinimumSpecialCharacters", minimum: special, characters: without(specialCharacters, avoided) },
        { name: "MinimumCapital", minimum: capital, characters: without(capitals, avoided) },
        { name: "MinimumLowerCase", minimum: lowerCase, characters: without(capitals.toLowerCase(), avoided) },
      ],
      { characters: without(digits + capitals + capitals.toLowerCase(), avoided), random },
    ),
  ),
};

const digits = "0123456789";
const capitals = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

/** Windows Server, "Password must meet complexity requirements" (learn.microsoft.com/previous-versions/windows/it-pro/windows-server-2012-r2-and-2012/hh994562(v=ws.11)). */
const specialCharacters = "~!@#$%^&*_-+=`|\\(){}[]:;\"'<>,.?/";

interface Demand {
  readonly name: string;
  readonly minimum: number;
  readonly characters: string;
}

interface Rest {
  readonly characters: string;
  readonly random: CallContext["random"];
}

function draw(length: number, demands: readonly Demand[], { characters, random }: Rest): string | Failure {
  if (length < 1 || length > longest) return failure(l10n.t`Length is ${length}; it must be between 1 and ${longest}.`);
  const impossible = demands.find(({ minimum, characters: some }) => minimum < 0 || (minimum > 0 && some === ""));
  if (impossible !== undefined) return failure(whyImpossible(impossible));
  const asked = demands.reduce((sum, { minimum }) => sum + minimum, 0);
  if (asked > length)
    return failure(l10n.t`the minimums add up to ${asked}, which is more than the Length of ${length}.`);
  if (asked < length && characters === "") return failure(l10n.t("CharactersToAvoid leaves no letter and no digit."));
  const pools = demands.flatMap(demand => Array<string>(demand.minimum).fill(demand.characters));
  const drawn = [...pools, ...Array<string>(length - asked).fill(characters)].map(pool =>
    pool.charAt(below(pool.length, random)),
  );
  return shuffled(drawn, random).join("");
}

function whyImpossible({ name, minimum }: Demand): string {
  if (minimum < 0) return l10n.t`${name} is ${minimum}; it cannot be negative.`;
  return l10n.t`CharactersToAvoid leaves no character for ${name}, which asks for ${minimum}.`;
}

function without(characters: string, avoided: string | null | undefined): string {
  return Array.from(characters)
    .filter(character => !avoided?.includes(character))
    .join("");
}

/** Fisher and Yates: every order is as likely as every other. */
function shuffled(characters: readonly string[], random: CallContext["random"]): readonly string[] {
  const order = [...characters];
  for (let last = order.length - 1; last > 0; last--) {
    const other = below(last + 1, random);
    [order[last], order[other]] = [order[other] ?? "", order[last] ?? ""];
  }
  return order;
}

function below(limit: number, random: CallContext["random"]): number {
  return Math.floor(random() * limit);
}
