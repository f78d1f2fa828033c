import assert from "node:assert/strict";
import { readDateTimeStyles } from "../../../server/src/functions/dotnet/dateTimeStyles.ts";
import { isFailure } from "../../../server/src/functions/values.ts";

suite("DateTimeStyles", () => {
  const combinations: readonly [text: string, styles: string][] = [
    ["", "AllowLeadingWhite AllowTrailingWhite RoundtripKind"],
    ["  ", "AllowLeadingWhite AllowTrailingWhite RoundtripKind"],
    ["None", "None"],
    ["assumelocal", "AssumeLocal"],
    ["AssumeUniversal,AdjustToUniversal", "AdjustToUniversal AssumeUniversal"],
    [" RoundtripKind , AllowInnerWhite ", "AllowInnerWhite RoundtripKind"],
    ["DateTimeStyles.RoundtripKind, DateTimeStyles.AllowLeadingWhite", "AllowLeadingWhite RoundtripKind"],
    ["AllowWhiteSpaces", "AllowInnerWhite AllowLeadingWhite AllowTrailingWhite"],
  ];
  for (const [text, expected] of combinations) {
    test(`${JSON.stringify(text)} is ${expected}`, () => {
      const styles = readDateTimeStyles(text);
      assert.ok(!isFailure(styles));
      assert.equal([...styles].sort().join(" "), expected);
    });
  }

  const refused: readonly [text: string, message: string][] = [
    ["AssumeLocal, AssumeUniversal", "AssumeLocal and AssumeUniversal exclude each other."],
    ["RoundtripKind, AssumeLocal", "RoundtripKind and AssumeLocal exclude each other."],
    ["AssumeUniversal, RoundtripKind", "RoundtripKind and AssumeUniversal exclude each other."],
    ["RoundtripKind, AdjustToUniversal", "RoundtripKind and AdjustToUniversal exclude each other."],
    ["Roundtrip", '"Roundtrip" is none of None, AllowLeadingWhite'],
    ["None,", '"" is none of None, AllowLeadingWhite'],
    ["None|AssumeLocal", '"None|AssumeLocal" is none of None, AllowLeadingWhite'],
  ];
  for (const [text, message] of refused) {
    test(`${JSON.stringify(text)} is refused: ${message}`, () => {
      const styles = readDateTimeStyles(text);
      assert.ok(isFailure(styles) && styles.message.startsWith(message), JSON.stringify(styles));
    });
  }
});
