import { X509Certificate } from "node:crypto";
import * as l10n from "@vscode/l10n";
import { InputError } from "../../inputError.ts";
import { readText } from "../../textFile.ts";

/** The text of a file with certificates in PEM. Throws InputError for a file that cannot be read or holds none. */
export async function readCertificates(path: string): Promise<string> {
  const text = await readText(path);
  try {
    new X509Certificate(text);
    return text;
  } catch (error) {
    const remedy = l10n.t(
      "Name the file with the authority's certificate, which begins with -----BEGIN CERTIFICATE-----.",
    );
    throw new InputError(l10n.t`${path}: the file holds no certificate in PEM. ${remedy}`, { cause: error });
  }
}
