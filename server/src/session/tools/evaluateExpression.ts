import * as z from "zod/mini";
import { toValue } from "../../connectors/directory/attributes.ts";
import { redactedText } from "../../engine/redaction.ts";
import { createEvaluator } from "../evaluator.ts";
import { realWorld } from "../session.ts";
import { tool } from "./tool.ts";

/** A larger whole number has lost its last digits before it is here. */
const number = z.number().check(z.refine(value => !Number.isInteger(value) || Number.isSafeInteger(value)));
const scalar = z.union([z.string(), number, z.boolean(), z.null()]);

/** `mapwright eval` as a tool: the value of one expression. */
export const evaluateExpression = tool({
  name: "mapwright_evaluate_expression",
  title: "Evaluate an Entra provisioning expression",
  description:
    'Evaluates an expression of Microsoft Entra ID\'s attribute mapping language, as in Switch([state], "Other", "NSW", "Sydney"), for a user\'s attributes. Gives the value as Entra would flow it with the assumptions that had a part in it, or the problem with its place in the text.',
  input: z.object({
    expression: z.string().check(z.describe("The expression, in Entra's language. Attributes stand in [brackets].")),
    attributes: z
      .optional(z.record(z.string(), z.union([scalar, z.array(scalar)])))
      .check(
        z.describe(
          "The user's attributes by name; one that is left out has no value. A list is multi-valued. Write a whole number past 2^53 as a text.",
        ),
      ),
  }),
  run: async ({ expression, attributes = {} }) => {
    const values = Object.entries(attributes).map(([name, value]) => [name, toValue(value)] as const);
    const evaluated = createEvaluator(realWorld)(expression, new Map(values));
    return evaluated.kind === "value" && evaluated.redacted ? { ...evaluated, value: redactedText } : evaluated;
  },
});
