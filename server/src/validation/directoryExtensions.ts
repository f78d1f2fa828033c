/** True for the name of a directory extension, or for one that is meant to be: `extension_<application>_<name>`. */
export function isDirectoryExtension(name: string): boolean {
  return /^extension_/i.test(name);
}
