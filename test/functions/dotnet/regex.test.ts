import assert from "node:assert/strict";
import fastCheck from "fast-check";
import { readRegex } from "../../../server/src/functions/dotnet/regex.ts";
import { fastMatches, machineMatches } from "./matches.ts";

suite("regular expressions of .NET", () => {
  const found: readonly [pattern: string, text: string, expected: readonly string[], why?: string][] = [
    ["a|bc", "abc", ["a", "bc"]],
    ["", "ab", ["", "", ""]],
    [".", "a\n\r\u2028", ["a", "\r", "\u2028"], "the dot stops at a line feed only"],
    ["..", "😀", ["😀"], "a character is a UTF-16 code unit"],
    ["😀+", "😀😀", ["😀", "😀"], "a quantifier repeats the last code unit"],
    ["(?s).", "\n", ["\n"]],
    ["^b", "a\nb", []],
    ["(?m)^b$", "a\nb\nc", ["b"]],
    ["(?m)a$", "a\r\n", [], "a carriage return is no end of a line"],
    ["a$", "a\n", ["a"], "the end may be followed by one line feed"],
    ["a$", "a\n\n", []],
    ["a\\Z", "a\n", ["a"]],
    ["a\\z", "a\n", []],
    ["\\Aa", "aa", ["a"]],
    ["\\d+", "12٣४", ["12٣४"]],
    ["\\D", "a1", ["a"]],
    ["\\w+", "Zoë_1-x", ["Zoë_1", "x"]],
    ["\\w", "\u200d\u0903", [], "joiners and spacing marks are no word characters"],
    ["\\W", "é-", ["-"]],
    ["\\s+", "a\u0085\u00a0b", ["\u0085\u00a0"]],
    ["\\s", "\ufeff", []],
    ["\\S+", "a b", ["a", "b"]],
    ["\\bé\\b", "é aé", ["é"]],
    ["a\\b.", "a\u200d", [], "a joiner continues a word"],
    ["\\Bb", "ab b", ["b"]],
    ["[\\w.-]+@", "a.b-c@", ["a.b-c@"]],
    ["[^\\s@]+", "a@b c", ["a", "b", "c"]],
    ["[]a]+", "a]b", ["a]"]],
    ["[^]a]", "]ab", ["b"]],
    ["[a-]+", "a-b", ["a-"]],
    ["[\\-a-c]+", "b-", ["b-"]],
    ["[\\--a]+", "-.a", ["-", "a"], "an escaped hyphen begins no range"],
    ["[+-\\x2d]+", "+,-.", ["+,-"]],
    ["[\\d-x]+", "1-x", ["1-x"]],
    ["[[:a]+", "a[:]", ["a[:"], "there are no POSIX classes"],
    ["[a-z-[aeiou]]+", "hello", ["h", "ll"]],
    ["[\\w-[\\d]]+", "a1b", ["a", "b"]],
    ["[^a-[b]]", "abc", ["c"]],
    ["[a-z-[b-y-[m]]]+", "abmz", ["a", "mz"]],
    ["[a-[a]]", "a", []],
    ["\\p{Lu}\\P{Lu}", "Éa", ["Éa"]],
    ["\\p{IsGreek}+", "aλΩ", ["λΩ"]],
    ["\\p{IsCyrillic}", "Ж", ["Ж"]],
    ["\\p{Cs}", "😀", ["\ud83d", "\ude00"]],
    ["\\x41\\u0042\\103\\cJ\\e\\a", "ABC\n\u001b\u0007", ["ABC\n\u001b\u0007"]],
    ["\\@\\:\\;\\,\\<\\>\\/\\-\\ ", "@:;,<>/- ", ["@:;,<>/- "]],
    ["a{2}b{,3}{", "aab{,3}{", ["aab{,3}{"], "a brace that is no quantifier is itself"],
    ["a{2,}?", "aaa", ["aa"]],
    ["a+?b??", "ab", ["a"]],
    ["(?:^a)?b", "ab", ["ab"]],
    ["(?:a??)?b", "ab", ["ab"]],
    ["(?:|a)?", "a", ["", ""], "an empty alternative is taken first"],
    ["(?:a*b*)*c", "abac", ["abac"]],
    ["(a)\\1", "aa", ["aa"]],
    ["(a)(b)(c)(d)(e)(f)(g)(h)(i)(j)\\10", "abcdefghijj", ["abcdefghijj"]],
    ["(a)\\10", "a\b", ["a\b"], "without a tenth group the digits are octal"],
    ["(?<n>a)\\k<n>\\k'n'\\1", "aaaa", ["aaaa"]],
    ["(?'n'a)\\<n>", "aa", ["aa"]],
    ["\\<1n>", "<1n>", ["<1n>"], "what begins with a digit and is no number refers to nothing"],
    ["(?<01>a)|(b)\\1", "abb", ["a", "bb"], "a number with leading zeros is that of another group"],
    ["(?<2>a)(b)\\2", "aba", ["aba"]],
    ["(a)1\\1", "a1a", ["a1a"]],
    ["(a)(?:\\1)0", "aa0", ["aa0"]],
    ["(?>a+)ab", "aaab", []],
    ["(?>a|ab)c(x)", "abcx acx", ["acx"]],
    ["(?<=a)b(?!c)", "abab bc abc", ["b", "b"]],
    ["(?<!a)b", "ab b", ["b"]],
    ["(?<=(\\d+))x", "12x", ["x"]],
    ["(?i)strasse|É", "STRASSE é", ["STRASSE", "é"]],
    ["(?i)k", "K\u212a", ["K", "\u212a"], "the kelvin sign is a k"],
    ["(?i)σ", "Σς", ["Σ"], "the final sigma stands alone"],
    ["(?i)[a-c]+", "aBCd", ["aBC"]],
    ["(?i)[^a]", "Ab", ["b"]],
    ["(?i)i", "Iİı", ["I"]],
    ["a(?i)b|c", "aB C ab A", ["aB", "C", "ab"], "an option holds to the end of its group"],
    ["(?:(?i)a)b", "Ab AB", ["Ab"]],
    ["(?i:a)b", "Ab AB", ["Ab"]],
    ["(?i)a(?-i)b", "Ab AB", ["Ab"]],
    ["(?x) a b # c\n c [ #]", "abc abc#", ["abc ", "abc#"]],
    ["a(?#comment)+", "aa", ["aa"], "a comment may stand before a quantifier"],
    ["(?n)(a)(?<x>b)\\1", "abb", ["abb"], "with the option n only names capture"],
  ];
  for (const [pattern, text, expected, why] of found) {
    test(`${pattern} finds ${JSON.stringify(expected)} in ${JSON.stringify(text)}${why ? `: ${why}` : ""}`, () => {
      const texts = machineMatches(pattern, text).map(({ groups }) => groups[0]);
      assert.deepEqual(texts, expected);
      assert.deepEqual(fastMatches(pattern, text) ?? machineMatches(pattern, text), machineMatches(pattern, text));
    });
  }

  const groups: readonly [pattern: string, text: string, values: Readonly<Record<string, string>>][] = [
    ["(?<n>a)(b)", "ab", { "0": "ab", "1": "b", n: "a" }],
    ["(.*?)-(?<id>.)(.)", "a-bc", { "0": "a-bc", "1": "a", "2": "c", id: "b" }],
    ["(?<d>\\d)-x|x-(?<d>\\d)", "x-7", { "0": "x-7", d: "7" }],
    ["(?>(a+))(b)", "aab", { "0": "aab", "1": "aa", "2": "b" }],
    ["(?<5>a)(b)(?<n>c)", "abc", { "0": "abc", "1": "b", "5": "a", n: "c" }],
    ["(?<Suffix>@(.)*)", "a@bc", { "0": "@bc", "1": "c", Suffix: "@bc" }],
    ["(a*)?b", "b", { "0": "b", "1": "" }],
    ["(?(?=a)(a)|b)(c)", "ac", { "0": "ac", "1": "c" }],
    ["(?(?=(a))(a)|b)(?<n>c)", "ac", { "0": "ac", "1": "a", n: "c" }],
    ["(?(a)(a)|b)(c)", "ac", { "0": "ac", "1": "a", "2": "c" }],
  ];
  for (const [pattern, text, values] of groups) {
    test(`the groups of ${pattern} in ${text} are ${JSON.stringify(values)}`, () => {
      for (const matches of [machineMatches(pattern, text), fastMatches(pattern, text) ?? []]) {
        if (matches[0] !== undefined) assert.deepEqual({ ...matches[0].groups }, values);
      }
    });
  }

  test("names are numbered behind the unnamed groups", () => {
    const regex = readRegex("(?<b>.)(.)(?<a>.)(.)(?<7>.)");
    assert.equal(regex.kind, "regex");
    assert.deepEqual(regex.kind === "regex" && regex.groups.map(({ name, number }) => `${number} ${name}`), [
      "0 0",
      "1 1",
      "2 2",
      "7 7",
      "3 b",
      "4 a",
    ]);
  });

  test("a group that .NET passes over behind a condition has a number, and is never captured", () => {
    const regex = readRegex("(?(?=a)(a)|b)(c)(?<n>d)");
    assert.deepEqual(regex.kind === "regex" && regex.groups.map(({ name, number }) => `${number} ${name}`), [
      "0 0",
      "1 1",
      "2 2",
      "3 n",
    ]);
    assert.deepEqual(machineMatches("(?(?=a)(a)|b)(c)\\2?", "ac")[0]?.groups, { "0": "ac", "1": "c" });
  });

  const agreed: readonly string[] = [
    "(a?){0,5}?",
    "(a?){2,}?",
    "(?:a|b)+?",
    "\\w(?<n>a)?(?(n)b)",
    "(?<n>a)?(?(n)b|)",
    "(?(?=a)b?)c",
    "(?=(?(?=a)b))c",
    "(?=bc(a))(?<-1>b)",
    "(?<n>a)(?<m-n>b)(?!c)",
    "(?(?=a)(?:(?i)b)|c)",
    "(?<n>a)?(?(n)(?i)b|c)",
  ];
  for (const pattern of agreed) {
    test(`${pattern} means the same to all versions of .NET`, () => assert.equal(readRegex(pattern).kind, "regex"));
  }

  const refused: readonly [kind: "invalid" | "unsupported", pattern: string, position: number, message: RegExp][] = [
    ["invalid", "(a", 0, /closing parenthesis/],
    ["invalid", "a)", 1, /opening parenthesis/],
    ["invalid", "*a", 0, /nothing for the quantifier \* to repeat/],
    ["invalid", "a|{2}", 2, /nothing for the quantifier \{/],
    ["invalid", "(?i)+", 4, /nothing for the quantifier/],
    ["invalid", "a**", 2, /cannot follow a quantifier/],
    ["invalid", "a++", 2, /cannot follow a quantifier/],
    ["invalid", "a+?{2}", 3, /cannot follow a quantifier/],
    ["invalid", "a{3,2}", 1, /first number exceeds/],
    ["invalid", "a{99999999999}", 1, /cannot exceed 2147483647/],
    ["invalid", "[a", 0, /closing bracket/],
    ["invalid", "[]", 0, /closing bracket/],
    ["invalid", "[z-a]", 1, /backwards/],
    ["invalid", "[a-\\d]", 3, /cannot end with a set/],
    ["invalid", "[a-[b]c]", 6, /last part/],
    ["invalid", "\\", 0, /single backslash/],
    ["invalid", "\\_", 0, /\\_ is not a known escape/],
    ["invalid", "\\y", 0, /\\y is not a known escape/],
    ["invalid", "\\x4", 0, /\\x is not a known escape/],
    ["invalid", "\\p{Greek}", 0, /no Unicode category or block Greek/],
    ["invalid", "\\pL", 0, /name in braces/],
    ["invalid", "\\1", 0, /no group 1/],
    ["invalid", "\\k<n>", 0, /no group n/],
    ["invalid", "\\k", 0, /needs a name/],
    ["invalid", "(?P<n>a)", 0, /no known group/],
    ["invalid", "(?<n a)", 0, /no known group/],
    ["invalid", "(?<0>a)", 0, /neither a name nor a number/],
    ["invalid", "(?<01>a)", 0, /01 is neither a name nor a number/],
    ["invalid", "(?<2147483648>a)", 0, /neither a name nor a number/],
    ["invalid", "\\11111111111", 0, /no group 11111111111/],
    ["invalid", "[[:alpha:]]*(", 12, /closing parenthesis/],
    ["invalid", "(?<1a>a)", 0, /neither a name nor a number/],
    ["invalid", "a(?#b", 1, /comment/],
    ["invalid", "(?<a-b>x)", 0, /no group b/],
    ["invalid", "(?<-b>x)", 0, /no group b/],
    ["invalid", "(?<a->x)", 0, /no known group/],
    ["invalid", "(?(1)a|b)", 2, /number of a group/],
    ["invalid", "(a)(?(1b)a|b)", 5, /number of a group/],
    ["invalid", "(?(a)b|c|d)", 0, /two branches/],
    ["invalid", "(?(?<n>a)b|c)", 2, /capture by name/],
    ["invalid", "(?(?i)b|c)", 2, /change options/],
    ["invalid", "(?(?#a)b|c)", 2, /capture by name/],
    ["invalid", "(?(a)+b|c)", 5, /nothing for the quantifier/],
    ["unsupported", "[[::]]", 1, /pass over \[:…:\]/],
    ["unsupported", "[a[:alpha:]]", 2, /pass over \[:…:\]/],
    ["unsupported", "[+-\\-]+", 3, /\\- at the end of a range/],
    ["unsupported", "[b-\\-]", 3, /\\- at the end of a range/],
    ["unsupported", "x(a?)+?", 1, /lazy repetition/],
    ["unsupported", "(?:\\b)*?", 0, /lazy repetition/],
    ["unsupported", "(?<n>a)?(?(n)b)", 8, /one branch/],
    ["unsupported", "(?:x|((?(?=a)ab)))", 6, /one branch/],
    ["unsupported", "(?=bc(a))(?<n-1>b)", 9, /balancing group/],
    ["unsupported", "(a)(?<=(?<n-1>b)c)", 7, /balancing group/],
    ["unsupported", "(?(ab(c))(?<n-1>a)|b)", 9, /balancing group/],
    ["unsupported", "(?(?=a)(?i)b|c)", 7, /options in the branches/],
    ["unsupported", "(?(?=a)b|(?i:c))", 9, /options in the branches/],
    ["unsupported", "(?(".repeat(300), 375, /nested deeper/],
    ["unsupported", "(".repeat(300) + ")".repeat(300), 250, /nested deeper/],
    ["unsupported", `${"[a-".repeat(300)}b${"]".repeat(300)}`, 753, /nested deeper/],
  ];
  for (const [kind, pattern, position, message] of refused) {
    test(`${pattern.slice(0, 20)} is ${kind}: ${message.source}`, () => {
      const result = readRegex(pattern);
      assert.ok(result.kind !== "regex", `${pattern} is read`);
      assert.deepEqual([result.kind, result.position], [kind, position]);
      assert.match(result.message, message);
    });
  }

  test("whatever the pattern, it runs in both ways alike or is refused at a place inside it", () => {
    const piece = fastCheck.constantFrom(
      ..."ab10()[]{}^$.*+?|\\-,:=!<>'# \npPkdwsbAzGi",
      "(?",
      "(?<n>",
      "(?<-n>",
      "(?(",
      "(?i)",
      "\\p{L}",
    );
    const pattern = fastCheck.array(piece, { maxLength: 16 }).map(pieces => pieces.join(""));
    const subject = fastCheck.string({ unit: fastCheck.constantFrom(..."ab10\nA-"), maxLength: 8 });
    fastCheck.assert(
      fastCheck.property(pattern, subject, (text, value) => {
        const result = readRegex(text);
        if (result.kind !== "regex") assert.ok(result.position >= 0 && result.position <= text.length);
        else if (fastMatches(text, value)) assert.deepEqual(fastMatches(text, value), machineMatches(text, value));
        else assert.ok(machineMatches(text, value));
      }),
      { numRuns: 5000, seed: 1 },
    );
  });
});
