/** A place that the cursor visits, with the text that stands there until it is overwritten (LSP, "Snippet Syntax"). */
export function stop(number: number, text = ""): string {
  return `\${${number}:${text.replace(/[$}\\]/g, "\\$&")}}`;
}

/** A place with a list of words to choose from. */
export function choice(number: number, words: readonly string[]): string {
  return `\${${number}|${words.map(word => word.replace(/[$},|\\]/g, "\\$&")).join(",")}|}`;
}
