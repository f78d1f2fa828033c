import type { CheckReport } from "../../session/checkReport.ts";
import type { Severity } from "../../validation/rule.ts";
import type { Paint, Tone } from "./paint.ts";
import { visible } from "./visible.ts";

const tones: Readonly<Record<Severity, Tone>> = { error: "bad", warning: "warning", information: "faint" };

/** One line for each problem, `file:line:column severity message (code)`, and a summary. */
export function problemLines(report: CheckReport, paint: Paint): readonly string[] {
  const lines = report.problems.map(({ file, line, column, severity, message, code }) =>
    [
      paint("strong", `${file}:${line}:${column}`),
      paint(tones[severity], severity),
      visible(message),
      paint("faint", `(${code})`),
    ].join(" "),
  );
  return [...lines, summary(report, paint)];
}

function summary({ files, errors, warnings, information, problems }: CheckReport, paint: Paint): string {
  const inFiles = `in ${counted(files, "file")}`;
  if (problems.length === 0) return paint("good", `No problems ${inFiles}.`);
  const parts = [
    ...(errors > 0 ? [counted(errors, "error")] : []),
    ...(warnings > 0 ? [counted(warnings, "warning")] : []),
    ...(information > 0 ? [`${information} information`] : []),
  ];
  return paint(errors > 0 ? "bad" : "warning", `${parts.join(", ")} ${inFiles}.`);
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
