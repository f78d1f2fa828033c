/** A function of Entra Connect's declarative provisioning that application provisioning does not have. */
export interface ConnectFunction {
  readonly name: string;
  /** What does the same in application provisioning, as the end of the sentence "Instead of …,". */
  readonly substitute: string;
  /** The function with the same arguments, where there is one. */
  readonly renamed?: string;
}

const none = "there is no function for it: compute the value in the source directory";
const certificates = "there is no function that reads certificates: compute the value in the source directory";

/** Functions that read a certificate. */
const certificateFunctions = [
  "CertExtensionOids",
  "CertFormat",
  "CertFriendlyName",
  "CertHashString",
  "CertIssuer",
  "CertIssuerDN",
  "CertIssuerOid",
  "CertKeyAlgorithm",
  "CertKeyAlgorithmParams",
  "CertNameInfo",
  "CertNotAfter",
  "CertNotBefore",
  "CertPublicKeyOid",
  "CertPublicKeyParametersOid",
  "CertSerialNumber",
  "CertSignatureAlgorithmOid",
  "CertSubject",
  "CertSubjectNameDN",
  "CertSubjectNameOid",
  "CertThumbprint",
  "CertVersion",
  "IsCert",
];

/** Functions Reference of Microsoft Entra Connect Sync (learn.microsoft.com/entra/identity/hybrid/connect/reference-connect-sync-functions-reference). */
export const connectFunctions: readonly ConnectFunction[] = [
  ...certificateFunctions.map(name => ({ name, substitute: certificates })),
  { name: "BitOr", substitute: none },
  { name: "CGuid", substitute: none },
  { name: "CNum", substitute: "pass the text itself: a number in a text counts as a number" },
  { name: "Contains", substitute: 'compare InStr with 0: IIF(InStr([mail], "@contoso.com") > 0, …, …)' },
  { name: "ConvertFromUTF8Hex", substitute: none },
  { name: "CRef", substitute: "map the attribute directly: references flow as they are" },
  {
    name: "DNComponentRev",
    substitute: 'use Replace([onPremisesDistinguishedName], , "^.*=", , "", , ), here for the last component',
  },
  { name: "EscapeDNComponent", substitute: "use Replace with a regexPattern of the characters to escape" },
  { name: "IsBitSet", substitute: "compare BitAnd with 0: IIF(BitAnd([userAccountControl], 2) <> 0, …, …)" },
  { name: "IsDate", substitute: none },
  { name: "IsEmpty", substitute: "use IsNullOrEmpty", renamed: "IsNullOrEmpty" },
  { name: "IsGuid", substitute: none },
  { name: "IsNumeric", substitute: none },
  { name: "ItemOrNull", substitute: "use Item, which fails where there is no such value", renamed: "Item" },
  {
    name: "InStrRev",
    substitute: 'use Replace([mail], , "^.*@", , "", , ), here for the text behind the last @',
  },
  { name: "LCase", substitute: "use ToLower", renamed: "ToLower" },
  { name: "Len", substitute: "there is no length: Left and Mid take a number beyond the end of the text" },
  { name: "LTrim", substitute: "use Trim, which works on both ends", renamed: "Trim" },
  { name: "PadLeft", substitute: 'use Replace(Join("", "00000000", [employeeId]), , "^.*(.{8})$", , "$1", , )' },
  { name: "PadRight", substitute: 'use Left(Append([employeeId], "00000000"), 8)' },
  { name: "RandomNum", substitute: "use RandomString" },
  { name: "ReplaceChars", substitute: "use Replace, or NormalizeDiacritics for accents" },
  {
    name: "Right",
    substitute: 'use Replace([employeeId], , "^.*(.{4})$", , "$1", , ), here for the last 4 characters',
  },
  { name: "RTrim", substitute: "use Trim, which works on both ends", renamed: "Trim" },
  { name: "Select", substitute: none },
  { name: "StringFromGuid", substitute: "use the attribute itself: ids are texts already" },
  { name: "UCase", substitute: "use ToUpper", renamed: "ToUpper" },
  { name: "Where", substitute: none },
  { name: "With", substitute: none },
];

const byLowerName = new Map(connectFunctions.map(entry => [entry.name.toLowerCase(), entry]));

/** Entra Connect's function of this name, in any case. */
export function findConnectFunction(name: string): ConnectFunction | undefined {
  return byLowerName.get(name.toLowerCase());
}
