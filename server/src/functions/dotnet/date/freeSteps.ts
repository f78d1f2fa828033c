/**
 * A piece of a date whose format is not told, by its first letter: N a number of one or two digits, Y one of more, M a
 * month's name, D a day's, E an era's, Z the name of a zone. What stands behind the first three is told by the second:
 * `.` the end, `-` a dash or a slash, `:` a colon, `h` AM or PM, `T` the T of ISO 8601, and a blank anything else.
 */
export type Piece = (typeof pieces)[keyof typeof pieces][Following] | "D" | "E" | "Z" | "end";
export type Following = "." | " " | "-" | ":" | "h" | "T";

/** The pieces behind which something is told, by it. */
export const pieces = {
  N: { ".": "N.", " ": "N ", "-": "N-", ":": "N:", h: "Nh", T: "NT" },
  Y: { ".": "Y.", " ": "Y ", "-": "Y-", ":": "Y:", h: "Yh", T: "YT" },
  M: { ".": "M.", " ": "M ", "-": "M-", ":": "M:", h: "Mh", T: "MT" },
} as const;

/** The pieces that were read since the last whole one. */
export type State =
  | "start"
  | ("N" | "N N" | "N-" | "N-N" | "NN-")
  | ("M" | "MN" | "NM" | "MN-")
  | ("Y" | "YN" | "YN-" | "YM" | "YM-")
  | ("h:" | "h:m:");

/** A date or a time of day that is whole, by its pieces. */
export type Whole =
  `=${"NN" | "NNh" | "NNN" | "NNY" | "MN" | "NM" | "MNN" | "YN" | "YM" | "YNN" | "YMN" | "h" | "hm" | "hms"}`;

type Steps = Readonly<Partial<Record<Piece, State | Whole>>>;

const monthNamedLast: Steps = { "M.": "=MNN", "M ": "=MNN" };
const yearLast: Steps = { "Y ": "=NNY", "Y.": "=NNY" };
const yearOfMonth: Steps = { "Y ": "=YMN", "Y.": "=YMN" };
const numberOfMonth: Steps = { "N.": "=MNN", "N ": "=MNN" };
const dayOfYear: Steps = { "N.": "=YNN", Nh: "=YNN", "N ": "=YNN", "M.": "=YMN", "M ": "=YMN" };
const dayOfYearsMonth: Steps = { "N.": "=YMN", Nh: "=YMN", "N ": "=YMN" };

/** Where each piece leads, as DateTime.Parse has it; a text is no date where it leads nowhere. */
export const freeSteps: Readonly<Record<State, Steps>> = {
  start: {
    end: "start",
    "N ": "N",
    "N-": "N-",
    "N:": "h:",
    Nh: "=h",
    "M ": "M",
    "M-": "M",
    "Y ": "Y",
    "Y-": "Y",
    D: "start",
    E: "start",
    Z: "start",
  },
  N: {
    "N.": "=NN",
    "N ": "N N",
    "N-": "NN-",
    "M.": "=NM",
    "M ": "NM",
    "M-": "MN-",
    "Y.": "=YN",
    "Y ": "YN",
    "Y-": "YN-",
    D: "N",
    E: "N",
    Z: "N",
  },
  "N N": {
    end: "=NN",
    "N.": "=NNN",
    "N ": "=NNN",
    "N:": "h:",
    Nh: "=h",
    ...monthNamedLast,
    ...yearLast,
    D: "N N",
    E: "N N",
    Z: "N N",
  },
  "N-": {
    "N.": "=NN",
    "N ": "N-N",
    "N-": "NN-",
    "M.": "=NM",
    "M ": "MN",
    "M-": "MN-",
    "Y.": "=YN",
    "Y ": "YN",
    "Y-": "YN-",
    D: "N-",
    E: "N-",
  },
  "N-N": {
    end: "=NN",
    "N.": "=NNN",
    "N ": "=NNN",
    "N:": "h:",
    Nh: "=NNh",
    ...monthNamedLast,
    ...yearLast,
    D: "N-N",
    E: "N-N",
  },
  "NN-": {
    "N.": "=NNN",
    "N ": "=NNN",
    Nh: "=NNN",
    ...monthNamedLast,
    ...yearLast,
    D: "NN-",
    E: "NN-",
  },
  M: { "N.": "=MN", "N ": "MN", "N-": "MN-", "Y.": "=YM", "Y ": "YM", "Y-": "YM-", D: "M", E: "M" },
  MN: { end: "=MN", "N:": "h:", Nh: "=MNN", ...numberOfMonth, ...yearOfMonth, D: "MN", E: "MN" },
  NM: { end: "=NM", "N:": "h:", Nh: "=MNN", ...numberOfMonth, ...yearOfMonth, D: "NM", E: "NM" },
  "MN-": { ...numberOfMonth, ...yearOfMonth, D: "MN-", E: "MN-" },
  Y: { "N.": "=YN", "N ": "YN", "N-": "YN-", "M.": "=YM", "M ": "YM", "M-": "YM-", D: "Y", E: "Y" },
  YN: { end: "=YN", ...dayOfYear, D: "YN", E: "YN" },
  "YN-": { ...dayOfYear, D: "YN", E: "YN" },
  YM: { end: "=YM", ...dayOfYearsMonth, D: "YM", E: "YM" },
  "YM-": { ...dayOfYearsMonth, D: "YM", E: "YM" },
  "h:": { "M.": "=NM", "M ": "NM", "N.": "=hm", "N ": "=hm", Nh: "=hm", "N:": "h:m:", E: "h:", Z: "h:" },
  "h:m:": { "N.": "=hms", "N ": "=hms", Nh: "=hms", E: "h:m:", Z: "h:m:" },
};

/** Whether a step completes a date or a time of day. */
export function isWhole(step: State | Whole | undefined): step is Whole {
  return step?.startsWith("=") ?? false;
}
