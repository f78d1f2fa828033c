import assert from "node:assert/strict";
import configuration from "../../language-configuration.json" with { type: "json" };

const { wordPattern, indentationRules, onEnterRules } = configuration;

const words: readonly (readonly [text: string, words: readonly string[]])[] = [
  ["name.givenName <- [givenName]", ["name.givenName", "givenName"]],
  ['emails[type eq "work"].value', ["emails", "type", "eq", "work", "value"]],
  [
    "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department <-",
    ["urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department"],
  ],
  ["urn:x:2.0:User:badge: String", ["urn:x:2.0:User:badge", "String"]],
  ['displayName: "Zoë Lindqvist"', ["displayName", "Zoë", "Lindqvist"]],
  ["Mid([a],1,-3)", ["Mid", "a", "1", "-3"]],
];

const indentation: readonly (readonly [line: string, deeper: boolean])[] = [
  ['mapping "Users" {', true],
  ["  displayName <- Join(", true],
  ['mapping "Users" { // all of them', true],
  ["  userName <- [userPrincipalName]", false],
  ['  endpoint: "https://a.example/{"', false],
  ["  // a note {", false],
];

/** What Enter does between two texts: what it indents, appends and removes; nothing of its own where no rule fits. */
const enters: readonly (readonly [before: string, after: string, does: string])[] = [
  ['mapping "Users" {', "}", "indentOutdent"],
  ["  displayName <- Join(", ")", "indentOutdent"],
  ["  // a note that", " goes on", "none append '// '"],
  ["  // a note", "", ""],
  ["  title <- [jobTitle] // a note that", " goes on", ""],
  ["  /* a comment", "", "none append ' '"],
  ["  /* a comment */", "", ""],
  ["   that ends here */", "", "none remove 1"],
  ["  title <- [jobTitle] /* why */", "", ""],
  ["  title <- [jobTitle]", "", ""],
];

suite("language configuration", () => {
  for (const [before, after, does] of enters) {
    test(`Enter in ${before}|${after}`, () => {
      const rule = onEnterRules.find(
        ({ beforeText, afterText }) =>
          new RegExp(beforeText).test(before) && (afterText === undefined || new RegExp(afterText).test(after)),
      );
      const { indent, appendText, removeText } = (rule?.action ?? {}) as {
        indent?: string;
        appendText?: string;
        removeText?: number;
      };
      const parts = [indent, appendText && `append '${appendText}'`, removeText && `remove ${removeText}`];
      assert.equal(parts.filter(part => part !== undefined).join(" "), does);
    });
  }

  for (const [text, expected] of words) {
    test(`words of ${text}`, () => {
      assert.deepEqual(text.match(new RegExp(wordPattern.pattern, `g${wordPattern.flags}`)), expected);
    });
  }

  for (const [line, deeper] of indentation) {
    test(`${deeper ? "indents" : "does not indent"} behind ${line}`, () => {
      assert.equal(new RegExp(indentationRules.increaseIndentPattern).test(line), deeper);
    });
  }
});
