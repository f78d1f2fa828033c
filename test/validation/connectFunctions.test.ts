import assert from "node:assert/strict";
import { findFunction } from "../../server/src/functions/index.ts";
import { connectFunctions, findConnectFunction } from "../../server/src/validation/connectFunctions.ts";
import { evaluation } from "../functions/evaluation.ts";

/** The functions of reference-connect-sync-functions-reference. */
const page =
  "CertExtensionOids CertFormat CertFriendlyName CertHashString CertIssuer CertIssuerDN CertIssuerOid CertKeyAlgorithm " +
  "CertKeyAlgorithmParams CertNameInfo CertNotAfter CertNotBefore CertPublicKeyOid CertPublicKeyParametersOid " +
  "CertSerialNumber CertSignatureAlgorithmOid CertSubject CertSubjectNameDN CertSubjectNameOid CertThumbprint CertVersion " +
  "IsCert CBool CDate CGuid ConvertFromBase64 ConvertToBase64 ConvertFromUTF8Hex ConvertToUTF8Hex CNum CRef CStr " +
  "StringFromGuid StringFromSid DateAdd DateFromNum FormatDateTime Now NumFromDate DNComponent DNComponentRev " +
  "EscapeDNComponent IsBitSet IsDate IsEmpty IsGuid IsNull IsNullOrEmpty IsNumeric IsPresent IsString BitAnd BitOr " +
  "RandomNum Contains Count Item ItemOrNull Join RemoveDuplicates Split Error IIF Select Switch Where With Guid InStr " +
  "InStrRev LCase Left Len LTrim Mid PadLeft PadRight PCase Replace ReplaceChars Right RTrim Trim UCase Word";

suite("functions of Entra Connect", () => {
  test("are each either one of application provisioning's or known as Connect's", () => {
    for (const name of page.split(" ")) {
      assert.notEqual(findFunction(name) === undefined, findConnectFunction(name) === undefined, name);
    }
    const names = connectFunctions.map(({ name }) => name);
    assert.deepEqual(
      names.filter(name => !page.split(" ").includes(name)),
      [],
    );
    assert.equal(new Set(names).size, names.length);
  });

  test("are found in any case", () => assert.equal(findConnectFunction("ucase")?.renamed, "ToUpper"));

  test("are renamed only to functions that exist", () => {
    for (const { name, renamed } of connectFunctions) {
      assert.ok(renamed === undefined || findFunction(renamed) !== undefined, name);
    }
  });

  const input = { employeeId: "12345", mail: "a@b@contoso.com", onPremisesDistinguishedName: "CN=Joe,OU=US,DC=com" };
  for (const [name, result] of [
    ["Right", "2345"],
    ["PadLeft", "00012345"],
    ["PadRight", "12345000"],
    ["InStrRev", "contoso.com"],
    ["DNComponentRev", "com"],
  ] as const) {
    test(`${name}'s substitute gives ${result}`, () => {
      const [expression = ""] = /[A-Z]\w+\(.*\)/.exec(findConnectFunction(name)?.substitute ?? "") ?? [];
      assert.deepEqual(evaluation(expression, input), { result, assumed: [] });
    });
  }
});
