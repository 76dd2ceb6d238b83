import { v7 } from "uuid";
import type { Job } from "@/bench/load";
import { longText, type Spot, spotsOf } from "@/bench/text";
import { seedDemo, startApp, startDatabase } from "@/scripts/stack.mjs";

/** The production build over a database of its own, which writes to disk as in production; and somebody who works there. */
export type Stage = {
  url: string;
  token: string;
  projectId: string;
  databaseUrl: string;
  /** The app's process. */
  pid: number;
  stop(): Promise<void>;
};

type Paper = { id: string; revisionId: string; projectId: string; text: string };

export async function openStage(env: Partial<NodeJS.ProcessEnv> = {}): Promise<Stage> {
  const database = await startDatabase({ durable: true });
  try {
    await seedDemo(database.url);
    const app = await startApp({ databaseUrl: database.url, env: { ...process.env, ...env } });
    const stop = async () => {
      await app.stop();
      await database.stop();
    };
    try {
      const token = await tokenFor(app.url, "editor");
      const { projects } = await ask<{ projects: { id: string }[] }>({ url: app.url, token }, "GET", "/me");
      return { url: app.url, token, projectId: projects[0]?.id ?? "", databaseUrl: database.url, pid: app.pid(), stop };
    } catch (error) {
      await app.stop();
      throw error;
    }
  } catch (error) {
    await database.stop();
    throw error;
  }
}

/** Asks the API; anything but success ends the benchmark. `Body` is what the address is documented to answer. */
export async function ask<Body>(
  { url, token }: Pick<Stage, "url" | "token">,
  method: string,
  path: string,
  sent?: unknown,
): Promise<Body> {
  const response = await fetch(`${url}/api/v1${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    ...(sent === undefined ? {} : { body: JSON.stringify(sent) }),
  });
  if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${await response.text()}`);
  return (await response.json()) as Body;
}

/** A token of one of the demo's people, got as a browser would get it. */
export async function tokenFor(url: string, as: string): Promise<string> {
  const cookies = new Map<string, string>();
  const send = async (path: string, init: RequestInit = {}) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const headers = { ...(init.headers as Record<string, string>), cookie, origin: url };
    const response = await fetch(`${url}${path}`, { redirect: "manual", ...init, headers });
    for (const each of response.headers.getSetCookie()) {
      const [name = "", value = ""] = (each.split(";")[0] ?? "").split(/=(.*)/s);
      cookies.set(name, value);
    }
    return response;
  };
  const { csrfToken } = (await (await send("/api/auth/csrf")).json()) as { csrfToken: string };
  await send("/api/auth/callback/demo", {
    method: "POST",
    body: new URLSearchParams({ as, csrfToken, json: "true" }),
  });
  const made = await send("/api/v1/tokens", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ name: "Benchmarks", scopes: ["read", "write", "export", "admin"] }),
  });
  if (!made.ok) throw new Error(`No token: ${await made.text()}`);
  return ((await made.json()) as { token: string }).token;
}

/** A project takes no text twice, so each paper is made from another number. */
let papers = Math.floor(Math.random() * 1e6);

/** A new report of so many words, with so many annotations spread over it. */
export async function newPaper(stage: Stage, words: number, annotations = 0): Promise<Paper> {
  const text = longText(words, 2026 + papers++);
  const title = `${words} words, ${annotations} annotations, ${papers}`;
  const sent = { title, text, language: "en", outlet: "Hama Post" };
  const paper = await ask<Paper>(stage, "POST", `/projects/${stage.projectId}/reports`, sent);
  const operations = operationsOn(paper, annotations);
  for (let at = 0; at < operations.length; at += 500) {
    await ask(stage, "POST", `/reports/${paper.id}/tags/batch`, { operations: operations.slice(at, at + 500) });
  }
  return paper;
}

const attributes = {
  claim: { kind: "event", certainty: "certain", polarity: "affirmed", standing: "asserted" },
  place: { featureType: "settlement" },
  source: {},
} as const;

const bodyOf = ({ revisionId }: Paper, { kind, start, end, quote }: Spot) => ({
  kind,
  revisionId,
  segments: [{ start, end, quote }],
  attributes: attributes[kind],
  opId: v7(),
});

/** Operations of a batch, each making one annotation. */
export const operationsOn = (paper: Paper, count: number) =>
  spotsOf(paper.text, count).map((spot) => ({ deed: "put-annotation", id: v7(), body: bodyOf(paper, spot) }));

/** Requests that make one annotation each. */
export const putsOn = (paper: Paper, count: number): Job[] =>
  spotsOf(paper.text, count).map((spot) => ({
    method: "PUT",
    path: `/api/v1/reports/${paper.id}/annotations/${v7()}`,
    body: bodyOf(paper, spot),
  }));
