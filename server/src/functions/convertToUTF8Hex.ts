import { eager, type FunctionDefinition, textOr } from "./definition.ts";
import { functionsPage } from "./pages.ts";

const parameters = [textOr(null, { name: "source", summary: "The text to encode.", eachValue: true })] as const;

/** ConvertToUTF8Hex writes a text's UTF-8 bytes in hexadecimal. */
export const convertToUTF8Hex: FunctionDefinition = {
  name: "ConvertToUTF8Hex",
  profiles: ["application", "cloudSync"],
  summary: "Returns the text's UTF-8 bytes as upper-case hexadecimal digits.",
  parameters,
  returns: "text",
  source: `${functionsPage}#converttoutf8hex`,
  implementation: eager(parameters, source => Buffer.from(source, "utf8").toString("hex").toUpperCase()),
};
