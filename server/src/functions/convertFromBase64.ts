import * as l10n from "@vscode/l10n";
import { eager, type FunctionDefinition, optionalText, textOr } from "./definition.ts";
import { cloudSyncPage } from "./pages.ts";
import { failure } from "./values.ts";

const encodings = ["Unicode", "ASCII", "UTF8"] as const;

const parameters = [
  textOr(null, { name: "source", summary: "The Base64 text.", eachValue: true }),
  optionalText({ name: "Encoding", summary: "What the bytes are: Unicode where left out.", words: encodings }),
] as const;

/** ConvertFromBase64 decodes a text. */
export const convertFromBase64: FunctionDefinition = {
  name: "ConvertFromBase64",
  profiles: ["cloudSync"],
  summary: "Returns the text that a Base64 text holds.",
  parameters,
  returns: "text",
  source: `${cloudSyncPage}#convertfrombase64`,
  implementation: eager(parameters, (source, encoding) => {
    const name = encoding ?? "Unicode";
    const decode = decoders.get(name);
    if (decode === undefined) return failure(l10n.t`Encoding is ${name}; use ${encodings.join(", ")}.`);
    const base64 = source.replace(/[ \t\r\n]/g, "");
    if (!wellFormed.test(base64)) return failure(l10n.t("source is not Base64."));
    return decode(Buffer.from(base64, "base64"));
  }),
};

const wellFormed = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/** A byte order mark is a character like any other to .NET's decoders. */
const decoders: ReadonlyMap<string, (bytes: Uint8Array) => string> = new Map([
  ["Unicode", bytes => new TextDecoder("utf-16le", { ignoreBOM: true }).decode(bytes)],
  ["ASCII", bytes => Array.from(bytes, byte => (byte < 0x80 ? String.fromCharCode(byte) : "?")).join("")],
  ["UTF8", bytes => new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes)],
]);
