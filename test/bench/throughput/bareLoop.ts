import { createReadStream } from "node:fs";
import { contender } from "../expressions/contenders/handTuned.ts";
import type { User } from "../expressions/users.ts";

/** The limit of a batch: reads, parses, calls five closures written by hand, writes each line. No checks, no order to keep. */
const { switch: department, join, replace } = contender.run;
const closures: readonly ((user: User) => unknown)[] = [
  user => user.userPrincipalName,
  user => department?.(user),
  user => join?.(user),
  user => replace?.(user),
  user => (user.country === "US" ? user.state : user.city),
];
let rest = "";
for await (const text of createReadStream(process.argv[2] ?? "", { encoding: "utf8" })) {
  const lines = (rest + text).split("\n");
  rest = lines.pop() ?? "";
  const answers = lines.map(line => {
    const { id, input } = JSON.parse(line);
    return `${JSON.stringify({ id, values: closures.map(closure => closure(input)) })}\n`;
  });
  if (!process.stdout.write(answers.join(""))) await new Promise(resolve => process.stdout.once("drain", resolve));
}
