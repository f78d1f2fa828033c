import { quote } from "../expression/print.ts";
import { path } from "./tokens.ts";

const bareName = new RegExp(`^(?:${path.source})$`);

/** A name as it stands in a file: bare where its characters allow that, otherwise a string. */
export function writeName(name: string): string {
  return bareName.test(name) ? name : quote(name);
}
