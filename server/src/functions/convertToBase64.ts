import { eager, type FunctionDefinition, textOr } from "./definition.ts";
import { functionsPage } from "./pages.ts";

const parameters = [textOr(null, { name: "source", summary: "The text to encode.", eachValue: true })] as const;

/** ConvertToBase64 encodes a text's UTF-16 bytes, low byte first. */
export const convertToBase64: FunctionDefinition = {
  name: "ConvertToBase64",
  profiles: ["application", "cloudSync"],
  summary: "Returns the Base64 form of the text's UTF-16 (little-endian) bytes.",
  parameters,
  returns: "text",
  source: `${functionsPage}#converttobase64`,
  implementation: eager(parameters, source => Buffer.from(source.toWellFormed(), "utf16le").toString("base64")),
};
