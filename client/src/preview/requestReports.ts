import * as l10n from "@vscode/l10n";
import type { ProvisioningResult } from "../../../server/src/protocol/previews.ts";
import { curl } from "./curl.ts";
import type { Preview } from "./preview.ts";
import type { RequestReport } from "./reportParts.ts";
import { purposeWords } from "./words.ts";

/** The requests of a run, in order. */
export function requestReports({ result, access }: Preview): readonly RequestReport[] {
  return result.requests.map(request => {
    const { method, path, purpose, sent, status, body, failure, placeholder } = request;
    const filter = filterOf(path);
    return {
      line: `${method} ${path}`,
      purpose: purposeWords[purpose],
      outcome: failure ? "failed" : sent ? "sent" : "would be sent",
      ...(status !== undefined && { status }),
      ...(filter !== undefined && { filter }),
      ...(body !== undefined && { body: indented(body) }),
      ...(placeholder !== undefined && { placeholder: placeholderSentence(placeholder) }),
      failure: failure ? failureTexts(failure) : [],
      curl: curl(request, access),
    };
  });
}

/** Indented JSON; the text as it is where it is none. */
export function indented(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), undefined, 2);
  } catch {
    return body;
  }
}

function filterOf(path: string): string | undefined {
  return new URLSearchParams(path.split("?")[1] ?? "").get("filter") ?? undefined;
}

function placeholderSentence(placeholder: string): string {
  return l10n.t("{0} stands for the id that the target gives when it creates the object.", placeholder);
}

type Failure = NonNullable<ProvisioningResult["requests"][number]["failure"]>;

function failureTexts({ message, detail, received, remedy }: Failure): readonly string[] {
  return [message, detail, received, remedy].flatMap(text => (text === undefined || text === "" ? [] : text));
}
