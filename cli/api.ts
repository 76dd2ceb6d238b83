import { setTimeout as sleep } from "node:timers/promises";
import type { Account } from "@/cli/account";
import { Ended, exits, failed } from "@/cli/exits";
import type { Answer, Ask, Problem } from "@/client/api/answer";
import { createAsk } from "@/client/api/ask";

/** The API, asked as one person. Whatever it refuses ends the command in the API's own words. */
export type Api = {
  url: string;
  ask: Ask;
  /** An answer as it comes, for files; refusals end the command. */
  fetch: (path: string, init?: RequestInit) => Promise<Response>;
};

export type Waiting = { note: (sentence: string) => void; signal: AbortSignal };

/** Milliseconds before each further try, where the server is busy or does not answer. */
const pauses = [500, 2000, 5000, 10_000];
const longestPause = 60_000;
/** What may be worth asking again: all requests of the command line can be sent twice. */
const again = new Set([429, 502, 503, 504]);

export function apiOf({ url, token }: Account, { note, signal }: Waiting): Api {
  const once = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const headers = new Headers(init.headers);
    headers.set("authorization", `Bearer ${token}`);
    return fetch(`${url}${path}`, { ...init, headers, redirect: "manual", signal });
  };
  const patiently = async (path: string, init?: RequestInit): Promise<Response> => {
    for (let tries = 0; ; tries += 1) {
      const response = await once(path, init).catch((error: unknown) => {
        if (signal.aborted) throw new Ended(exits.interrupted, "Interrupted.");
        return { trouble: codeOf(error) };
      });
      const pause = pauses[tries];
      if ("trouble" in response) {
        if (pause === undefined || response.trouble === "ENOTFOUND") throw silent(url, response.trouble);
        note(`${url} does not answer (${response.trouble}); trying again in ${pause / 1000} s.`);
      } else {
        if (response.status >= 300 && response.status < 400) throw elsewhere(url, response);
        if (!again.has(response.status) || pause === undefined) return response;
        const asked = Number(response.headers.get("retry-after")) * 1000;
        if (asked > longestPause) return response;
        await response.body?.cancel();
        note(`${url} is busy (${response.status}); trying again.`);
        if (asked > pause) await rest(asked - pause, signal);
      }
      await rest(pause, signal);
    }
  };
  return {
    url,
    ask: createAsk((path, init) => patiently(String(path), init)),
    fetch: async (path, init) => {
      const response = await patiently(`/api/v1${path}`, init);
      if (response.ok) return response;
      throw problemEnds(url, await problemIn(response));
    },
  };
}

const rest = (milliseconds: number, signal: AbortSignal) =>
  sleep(milliseconds, undefined, { signal }).catch(() => {
    throw new Ended(exits.interrupted, "Interrupted.");
  });

/** What was answered, or the end of the command. */
export function answered<T>({ url }: Pick<Api, "url">, answer: Answer<T>): T {
  if (answer.ok) return answer.value;
  throw problemEnds(url, answer.problem);
}

/** The sentences of a problem, with the fields it names and the request's id. */
export function wordsOfProblem({ title, detail, errors = [], requestId }: Problem): string {
  const said = [title, detail].filter((each) => each !== undefined && each !== "");
  const fields = errors.map(({ field, reason }) => `  ${field}: ${reason}`);
  return [...said, ...fields, ...(requestId ? [`(request ${requestId})`] : [])].join("\n");
}

export function problemEnds(url: string, problem: Problem): Ended {
  const { kind, status } = problem;
  if (kind === "unreachable") return silent(url, "no answer");
  if (kind === "broken") return failed(`${url} answered ${status}, and not as Glossator does. Is the address right?`);
  const isRefused = status === 401 || status === 403;
  const more = status === 401 ? "\nThe token was revoked or has ended: run “glossator login” again." : "";
  return new Ended(isRefused ? exits.refused : exits.failed, `${wordsOfProblem(problem)}${more}`);
}

async function problemIn(response: Response): Promise<Problem> {
  const answer = await createAsk(async () => response)("GET", "");
  return answer.ok ? { kind: "broken", title: "", status: response.status } : answer.problem;
}

const silent = (url: string, trouble: string) =>
  failed(`${url} does not answer (${trouble}). Is Glossator running there, and is the address right?`);

const elsewhere = (url: string, response: Response) =>
  failed(
    `${url} sends requests on to ${response.headers.get("location") ?? "another address"}. Give that address with --url; the token was sent to ${url} only.`,
  );

function codeOf(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined;
  if (typeof cause === "object" && cause !== null && "code" in cause) return String(cause.code);
  return error instanceof Error ? error.message : "no connection";
}

/** Goes through the pages of a list until there are `most` rows. */
export async function pagesOf<Row>(
  next: (cursor: string | undefined, limit: number) => Promise<{ items: Row[]; next?: string | undefined }>,
  most: number,
): Promise<{ items: Row[]; more: boolean }> {
  const items: Row[] = [];
  for (let cursor: string | undefined; ; ) {
    const page = await next(cursor, Math.min(200, most - items.length));
    items.push(...page.items);
    if (page.next === undefined || items.length >= most)
      return { items: items.slice(0, most), more: page.next !== undefined || items.length > most };
    cursor = page.next;
  }
}

/** A query without what is not asked for, to stand behind a question mark. */
export function queryOf(asked: Readonly<Record<string, string | number | undefined>>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(asked)) if (value !== undefined) query.set(name, String(value));
  return query.toString();
}
