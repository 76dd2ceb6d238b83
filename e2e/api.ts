import { request } from "@playwright/test";

/** Who works in the demo, as the sign-in names them. */
export const people = {
  Editor: "editor",
  Reviewer: "reviewer",
  "Analyst A": "analyst-a",
  "Analyst B": "analyst-b",
} as const;
export type Who = keyof typeof people;

/** `body` is the JSON that was answered, as the journey declares it; its claims are checked by what it expects. */
export type Answer<Body> = { status: number; body: Body; headers: Headers };

/** A program with a token: what it is answered, whatever the status. */
export class Api {
  readonly #url: string;
  readonly #headers: Record<string, string>;

  constructor(url: string, token?: string) {
    this.#url = url;
    this.#headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
  }

  get = <Body>(path: string) => this.#send<Body>("GET", path);
  delete = <Body>(path: string) => this.#send<Body>("DELETE", path);
  post = <Body>(path: string, body: unknown) => this.#send<Body>("POST", path, body);
  put = <Body>(path: string, body: unknown) => this.#send<Body>("PUT", path, body);
  patch = <Body>(path: string, body: unknown) => this.#send<Body>("PATCH", path, body);

  async bytes(path: string): Promise<{ status: number; bytes: Uint8Array; headers: Headers }> {
    const response = await fetch(`${this.#url}${path}`, { headers: this.#headers });
    return { status: response.status, bytes: new Uint8Array(await response.arrayBuffer()), headers: response.headers };
  }

  async #send<Body>(method: string, path: string, sent?: unknown): Promise<Answer<Body>> {
    const response = await fetch(`${this.#url}${path}`, {
      method,
      headers: { ...this.#headers, ...(sent === undefined ? {} : { "content-type": "application/json" }) },
      ...(sent === undefined ? {} : { body: JSON.stringify(sent) }),
    });
    const text = await response.text();
    const isJson = response.headers.get("content-type")?.includes("json") === true;
    const body = (isJson ? JSON.parse(text) : text) as Body;
    return { status: response.status, body, headers: response.headers };
  }
}

/** The same as `GET`, for preparing: anything but success ends the journey. */
export async function got<Body>(answer: Promise<Answer<Body>>): Promise<Body> {
  const { status, body } = await answer;
  if (status >= 300) throw new Error(`Answered ${status}: ${JSON.stringify(body)}`);
  return body;
}

/** A program that acts as one of the demo's people. */
export const apiOf = async (url: string, who: Who): Promise<Api> => new Api(url, await tokenOf(url, who));

/** A token of one of the demo's people, got as a browser would get it. */
export async function tokenOf(url: string, who: Who): Promise<string> {
  const browser = await request.newContext({ baseURL: url, extraHTTPHeaders: { origin: url } });
  try {
    const { csrfToken } = await (await browser.get("/api/auth/csrf")).json();
    await browser.post("/api/auth/callback/demo", { form: { as: people[who], csrfToken, json: "true" } });
    const scopes = ["read", "write", "export", "admin"];
    const made = await browser.post("/api/v1/tokens", { data: { name: `Journeys of ${who}`, scopes } });
    return (await made.json()).token;
  } finally {
    await browser.dispose();
  }
}
