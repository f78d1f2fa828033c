import assert from "node:assert/strict";
import type { Filter, Literal, Operator } from "../../../server/src/engine/filter/filter.ts";
import { parseFilter } from "../../../server/src/engine/filter/parseFilter.ts";

const compare = (attribute: string, operator: Operator, value: Literal): Filter => ({
  kind: "compare",
  attribute,
  operator,
  value,
});
const present = (attribute: string): Filter => ({ kind: "present", attribute });
const and = (...terms: readonly Filter[]): Filter => ({ kind: "and", terms });
const or = (...terms: readonly Filter[]): Filter => ({ kind: "or", terms });
const not = (term: Filter): Filter => ({ kind: "not", term });
const element = (attribute: string, filter: Filter): Filter => ({ kind: "element", attribute, filter });

const [a, b, c] = [present("a"), present("b"), present("c")];
const isWork = compare("type", "eq", "work");
const manager = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager";

suite("a filter", () => {
  /** The examples of RFC 7644, figure 2, and what Entra sends. */
  const rows: readonly (readonly [text: string, filter: Filter])[] = [
    ['userName eq "bjensen"', compare("userName", "eq", "bjensen")],
    ['name.familyName co "O\'Malley"', compare("name.familyName", "co", "O'Malley")],
    [
      'urn:ietf:params:scim:schemas:core:2.0:User:userName sw "J"',
      compare("urn:ietf:params:scim:schemas:core:2.0:User:userName", "sw", "J"),
    ],
    ["title pr", present("title")],
    ['meta.lastModified ge "2011-05-13T04:42:34Z"', compare("meta.lastModified", "ge", "2011-05-13T04:42:34Z")],
    ['title pr and userType eq "Employee"', and(present("title"), compare("userType", "eq", "Employee"))],
    [
      'userType eq "Employee" and (emails co "example.com" or emails.value co "example.org")',
      and(
        compare("userType", "eq", "Employee"),
        or(compare("emails", "co", "example.com"), compare("emails.value", "co", "example.org")),
      ),
    ],
    ["userType ne null and not (a pr)", and(compare("userType", "ne", null), not(a))],
    [
      'emails[type eq "work" and value co "@example.com"]',
      element("emails", and(isWork, compare("value", "co", "@example.com"))),
    ],
    [
      'emails[type eq "work"] or ims[type eq "xmpp" and value co "@foo.com"]',
      or(
        element("emails", isWork),
        element("ims", and(compare("type", "eq", "xmpp"), compare("value", "co", "@foo.com"))),
      ),
    ],
    ['emails[type eq "work"].value eq "a@b"', element("emails", and(isWork, compare("value", "eq", "a@b")))],
    ['emails[type eq "work"].value pr', element("emails", and(isWork, present("value")))],
    [`id eq "1" and ${manager}.value eq "2"`, and(compare("id", "eq", "1"), compare(`${manager}.value`, "eq", "2"))],
    ["members[$ref pr]", element("members", present("$ref"))],
    ["a pr or b pr and c pr", or(a, and(b, c))],
    ["(a pr or b pr) and c pr", and(or(a, b), c)],
    ["a pr and b pr or c pr", or(and(a, b), c)],
    ["a pr and b pr and c pr", and(a, b, c)],
    ["not (a pr or b pr) and c pr", and(not(or(a, b)), c)],
    ["NOT(a PR) AND ((b Pr)) Or c pr", or(and(not(a), b), c)],
    ["  a  pr   and(b pr)", and(a, b)],
    ["not pr", present("not")],
    ["order pr", present("order")],
    ['a eq "say \\"hi\\" \\\\ \\u00e9"', compare("a", "eq", 'say "hi" \\ é')],
    ['a eq ""', compare("a", "eq", "")],
    ['a eq "and (b pr)"', compare("a", "eq", "and (b pr)")],
    ["a gt -1.5e3", compare("a", "gt", -1500)],
    ["a eq True or a eq FALSE", or(compare("a", "eq", true), compare("a", "eq", false))],
  ];
  for (const [text, filter] of rows) {
    test(`${text} is read`, () => assert.deepEqual(parseFilter(text), filter));
  }

  const mistakes: readonly (readonly [text: string, message: string])[] = [
    ["", "an attribute is missing at the end"],
    ["userName", "an operator such as eq is missing at the end"],
    ["userName eq", "a value is missing at the end"],
    ["userName eq ada", "ada is no JSON value"],
    ["userName eq 'ada'", "'ada' is no JSON value"],
    ["userName eq 01", "01 is no JSON value"],
    ['userName eq "ada', "a closing double quote is missing"],
    ['userName eq "ada\\"', "a closing double quote is missing"],
    ['userName eq "\\x"', '"\\x" is no JSON string'],
    ['userName is "ada"', 'an operator such as eq is missing before "is"'],
    ['eq "ada"', 'an operator such as eq is missing before """'],
    ["a pr and", "an attribute is missing at the end"],
    ["a pr b pr", '"b" is not expected here'],
    ["a pr andb pr", '"andb" is not expected here'],
    ["(a pr", '")" is missing at the end'],
    ["a pr)", '")" is not expected here'],
    ["()", 'an attribute is missing before ")"'],
    ["not a pr", 'an operator such as eq is missing before "a"'],
    ['emails[type eq "work"', '"]" is missing at the end'],
    ['emails[type eq "work".value eq "x"', '"]" is missing before ".value"'],
    ['emails[type eq "work"]. eq "x"', 'an attribute is missing before "eq"'],
    ['emails[type eq "work"] eq "x"', '"eq" is not expected here'],
    [`${"(".repeat(5000)}a pr`, "parentheses and brackets nest more than 100 deep"],
  ];
  for (const [text, message] of mistakes) {
    test(`${text.slice(0, 40) || "of nothing"} is refused`, () =>
      assert.deepEqual(parseFilter(text), { kind: "invalid", message }));
  }
});
