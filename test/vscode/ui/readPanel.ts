import type { FrameLocator, Locator } from "playwright-core";
import { outcomeWords, whyWords } from "../../../client/src/preview/words.ts";
import type { ProvisioningResult } from "../../../server/src/protocol/previews.ts";

/** What a preview tells, whoever tells it. */
export interface Told {
  readonly summary: string;
  readonly notes: readonly string[];
  /** `Scope: Success. Every condition of provisioning holds.`, of the steps that the run reached */
  readonly steps: readonly string[];
  /** `passed: department EQUALS 'Engineering', department is "Engineering".` */
  readonly checks: readonly string[];
  /** Target, source, old, new, why. */
  readonly attributes: readonly (readonly string[])[];
  /** The line and the body of each. */
  readonly requests: readonly (readonly unknown[])[];
  /** Without the flag and with it; one body where they are the same. */
  readonly wire: readonly (readonly unknown[])[];
  readonly stumbles: readonly string[];
  readonly assumptions: readonly string[];
}

/** What the panel shows. */
export async function readPanel(panel: FrameLocator): Promise<Told> {
  const texts = async (locator: Locator) =>
    (await locator.allTextContents()).map(text => text.replace(/\s+/g, " ").trim());
  const text = async (locator: Locator) => (await texts(locator)).join();
  const each = async <T>(locator: Locator, read: (one: Locator) => Promise<T>) =>
    Promise.all((await locator.all()).map(read));
  const own = (one: Locator) => one.locator(":scope > div").evaluate(div => div.firstChild?.textContent ?? "");
  return {
    summary: await text(panel.locator("h1")),
    notes: await texts(panel.locator(".note")),
    steps: await each(panel.locator(".step:not(.not-reached)"), async step => {
      const [name, status] = (await text(step.locator("h3"))).split(" ");
      return `${name}: ${status}. ${await text(step.locator(":scope > p"))}`;
    }),
    checks: await each(panel.locator(".checks li"), async check => {
      const reason = await texts(check.locator(":scope > div > .reason"));
      return `${[`${await text(check.locator(":scope > .verdict"))}: ${await own(check)}`, ...reason].join(", ")}`;
    }),
    attributes: await each(panel.locator("[aria-labelledby=attributes] tbody tr"), async row => [
      await text(row.locator("th a")),
      await text(row.locator("th code")),
      ...(await texts(row.locator("td"))),
    ]),
    requests: await each(panel.locator(".requests > li"), async request => [
      await text(request.locator(".line")),
      ...(await request.locator("pre").allTextContents()).map(body => JSON.parse(body)),
    ]),
    wire: await each(panel.locator(".sides"), async sides =>
      (await sides.locator("pre").allTextContents()).map(body => parsed(body.replaceAll(/^≠/gm, ""))),
    ),
    stumbles: await each(panel.locator(".quirks p"), async line => text(line.locator(".fact"))),
    assumptions: await texts(panel.locator("[aria-labelledby=assumptions] li")),
  };
}

/** What a result of the command line says. */
export function toldBy({ summary, notes, onDemand, scope, match, ...result }: ProvisioningResult): Told {
  const bodies = (mode: "default" | "compliant") => (result.wire?.[mode] ?? []).map(({ body }) => body);
  const [without, withFlag] = [bodies("default"), bodies("compliant")];
  return {
    summary,
    notes,
    steps: onDemand.provisioningSteps.map(
      ({ type, status, description }) => `${stepNames[type]}: ${status}. ${description}`,
    ),
    checks: [
      ...scope.conditions.map(({ passed, name, reason }) => `${verdict(passed)}: ${name}, ${reason}`),
      ...scope.filters.flatMap(({ passed, name, clauses }) => [
        `${verdict(passed)}: Scoping filter “${name}”`,
        ...clauses.map(clause => `${verdict(clause.passed)}: ${clause.text}, ${clause.reason}`),
      ]),
      ...(match?.attempts ?? []).map(
        ({ hits, targetAttribute, value, precedence }) =>
          `${hits === 0 ? "no hit" : "one hit"}: ${targetAttribute} eq "${value}", Matching precedence ${precedence}.`,
      ),
    ],
    attributes: result.attributes.map(attributeTexts),
    requests: result.requests.map(({ method, path, body }) => [
      `${method} ${path}`,
      ...(body === undefined ? [] : [JSON.parse(body)]),
    ]),
    wire: without.map((body, index) =>
      [...new Set([body, withFlag[index]])].map(one => (one === undefined ? "No body" : parsed(one))),
    ),
    stumbles: (result.wire?.differences ?? []).flatMap(({ text, consequence }) => [text, consequence]),
    assumptions: result.assumptions.map(({ text }) => text),
  };
}

const stepNames = { Import: "Import", Scoping: "Scope", Matching: "Match", Export: "Action" } as const;

function verdict(passed: boolean): string {
  return passed ? "passed" : "not passed";
}

function attributeTexts(flow: ProvisioningResult["attributes"][number]): readonly string[] {
  const { target, source, oldValue, newValue, why, problem, references = [] } = flow;
  const value = (one: typeof oldValue) => (one === null ? "no value" : [one].flat().map(named).join(""));
  const named = (id: string) => {
    const name = references.find(({ targetId }) => targetId === id)?.displayName;
    return name === undefined ? id : `${id} (${name})`;
  };
  const outcomes = references.map(
    ({ displayName, outcome, reason }) => `${displayName}: ${outcomeWords[outcome]}${reason ? `, ${reason}` : ""}`,
  );
  const reasons = references.length > 0 ? [whyWords[why], ...outcomes] : [problem ?? whyWords[why]];
  return [target, source.replaceAll(/\s+/g, " "), value(oldValue), value(newValue), reasons.join("")];
}

function parsed(body: string): unknown {
  return body.trim().startsWith("{") ? JSON.parse(body) : body.trim();
}
