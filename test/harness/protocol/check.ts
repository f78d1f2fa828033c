import { TextDocument } from "vscode-languageserver-textdocument";
import { Range } from "vscode-languageserver-types";
import type { LoggedMessage } from "../languageClient.ts";
import { shapes } from "./shapes.ts";

/** The errors that the protocol has for requests that were right. */
const cancelledByClient = -32800;
const contentModified = -32801;
const cancelledByServer = -32802;
const refused = -32803;

type Message = LoggedMessage["message"];

interface Request {
  readonly method: string;
  readonly params: unknown;
  /** The document that it is about, as the client had it. */
  readonly document?: TextDocument;
  cancelled: boolean;
  answered: boolean;
}

/**
 * What a server did against the protocol: requests without an answer or with two, results of another shape than the method
 * has, ranges outside the document, errors without their reason. `untilNow` allows that requests are still running.
 */
export function protocolProblems(messages: readonly LoggedMessage[], untilNow = false): readonly string[] {
  const documents = new Map<string, TextDocument>();
  const requests = new Map<unknown, Request>();
  const problems: string[] = [];
  for (const { from, message } of messages) {
    if (from === "client" && message.method !== undefined && message.id !== undefined)
      requests.set(message.id, asked(message, documents));
    else if (from === "client" && message.method !== undefined) notify(message, documents, requests);
    else if (from === "server" && message.method === undefined)
      problems.push(...answerProblems(message, requests, documents).map(problem => `${problem}: ${shown(message)}`));
  }
  const open = untilNow ? [] : [...requests.values()].filter(({ answered }) => !answered);
  return [...problems, ...open.map(({ method }) => `${method} was not answered`)];
}

/** How often each method was asked, and answered with a result that is not null. */
export function answerCounts(
  messages: readonly LoggedMessage[],
): ReadonlyMap<string, readonly [asked: number, answered: number]> {
  const methods = new Map<unknown, string>();
  const counts = new Map<string, [number, number]>();
  for (const { from, message } of messages) {
    if (from === "client" && message.id !== undefined && message.method !== undefined) {
      methods.set(message.id, message.method);
      const count = counts.get(message.method) ?? [0, 0];
      counts.set(message.method, [count[0] + 1, count[1]]);
    }
    const method = from === "server" && message.method === undefined ? methods.get(message.id) : undefined;
    const count = method === undefined ? undefined : counts.get(method);
    if (count !== undefined && message.result !== undefined && message.result !== null) count[1]++;
  }
  return counts;
}

function asked({ method = "", params }: Message, documents: ReadonlyMap<string, TextDocument>): Request {
  const document = documents.get(uriOf(params) ?? "");
  return { method, params, cancelled: false, answered: false, ...(document && { document }) };
}

function notify(
  { method, params }: Message,
  documents: Map<string, TextDocument>,
  requests: Map<unknown, Request>,
): void {
  const uri = uriOf(params) ?? "";
  if (method === "$/cancelRequest") {
    const request = requests.get((params as { id: unknown }).id);
    if (request !== undefined) request.cancelled = true;
  } else if (method === "textDocument/didOpen") {
    const { text } = (params as { textDocument: { text: string } }).textDocument;
    documents.set(uri, TextDocument.create(uri, "provmap", 1, text));
  } else if (method === "textDocument/didChange") {
    const { textDocument, contentChanges } = params as {
      textDocument: { version: number };
      contentChanges: { range: Range; text: string }[];
    };
    const before = documents.get(uri);
    if (before === undefined) return;
    const copy = TextDocument.create(uri, "provmap", before.version, before.getText());
    documents.set(uri, TextDocument.update(copy, contentChanges, textDocument.version));
  } else if (method === "textDocument/didClose") documents.delete(uri);
}

function answerProblems(
  message: Message,
  requests: ReadonlyMap<unknown, Request>,
  documents: ReadonlyMap<string, TextDocument>,
): readonly string[] {
  const request = requests.get(message.id);
  if (request === undefined) return ["an answer to no request"];
  if (request.answered) return [`${request.method} was answered twice`];
  request.answered = true;
  const isSame = documents.get(uriOf(request.params) ?? "") === request.document;
  if (message.error !== undefined) return errorProblems(message.error.code, request, isSame);
  if (message.result === null) return [];
  if (shapes[request.method]?.(message.result) !== true) return [`${request.method} has a result of another shape`];
  if (request.document === undefined || !isSame) return [];
  return outside(message.result, request.document).map(place => `${request.method} has ${place}`);
}

function errorProblems(code: number, { method, cancelled }: Request, isSame: boolean): readonly string[] {
  switch (code) {
    case cancelledByClient:
      return cancelled ? [] : [`${method} was cancelled, and nobody cancelled it`];
    case contentModified:
    case cancelledByServer:
      return isSame ? [`${method} ended for a change that was not made`] : [];
    case refused:
      return method.endsWith("ename") ? [] : [`${method} was refused`];
    default:
      return [`${method} failed`];
  }
}

/** The ranges of a result that do not lie in the document. Ranges of other documents are known by the address beside them. */
function outside(value: unknown, document: TextDocument): readonly string[] {
  if (typeof value !== "object" || value === null) return [];
  if ("uri" in value && value.uri !== document.uri) return [];
  if (Range.is(value))
    return isWithin(value, document) ? [] : [`the range ${JSON.stringify(value)} outside its document`];
  return Object.entries(value).flatMap(([name, member]) => {
    const isOtherDocument = name.includes("://") && name !== document.uri;
    return name === "data" || isOtherDocument ? [] : outside(member, document);
  });
}

function isWithin({ start, end }: Range, document: TextDocument): boolean {
  const [from, to] = [document.offsetAt(start), document.offsetAt(end)];
  const same = (place: Range["start"], offset: number) =>
    JSON.stringify(document.positionAt(offset)) === JSON.stringify(place);
  return from <= to && same(start, from) && same(end, to);
}

function uriOf(params: unknown): string | undefined {
  return (params as { textDocument?: { uri?: string } } | undefined)?.textDocument?.uri;
}

function shown(message: Message): string {
  return JSON.stringify(message).slice(0, 400);
}
