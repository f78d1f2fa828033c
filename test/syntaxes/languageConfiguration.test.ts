import assert from "node:assert/strict";
import configuration from "../../language-configuration.json" with { type: "json" };

const { wordPattern, indentationRules } = configuration;

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

suite("language configuration", () => {
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
