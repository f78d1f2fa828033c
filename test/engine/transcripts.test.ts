import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { openTarget } from "../../server/src/connectors/scim/openTarget.ts";
import { type CountingServer, countingServer, type WireRequest } from "../harness/countingServer.ts";
import { memoryTarget } from "../harness/memoryTarget.ts";
import { type ServerName, scimServers } from "../harness/scimServers.ts";
import { converse, type Line, type Transcript } from "./converse.ts";

const folder = join(import.meta.dirname, "transcripts");
const transcripts = globSync("*.json", { cwd: folder })
  .sort()
  .flatMap(file => JSON.parse(readFileSync(join(folder, file), "utf8")) as readonly Transcript[]);

const [element, boolean, complex, unknown] = [
  /Filter '.+' does not match any values for 'add' op/,
  /Attribute 'active' expected value type 'boolean' but found type 'string'/,
  /Complex attribute 'manager' expected complex value but found type 'string'/,
  /Invalid attribute path '.+:manager' in supplied value for 'add' op/,
];
const [noFilter, noGroups, oneRole, ignored, noExtension, noClearing] = [
  /^filter attribute manager is not supported for User$/,
  /^One or more Group members are invalid$/,
  /roles cannot contain duplicate defined types/,
  /^it does not hold .+"tag"/,
  /User PATCH path .+:tag is not supported/,
  /: Too small: expected string|: Invalid input: expected string, received null/,
];

/** What a server makes of a transcript otherwise: it refuses a write, cannot answer the check of a reference, or takes what it does not keep. */
const exceptions: Readonly<Record<ServerName, Readonly<Record<string, RegExp>>>> = {
  "sandbox, lenient": {},
  "sandbox, strict": {
    "attributes of every form that changed or are new": element,
    "with the flag: attributes of every form that changed or are new": element,
    "with the flag: a new user and the manager": complex,
    "a new user, whose manager the target has": complex,
    "a new user, whose manager an earlier run linked": complex,
    "a user with another manager": unknown,
    "a user without a manager any more": complex,
    "a user who is not assigned any more": boolean,
    "a user in the recycle bin": boolean,
    "a user who is assigned again, and has another title by now": boolean,
  },
  "better-auth": {
    "a new user with an attribute of the application's own extension": ignored,
    "an attribute of the application's own extension that is new": noExtension,
    "a group inside a group, of which the first level alone is provisioned": noGroups,
    "a new user with roles as objects": oneRole,
    "with the flag: a role more is added as an object": oneRole,
    "with the flag: a new user and the manager": noFilter,
    "a new user, whose manager the target has": noFilter,
    "a new user, whose manager an earlier run linked": noFilter,
    "a user with another manager": noFilter,
    "a user with another manager, who is set as an object": noFilter,
    "a user without a manager any more, which an object says": noClearing,
    "values that the source does not have any more are cleared by an empty text, where the setting says so": noClearing,
    "values that the source does not have any more are cleared by null, where the setting says so": noClearing,
  },
};

test("every exception is one of a transcript", () => {
  const titles = new Set(transcripts.map(({ title }) => title));
  const named = Object.values(exceptions).flatMap(Object.keys);
  assert.deepEqual(
    named.filter(title => !titles.has(title)),
    [],
  );
  assert.equal(titles.size, transcripts.length);
});

suite("transcripts, against a target in memory", () => {
  for (const transcript of transcripts) {
    test(transcript.title, async () => {
      const target = memoryTarget();
      let known = 0;
      const heard = () => {
        const news = target.requests.slice(known);
        known = target.requests.length;
        return news.map(({ method, path, body }) => line(method, path, body));
      };
      assert.deepEqual(await converse(transcript, { target, heard }), []);
    });
  }
});

for (const [name, start] of Object.entries(scimServers)) {
  suite(`transcripts, over the wire, against ${name}`, () => {
    let server: CountingServer;
    setup(async () => {
      server = await countingServer(await start());
    });
    teardown(() => server.stop());
    for (const transcript of transcripts) {
      const exception = exceptions[name as ServerName][transcript.title];
      test(`${transcript.title}${exception === undefined ? "" : `, but ${exception.source}`}`, async () => {
        const target = openTarget({ endpoint: server.url, authentication: { type: "bearer" }, secret: server.token });
        const came = await converse(transcript, { target, heard: () => server.take().map(overTheWire) });
        if (exception === undefined) assert.deepEqual(came, []);
        else assert.match(came.join("\n"), exception);
      });
    }
  });
}

/** Every request has the headers that Entra sends, and no others that say something. */
function overTheWire({ method, path, headers, body }: WireRequest): Line {
  const { host: _, authorization: __, connection: ___, "content-length": ____, ...said } = headers;
  const accept = { accept: "application/scim+json" };
  const hasBody = body !== "";
  assert.deepEqual(said, hasBody ? { ...accept, "content-type": "application/scim+json; charset=utf-8" } : accept);
  return line(method, path, hasBody ? body : undefined);
}

function line(method: string, path: string, body: string | undefined): Line {
  return { send: `${method} ${path}`, ...(body !== undefined && { body }) };
}
