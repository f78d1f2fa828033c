import assert from "node:assert/strict";
import { type Hover, MarkupContent } from "vscode-languageserver-protocol";
import { type ImpactPeopleAnswer, impactMethods } from "../../server/src/protocol/impact.ts";
import { inMapping } from "../harness/documents.ts";
import { type LanguageClient, startClient } from "../harness/languageClient.ts";
import { englishLeft, pseudo } from "../harness/pseudo.ts";

const uri = "file:///test.provmap";
const text = inMapping("userName <- Apend([mail])\n  nickName <- Append([mial])\n  title <- Switch([mail]");

suite("The language server in the language of its client", () => {
  let english: LanguageClient;
  let translated: LanguageClient;
  suiteSetup(async () => {
    english = await startClient();
    translated = await startClient({ initializationOptions: { translations: pseudo } });
    for (const client of [english, translated]) await client.open(uri, text);
  });
  suiteTeardown(async () => {
    for (const client of [english, translated]) assert.equal(await client.stop(), 0);
  });

  const isTranslated = async (texts: (client: LanguageClient) => Promise<readonly string[]>) => {
    const [told, before] = [await texts(translated), await texts(english)];
    assert.equal(told.length, before.length);
    assert.ok(told.length > 0);
    for (const [index, sentence] of before.entries()) {
      assert.notEqual(told[index], sentence);
      assert.equal(englishLeft(sentence, `${told[index]}`), undefined);
    }
  };

  test("tells problems", () => isTranslated(async ({ pull }) => (await pull(uri)).map(({ message }) => `${message}`)));

  test("explains a function", () =>
    isTranslated(async ({ connection }) => {
      const position = { line: 4, character: "  nickName <- Ap".length };
      const params = { textDocument: { uri }, position };
      const { contents } = await connection.sendRequest<Hover>("textDocument/hover", params);
      return MarkupContent.is(contents) ? [contents.value] : [];
    }));

  test("refuses in the thread that reckons impacts", () =>
    isTranslated(async ({ connection }) => {
      const params = { run: 99, offset: 0, limit: 1 };
      const answer = await connection.sendRequest<ImpactPeopleAnswer>(impactMethods.people, params);
      return answer.kind === "refused" ? [answer.message] : [];
    }));
});
