/** The text with every `find`, which is not empty, replaced. Faster than replaceAll on texts as short as attributes. */
export function replaceText(text: string, find: string, replacement: string): string {
  let at = text.indexOf(find);
  if (at < 0) return text;
  let result = "";
  let end = 0;
  for (; at >= 0; at = text.indexOf(find, end)) {
    result += text.slice(end, at) + replacement;
    end = at + find.length;
  }
  return result + text.slice(end);
}
