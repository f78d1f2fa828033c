import assert from "node:assert/strict";
import { Lexer, type TokenType } from "chevrotain";
import { expressionTokens } from "../../server/src/language/expression/tokens.ts";
import { provmapTokens } from "../../server/src/language/provmap/tokens.ts";

suite("vocabularies", () => {
  const vocabularies: readonly (readonly [name: string, tokens: readonly TokenType[]])[] = [
    ["expressions", expressionTokens],
    ["files", provmapTokens],
  ];
  for (const [name, tokens] of vocabularies) {
    test(`of ${name} pass the checks of the library, which are left out when a parser is made`, () => {
      const { lexerDefinitionErrors } = new Lexer([...tokens], {
        positionTracking: "onlyOffset",
        ensureOptimizations: true,
        deferDefinitionErrorsHandling: true,
      });
      assert.deepEqual(lexerDefinitionErrors, []);
    });
  }
});
