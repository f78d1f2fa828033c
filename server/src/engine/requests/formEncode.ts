/** The form encoding of .NET's HttpUtility.UrlEncode, in which Entra writes queries: blanks as `+`, everything but letters, digits and `-_.!*()` as UTF-8 in lower-case hexadecimal digits. */
export function formEncode(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replace(/%..|['~]/g, inForm);
}

function inForm(code: string): string {
  switch (code) {
    case "%20":
      return "+";
    case "'":
      return "%27";
    case "~":
      return "%7e";
    default:
      return code.toLowerCase();
  }
}
