import assert from "node:assert/strict";
import { signatureHelp } from "../../server/src/features/signatureHelp.ts";
import { documentAt, inMapping } from "../harness/documents.ts";

suite("Signature help", () => {
  test("for the first argument", () => activates("title <- Append(|", "source"));
  test("for the second argument", () => activates('title <- Append([mail], "|")', "suffix"));
  test("behind a comma at the end of a line", () =>
    activates("title <- Append([mail], |\n  nickName <- [mail]", "suffix"));
  test("for an omitted argument", () => activates('title <- Switch([state], |, "a", "b")', "defaultValue?"));
  test("behind an omitted argument", () => activates('title <- Switch([state], , "a|", "b")', "key"));
  test("for the second of a repeating pair", () => activates('title <- Switch([state], , "a", "b|")', "value"));
  test("for the first of the next pair", () => activates('title <- Switch([state], , "a", "b", "c|", "d")', "key"));
  test("for the second of the next pair", () => activates('title <- Switch([state], , "a", "b", "c", |)', "value"));
  test("for one argument too many", () => activates("title <- Append([mail], [mail], |)", undefined));
  test("of the inner call", () =>
    assert.equal(helpAt("title <- Append(Switch([state|]), [mail])")?.label, switchLabel));
  test("of the outer call behind an inner one", () =>
    assert.equal(helpAt("title <- Append(Switch([state]), |)")?.label, "Append(source, suffix)"));
  test("over lines", () => activates("title <- Append(\n    [mail],\n    |\n  )", "suffix"));
  test("none in the name of a function", () => assert.equal(helpAt("title <- App|end([mail])"), undefined));
  test("none behind a call", () => assert.equal(helpAt('title <- Append([mail], "x")|'), undefined));
  test("none for an unknown function", () => assert.equal(helpAt("title <- Unheard(|)"), undefined));
});

const switchLabel = "Switch(source, defaultValue?, key, value, …)";

function activates(members: string, parameter: string | undefined): void {
  assert.equal(helpAt(members)?.active, parameter);
}

function helpAt(members: string): { readonly label: string; readonly active: string | undefined } | undefined {
  const { document, offset } = documentAt(inMapping(members));
  const help = signatureHelp(document, offset);
  const signature = help?.signatures[0];
  if (signature === undefined) return undefined;
  const place = signature.parameters?.[help?.activeParameter ?? -1]?.label;
  return { label: signature.label, active: Array.isArray(place) ? signature.label.slice(...place) : undefined };
}
