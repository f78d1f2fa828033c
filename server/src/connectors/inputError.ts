/** Input that cannot be used. The message is one line: the file and the line or member, what is wrong there, and what to do. */
export class InputError extends Error {
  override readonly name = "InputError";
}
