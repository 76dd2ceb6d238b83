import { createHash, randomUUID } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./root.mjs";

/** What is answered before the app is asked: problem documents like the API's own, and a page for people. */

/** @typedef {"stopping" | "not-found" | "method-not-allowed" | "request-timeout"} Words */
/** @typedef {{ status: number, words: Words, kind: string, headers?: Record<string, string>, retryAfterMs?: number }} Refusal */

/** @type {Record<string, { title: string, detail: string }>} */
const problems = JSON.parse(readFileSync(join(root, "messages", "en", "problems.json"), "utf8"));
const styleFile = join(root, "public", "offline.css");
const style = existsSync(styleFile) ? readFileSync(styleFile, "utf8") : "";
const styleHash = createHash("sha256").update(style).digest("base64");
const policy = `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;
const plain = { "cache-control": "no-store", "x-content-type-options": "nosniff" };
const again = 2000;

/** @type {Refusal} */
export const stopping = { status: 503, words: "stopping", kind: "unavailable", retryAfterMs: again };
/** @type {Refusal} */
export const unknown = { status: 404, words: "not-found", kind: "not-found" };
/** @type {Refusal} */
export const tooSlow = { status: 408, words: "request-timeout", kind: "request-timeout" };
/** @param {string[]} methods @returns {Refusal} */
export const notAllowed = (methods) => ({
  status: 405,
  words: "method-not-allowed",
  kind: "method-not-allowed",
  headers: { allow: methods.join(", ") },
});

/**
 * @param {Refusal} refusal @param {{ page?: boolean }} [asked] `page`: a browser wants something to show
 * @returns {{ status: number, headers: Record<string, string>, body: string }}
 */
export function answerOf({ status, words, kind, headers = {}, retryAfterMs }, { page = false } = {}) {
  const { title = "", detail = "" } = problems[words] ?? {};
  const wait = retryAfterMs === undefined ? {} : { "retry-after": String(Math.ceil(retryAfterMs / 1000)) };
  if (page) {
    const body = pageOf(title, detail, retryAfterMs);
    return { status, headers: { ...plain, ...headers, ...wait, ...pageHeaders }, body };
  }
  const type = `urn:glossator:problem:${words}`;
  const problem = { type, title, detail, status, kind, retryAfterMs, requestId: randomUUID() };
  const json = { "content-type": "application/problem+json; charset=utf-8" };
  return { status, headers: { ...plain, ...headers, ...wait, ...json }, body: JSON.stringify(problem) };
}

const pageHeaders = { "content-type": "text/html; charset=utf-8", "content-security-policy": policy };

/** @param {string} title @param {string} detail @param {number | undefined} retryAfterMs */
function pageOf(title, detail, retryAfterMs) {
  const refresh = retryAfterMs === undefined ? "" : `<meta http-equiv="refresh" content="${retryAfterMs / 1000}">`;
  const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">${refresh}`;
  return `<!doctype html><html lang="en"><head>${head}<title>${title}</title><style>${style}</style></head><body><main><h1>${title}</h1><p>${detail}</p></main></body></html>`;
}

/**
 * The same as it goes over a wire on which no answer was begun.
 * @param {Refusal} refusal
 */
export function rawAnswer(refusal) {
  const { status, headers, body } = answerOf(refusal);
  const all = { ...headers, "content-length": String(Buffer.byteLength(body)), connection: "close" };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return `HTTP/1.1 ${status} ${titles[status] ?? ""}\r\n${lines.join("")}\r\n${body}`;
}

/** @type {Record<number, string>} */
const titles = { 405: "Method Not Allowed", 408: "Request Timeout", 503: "Service Unavailable" };
