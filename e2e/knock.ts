import { request } from "node:http";

export type Knock = { headers?: Record<string, string>; form?: Record<string, string> };
export type Answered = { status: number; body: string; location: string; cookies: string[] };

/** Asks with exactly these headers, also a Host of one's own, which neither `fetch` nor a browser lets one choose. */
export function knock(url: string, { headers = {}, form }: Knock = {}): Promise<Answered> {
  const { hostname, port, host, pathname, search } = new URL(url);
  const body = form && new URLSearchParams(form).toString();
  const options = {
    hostname,
    port,
    path: pathname + search,
    method: form ? "POST" : "GET",
    setHost: false,
    headers: { host, ...(form && { "content-type": "application/x-www-form-urlencoded" }), ...headers },
  };
  return new Promise((resolve, reject) => {
    const asking = request(options, (response) => {
      response.setEncoding("utf8");
      let text = "";
      response.on("data", (chunk: string) => {
        text += chunk;
      });
      response.on("end", () =>
        resolve({
          status: response.statusCode ?? 0,
          body: text,
          location: response.headers.location ?? "",
          cookies: response.headers["set-cookie"] ?? [],
        }),
      );
    });
    asking.on("error", reject);
    if (body !== undefined) asking.setHeader("content-length", Buffer.byteLength(body));
    asking.end(body);
  });
}

/** Posts a form to one of next-auth's addresses as a page of ours would, with these headers on every request. */
export async function signInBy(
  url: string,
  path: string,
  { headers = {}, form = {} }: Knock = {},
): Promise<Answered & { entered: boolean }> {
  const csrf = await knock(`${url}/api/auth/csrf`, { headers });
  const { csrfToken = "" }: { csrfToken?: string } = csrf.status === 200 ? JSON.parse(csrf.body) : {};
  const cookie = csrf.cookies.map((each) => each.split(";")[0]).join("; ");
  const origin = `http://${headers["host"] ?? new URL(url).host}`;
  const sent = { headers: { origin, ...headers, cookie }, form: { ...form, csrfToken } };
  const answer = await knock(`${url}/api/auth/${path}`, sent);
  return { ...answer, entered: answer.cookies.some((each) => /glossator\.session=[\w-]{43}/.test(each)) };
}
