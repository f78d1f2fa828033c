import { env } from "node:process";

/** The environment variable that holds a secret: `MAPWRIGHT_SECRET_`, then the name in capitals with `_` for all but letters and digits. */
export function secretVariable(name: string): string {
  return `MAPWRIGHT_SECRET_${name.toUpperCase().replaceAll(/[^A-Z0-9]/g, "_")}`;
}

/** The secret of that name from the process environment; undefined where it is not set, or empty. */
export function environmentSecret(name: string): string | undefined {
  return env[secretVariable(name)] || undefined;
}
