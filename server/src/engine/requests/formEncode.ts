/** The form encoding of .NET's HttpUtility.UrlEncode, in which Entra writes queries: blanks as `+`, everything but letters, digits and `-_.!*()` as UTF-8 in lower-case hexadecimal digits. */
export function formEncode(text: string): string {
  return encodeURIComponent(text.toWellFormed())
    .replace(/%20/g, "+")
    .replace(/'/g, "%27")
    .replace(/~/g, "%7e")
    .replace(/%(?:[A-F][0-9A-F]|[0-9][A-F])/g, code => code.toLowerCase());
}
