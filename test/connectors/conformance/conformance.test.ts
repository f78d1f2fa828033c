import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { type RunningServer, type ServerName, scimServers } from "../../harness/scimServers.ts";
import { type Check, firstMistake } from "./runCheck.ts";

const checks = JSON.parse(readFileSync(new URL("checks.json", import.meta.url), "utf8")) as readonly Check[];

/** RFC 7643 and RFC 7644 do not ask a server to take these forms: an element that is to be created by its filter, texts for booleans and complex values. */
const refused = /answered 400, not 20[01]/;

/** What each server does otherwise, by the check's id. */
const exceptions: Readonly<Record<ServerName, Readonly<Record<string, RegExp>>>> = {
  "sandbox, lenient": {},
  "sandbox, strict": Object.fromEntries(
    ["21", "22", "22b", "22c", "24", "24c", "24e", "25", "25b", "28", "28e", "28f"].map(id => [id, refused]),
  ),
  "better-auth": {
    "12": /filter attribute manager is not supported/,
    "12b": /filter attribute urn:\S+:manager\.value is not supported/,
    "28d": /roles cannot contain duplicate defined types/,
    "29": /User PATCH path urn:\S+:tag is not supported/,
    "30": /User PATCH path nickName is not supported/,
    "31": /title: Too small/,
    "31c": /User PATCH path emails\[type eq \\"work\\"\] is not supported/,
  },
};

for (const [name, start] of Object.entries(scimServers)) {
  suite(`${name}: what Entra sends`, () => {
    let server: RunningServer;
    suiteSetup(async () => {
      server = await start();
    });
    suiteTeardown(() => server.stop());

    for (const check of checks) {
      const exception = exceptions[name as ServerName][check.id];
      test(`${check.id} ${check.title}${exception === undefined ? "" : ": refused"}`, async () => {
        const mistake = await (check.alone ? onItsOwn(start, check) : firstMistake(server, check));
        if (exception === undefined) assert.equal(mistake, undefined);
        else assert.match(mistake ?? "nothing", exception);
      });
    }
  });
}

async function onItsOwn(start: () => Promise<RunningServer>, check: Check): Promise<string | undefined> {
  const server = await start();
  try {
    return await firstMistake(server, check);
  } finally {
    await server.stop();
  }
}

test("of 66 checks the lenient sandbox takes 66, the strict one 54, and better-auth 59", () => {
  const taken = Object.values(exceptions).map(known => checks.filter(({ id }) => known[id] === undefined).length);
  assert.deepEqual([checks.length, ...taken], [66, 66, 54, 59]);
});
