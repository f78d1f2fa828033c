import type { Course } from "../course.ts";
import { shownWrite } from "../redaction.ts";
import { defaultWire, type Wire } from "../requests/wire.ts";
import { writeRequest } from "../requests/writes.ts";
import type { WireComparison } from "./comparison.ts";
import { quirksOf } from "./quirks.ts";

/** What a run writes, as Entra writes it without and with the flag, and what of it real servers stumble at. */
export function compareWire({ run, match, writes }: Course): WireComparison {
  const { mapping, wire = defaultWire } = run;
  const targetObject = mapping.targetObject.text;
  const shown = writes.map(shownWrite);
  const requests = (mode: Wire["mode"]) => shown.map(write => writeRequest(targetObject, write, { ...wire, mode }));
  return {
    used: wire.mode,
    default: requests("default"),
    compliant: requests("compliant"),
    differences: writes.flatMap((write, request) =>
      quirksOf(write, { targetObject, wire, resource: match?.found?.resource }).map(quirk => ({ ...quirk, request })),
    ),
  };
}
