import * as l10n from "@vscode/l10n";
import { eager, type FunctionDefinition, textOr } from "./definition.ts";
import { cloudSyncPage } from "./pages.ts";
import { failure } from "./values.ts";

const parameters = [
  textOr(null, {
    name: "ObjectSID",
    summary: "A security identifier's bytes, as Base64 or hexadecimal digits.",
    eachValue: true,
  }),
] as const;

/** StringFromSid spells a security identifier. */
export const stringFromSid: FunctionDefinition = {
  name: "StringFromSid",
  profiles: ["cloudSync"],
  summary: "Returns the text of a security identifier, such as S-1-5-32-544.",
  parameters,
  returns: "text",
  source: `${cloudSyncPage}#stringfromsid`,
  implementation: eager(parameters, source => {
    const encoding = /^(?:[0-9A-Fa-f]{2})+$/.test(source) ? "hex" : "base64";
    return (
      sidText(Buffer.from(source, encoding)) ??
      failure(l10n.t("ObjectSID does not hold the bytes of a security identifier."))
    );
  }),
};

/**
 * The bytes of a SID: revision, number of sub-authorities, six bytes of authority with the highest first, and four
 * bytes with the lowest first for each sub-authority (learn.microsoft.com/openspecs/windows_protocols/ms-dtyp, section 2.4.2.2).
 */
function sidText(bytes: Buffer): string | undefined {
  const [revision, count = 0] = bytes;
  if (revision !== 1 || count > 15 || bytes.length !== 8 + 4 * count) return undefined;
  const subAuthorities = Array.from({ length: count }, (_, index) => bytes.readUInt32LE(8 + 4 * index));
  return ["S", revision, bytes.readUIntBE(2, 6), ...subAuthorities].join("-");
}
