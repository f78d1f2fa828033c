import packageJson from "../../package.json" with { type: "json" };
import texts from "../../package.nls.json" with { type: "json" };

/** package.json as a person sees it: every `%key%` replaced by its text in package.nls.json. */
export const manifest: typeof packageJson = JSON.parse(JSON.stringify(packageJson), (_, value: unknown) => {
  const [, key] = /^%(.+)%$/.exec(typeof value === "string" ? value : "") ?? [];
  return key === undefined ? value : Object.entries(texts).find(([name]) => name === key)?.[1];
});
