import { once } from "../../once.ts";
import { toLowerCase, toUpperCase } from "../casing.ts";
import { whiteSpace } from "../whiteSpace.ts";
import { blocks } from "./blocks.ts";
import { type CharacterRange, type CharacterSet, union } from "./characterSet.ts";

const surrogates: CharacterRange = [0xd800, 0xdfff];

/** Every character of the basic plane but the surrogates, in order. */
const basicPlane = once(basicPlaneText);

/** What `\d` matches: decimal digits of every script (.NET character classes). */
export const digits = once(() => scan("\\p{Nd}"));

/** What `\w` matches: letters, non-spacing marks, decimal digits and connector punctuation. */
export const wordCharacters = once(() => scan("[\\p{L}\\p{Mn}\\p{Nd}\\p{Pc}]"));

/** What `\b` looks for the ends of: word characters, and the two joiners. */
export const boundaryCharacters = once(() => union([...wordCharacters(), [0x200c, 0x200d]]));

/** What `\s` matches. */
export const spaces = once(() => scan(`[${whiteSpace}]`));

/** The general categories, as `\p{…}` names them. */
const categories = new Set(
  "C Cc Cf Cn Co Cs L Ll Lm Lo Lt Lu M Mc Me Mn N Nd Nl No P Pc Pd Pe Pf Pi Po Ps S Sc Sk Sm So Z Zl Zp Zs".split(" "),
);

/** What `\p{name}` matches: a general category or a named block; undefined where .NET knows no such name. */
export function property(name: string, ignoreCase: boolean): CharacterSet | undefined {
  if (ignoreCase && /^L[ult]$/.test(name)) return scan("[\\p{Lu}\\p{Ll}\\p{Lt}]");
  if (!categories.has(name)) return blocks[name] && [blocks[name]];
  if (name === "Cs") return [surrogates];
  const found = scan(`\\p{${name}}`);
  return name === "C" ? union([...found, surrogates]) : found;
}

/** The ranges and the characters that differ from theirs only in case, as .NET's invariant `IgnoreCase` has it. */
export function ignoringCase(ranges: readonly CharacterRange[]): CharacterSet {
  const added: CharacterRange[] = [];
  for (const [first, end] of ranges) {
    for (let code = first; code <= end; code++) {
      for (const variant of caseVariants(String.fromCharCode(code))) {
        added.push([variant.charCodeAt(0), variant.charCodeAt(0)]);
      }
    }
  }
  return union([...ranges, ...added]);
}

/** Capitals besides the ordinary one, by their lower case: the signs kelvin, angstrom and ohm, title case and the like. */
const furtherCapitals: ReadonlyMap<string, string> = new Map(
  [..."\u212a\u212b\u2126\u1e9e\u01c5\u01c8\u01cb\u01f2\u03f4"].map(capital => [capital.toLowerCase(), capital]),
);

/** The characters with the same lower case as this one. */
function caseVariants(character: string): readonly string[] {
  const lower = toLowerCase(character, "invariant");
  const upper = toUpperCase(lower, "invariant");
  const further = furtherCapitals.get(lower) ?? lower;
  return toLowerCase(upper, "invariant") === lower ? [lower, upper, further] : [lower, further];
}

function scan(characterClass: string): CharacterSet {
  const runs = basicPlane().matchAll(new RegExp(`${characterClass}+`, "gu"));
  return Array.from(runs, ({ 0: run }): CharacterRange => [run.charCodeAt(0), run.charCodeAt(run.length - 1)]);
}

function basicPlaneText(): string {
  const units = new Uint16Array(0x10000 - 0x800);
  for (let index = 0; index < units.length; index++) units[index] = index < surrogates[0] ? index : index + 0x800;
  return Buffer.from(units.buffer).toString("utf16le");
}
