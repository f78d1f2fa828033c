import assert from "node:assert/strict";
import { maskOf } from "../../../server/src/connectors/scim/mask.ts";
import { openTarget } from "../../../server/src/connectors/scim/openTarget.ts";
import { formEncode } from "../../../server/src/engine/requests/formEncode.ts";

const secret = `q7~.-_+/= &<>"'\\z9`;

suite("a mask", () => {
  const spellings: readonly (readonly [where: string, text: string])[] = [
    ["as it is", secret],
    ["in JSON", JSON.stringify(secret).slice(1, -1)],
    ["in JSON that escapes what a page could read", secret.replace(/[^\w]/g, unicode)],
    ["in an address", encodeURIComponent(secret)],
    ["in an address, in small hexadecimal digits", formEncode(secret)],
    ["in a form", new URLSearchParams({ secret }).toString().slice("secret=".length)],
    ["in a page", secret.replace(/[&<>"']/g, character => `&#${character.charCodeAt(0)};`)],
    ["in a page, by names", secret.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;")],
    ["in a page, in hexadecimal digits", secret.replace(/[&<>"'/=+]/g, entity)],
  ];
  for (const [where, text] of spellings) {
    test(`hides a secret ${where}`, () => assert.equal(maskOf(secret).mask(`No "${text}".`), 'No "[secret]".'));
  }

  test("hides the longest of several, and those that come later", () => {
    const { mask, hide } = maskOf("token", "token-2");
    hide("late");
    assert.equal(mask("token-2 token late later"), "[secret] [secret] [secret] [secret]r");
  });

  test("leaves every text alone where there is no secret, or an empty one", () => {
    assert.equal(maskOf().mask("any text"), "any text");
    assert.equal(maskOf("").mask("any text"), "any text");
  });
});

suite("what an endpoint quotes of the credentials is hidden", () => {
  const client = { type: "oauth", tokenEndpoint: "https://a.example/token", clientId: "an-id" } as const;
  const rows = [
    ["a token", { type: "bearer" } as const],
    ["a password", { type: "basic", user: "ada" } as const],
    ["user and password in one", { type: "basic" } as const],
    ["a client secret in the header", { ...client, clientAuthentication: "client_secret_basic" } as const],
    ["a client secret in the body", { ...client, clientAuthentication: "client_secret_post" } as const],
  ] as const;
  for (const [sentence, authentication] of rows) {
    test(sentence, async () => {
      const quoting =
        () => async (request: { readonly headers: Readonly<Record<string, string>>; readonly body?: string }) => {
          const told = `${request.headers.authorization} ${request.body} q7-x/9`;
          const text = JSON.stringify({ detail: told, error: "invalid_client", error_description: told });
          return { status: 400, text, contentType: "application/json" };
        };
      const given = sentence.startsWith("user and") ? "ada:q7-x/9" : "q7-x/9";
      const target = openTarget({
        endpoint: "https://a.example",
        authentication,
        secret: given,
        world: { open: quoting },
      });
      const answer = JSON.stringify(await target.send({ method: "GET", path: "/Users" }));
      assert.match(answer, /\[secret\]/);
      assert.doesNotMatch(answer, /q7|Basic [^[]/);
    });
  }
});

function unicode(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

function entity(character: string): string {
  return `&#x${character.charCodeAt(0).toString(16).toUpperCase()};`;
}
