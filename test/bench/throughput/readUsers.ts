import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { readCsv } from "../../../server/src/connectors/directory/csv.ts";
import { readNdjson } from "../../../server/src/connectors/directory/ndjson.ts";
import { openBlocks } from "../../../server/src/connectors/textBlocks.ts";
import { peerModule } from "../peers.ts";

/** Reads a file of users in one way, and counts them; prints how long it took, and the memory. */
const [way = "", path = ""] = process.argv.slice(2);

const ways: Readonly<Record<string, () => Promise<number>>> = {
  "our NDJSON": async () => {
    let rows = 0;
    for await (const { objects } of readNdjson((await openBlocks(path, "line")).blocks)) rows += objects.length;
    return rows;
  },
  "readline + JSON.parse": async () => {
    let rows = 0;
    const lines = createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY });
    for await (const line of lines) if (typeof JSON.parse(line) === "object") rows++;
    return rows;
  },
  "our CSV": async () => {
    let rows = 0;
    for await (const block of readCsv((await openBlocks(path, "line")).blocks)) rows += block.rows.length;
    return rows;
  },
  "csv-parse": async () => {
    const { parse } = peerModule<{ parse: () => NodeJS.ReadWriteStream }>("csv-parse");
    let rows = 0;
    for await (const _ of createReadStream(path).pipe(parse())) rows++;
    return rows;
  },
  papaparse: () => {
    type Config = { readonly step: () => void; readonly complete: () => void };
    const { parse } = peerModule<{ parse: (input: NodeJS.ReadableStream, config: Config) => void }>("papaparse");
    return new Promise(resolve => {
      let rows = 0;
      parse(createReadStream(path, { encoding: "utf8" }), { step: () => rows++, complete: () => resolve(rows) });
    });
  },
};

const begun = performance.now();
const rows = await ways[way]?.();
const seconds = (performance.now() - begun) / 1000;
console.log(JSON.stringify({ rows, seconds, megabytes: process.resourceUsage().maxRSS / 1024 }));
