import { text } from "node:stream/consumers";
import { diagnostics } from "../../../server/src/features/diagnostics.ts";
import { createDocument, type ProvmapDocument } from "../../../server/src/model/document.ts";
import { createKeptFindings } from "../../../server/src/validation/keptFindings.ts";
import { validate } from "../../../server/src/validation/validate.ts";

/**
 * The times, in milliseconds, of reading a text, of all rules and of their diagnostics, as a server does them for each edit:
 * without messages and pauses, in a process of its own. The text comes by standard input; a blank is typed at a place in it
 * and taken back.
 */
const [uri = "", place = "0", warmUp = "30", rounds = "100"] = process.argv.slice(2);
const written = await text(process.stdin);
const at = Number(place);

const kept = createKeptFindings();
let document: ProvmapDocument | undefined;
const work = (version: number) => {
  const typed = written.slice(0, at) + " ".repeat(version % 2) + written.slice(at);
  const begun = performance.now();
  document = createDocument(uri, version, typed, document);
  diagnostics(document, validate(document.configuration, document.syntaxProblems, {}, kept));
  return performance.now() - begun;
};
const times = Array.from({ length: Number(warmUp) + Number(rounds) }, (_, version) => work(version));
console.log(JSON.stringify(times.slice(Number(warmUp))));
