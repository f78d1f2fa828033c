import { impactOf } from "../../../server/src/session/impact.ts";
import { mappingFile } from "./impactFiles.ts";

/** The impact of an edit over a file of users; prints how long it took to the first counts and to the end, and the memory. */
const [file = "", directory = "", edit = "after"] = process.argv.slice(2);
const begun = performance.now();
let first: number | undefined;
const report = await impactOf({
  file,
  text: mappingFile(edit === "none" ? "before" : "after"),
  against: { kind: "text", text: mappingFile("before") },
  directory,
  onProgress: () => {
    first ??= (performance.now() - begun) / 1000;
  },
});
const seconds = (performance.now() - begun) / 1000;
const { objects, after } = report;
console.log(JSON.stringify({ objects, after, first, seconds, megabytes: process.resourceUsage().maxRSS / 1024 }));
