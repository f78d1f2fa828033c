/** The first Node.js with everything that is used here. */
const needed = [22, 13] as const;

/** What is wrong with running on a Node.js of this version, and the remedy; undefined for one that is recent enough. */
export function runtimeProblem(version: string): string | undefined {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  if (major > needed[0] || (major === needed[0] && minor >= needed[1])) return undefined;
  return `Node.js ${version} is too old. Run mapwright on Node.js ${needed.join(".")} or later.`;
}
