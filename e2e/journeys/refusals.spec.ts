import type { Failure } from "@/domain/failure";
import { expectRefusal, type Told } from "@/e2e/answers";
import { tokenOf } from "@/e2e/api";
import { expect, test } from "@/e2e/journey";
import type { Paper } from "@/e2e/office";
import type { Stack } from "@/e2e/stack";

/** What a row may use to say no. */
type Scene = {
  /** Sends as the demo's editor unless headers say otherwise; `body` goes as it is, as JSON unless typed otherwise. */
  send: (method: string, path: string, body?: BodyInit, headers?: Record<string, string>) => Promise<Response>;
  stack: Stack;
  analyst: string;
  projectId: string;
  paper: Paper;
};
type Row = { when: string; status: number; ask: (scene: Scene) => Promise<Response>; says?: RegExp };

const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
const nowhere = "01a20448-4f7e-7556-b144-5ff6007d5944";
const megabytes = (count: number) => new Uint8Array(count * 2 ** 20).fill(97);
const nested = (depth: number) => `${"[".repeat(depth)}${"]".repeat(depth)}`;
const json = (value: unknown) => JSON.stringify(value);
const form = (...files: File[]) => {
  const body = new FormData();
  for (const file of files) body.append("files", file);
  return body;
};
/** Asks until it is refused. */
async function firstRefusal(ask: () => Promise<Response>): Promise<Response> {
  const until = Date.now() + 20_000;
  while (Date.now() < until) {
    const answer = await ask();
    if (!answer.ok) return answer;
  }
  throw new Error("Everything was answered.");
}

const wordsOf = ({ title, detail, errors = [] }: Told) =>
  [title, detail, ...errors.flatMap(({ field, reason }) => [field, reason])].join("\n");

/** The built product's every way to say no: a kind that is new has no row, and this is no program any more. */
const rows: Record<Failure["kind"], readonly Row[]> = {
  "signed-out": [
    { when: "nobody asks", status: 401, ask: ({ send }) => send("GET", "/me", undefined, { authorization: "" }) },
    { when: "the token is made up", status: 401, ask: ({ send }) => send("GET", "/me", undefined, bearer("glo_x")) },
  ],
  "not-found": [
    { when: "there is no such report", status: 404, ask: ({ send }) => send("GET", `/reports/${nowhere}`) },
    { when: "the id is none", status: 404, ask: ({ send }) => send("GET", "/reports/42") },
  ],
  forbidden: [
    {
      when: "an analyst imports",
      status: 403,
      says: /editor/,
      ask: ({ send, analyst, projectId }) =>
        send("POST", `/projects/${projectId}/reports`, json({ title: "T", text: "t" }), bearer(analyst)),
    },
  ],
  invalid: [
    ...(
      [
        { when: "it is half a JSON", body: '{"name":', status: 400, says: /not JSON/ },
        { when: "a byte is no UTF-8", body: Uint8Array.of(0x7b, 0x22, 0xff, 0x22), status: 400, says: /byte 2/ },
        { when: "it is nested 100,000 deep", body: nested(100_000), status: 400, says: /deep/ },
        { when: "objects are nested deep", body: '{"a":'.repeat(5000), status: 400, says: /deep/ },
        { when: "a field is given twice", body: '{"name":"a","name":"b"}', status: 400, says: /“name”/ },
        { when: "it is a list", body: "[]", status: 422 },
        { when: "it is nothing", body: "null", status: 422 },
        { when: "a field has a null character", body: '{"name":"a\\u0000"}', status: 422 },
        { when: "a field has half a character", body: '{"name":"\\ud83d"}', status: 422 },
        { when: "a number is beyond all numbers", body: '{"keys":1e400}', status: 422 },
        { when: "a field has the name of a prototype", body: '{"__proto__":{"admin":true}}', status: 422 },
        { when: "a field's name is very long", body: json({ ["k".repeat(500_000)]: 1 }), status: 422 },
        { when: "a field's value is very long", body: json({ name: "n".repeat(900_000) }), status: 422 },
      ] as const
    ).map(({ body, ...row }): Row => ({ ...row, ask: ({ send }) => send("PATCH", "/me", body) })),
    {
      when: "fields come by the ten thousand",
      status: 422,
      says: /more/,
      ask: ({ send }) =>
        send("PATCH", "/me", json(Object.fromEntries(Array.from({ length: 50_000 }, (_, n) => [`key${n}`, 1])))),
    },
    {
      when: "a form is cut",
      status: 400,
      says: /form/,
      ask: ({ send, projectId }) =>
        send("POST", `/projects/${projectId}/reports`, "--x\r\nContent-Disposition", {
          "content-type": "multipart/form-data; boundary=x",
        }),
    },
    {
      when: "a form has no file",
      status: 422,
      ask: ({ send, projectId }) => send("POST", `/projects/${projectId}/reports`, new FormData()),
    },
    {
      when: "a report is empty",
      status: 422,
      ask: ({ send, projectId }) => send("POST", `/projects/${projectId}/reports`, json({ title: "T", text: " " })),
    },
    { when: "a query is none", status: 422, ask: ({ send }) => send("GET", "/me/notifications?limit=many") },
  ],
  conflict: [
    {
      when: "a report is here already",
      status: 409,
      says: /same/,
      ask: ({ send, projectId, paper }) =>
        send("POST", `/projects/${projectId}/reports`, json({ title: "Again", text: paper.text })),
    },
    {
      when: "a project has the name",
      status: 409,
      says: /refusals/,
      async ask({ send }) {
        const project = json({ name: "Twice", slug: "refusals-twice", mode: "shared" });
        await send("POST", "/projects", project);
        return send("POST", "/projects", project);
      },
    },
  ],
  "too-large": [
    {
      when: "1.1 MB come where 1 MB is read",
      status: 413,
      says: /1 MB/,
      ask: ({ send }) => send("PATCH", "/me", json({ name: "x".repeat(1_100_000) })),
    },
    {
      when: "nobody said how long it is",
      status: 413,
      says: /1 MB/,
      ask: ({ send }) =>
        send("PATCH", "/me", new Blob([megabytes(2)]).stream(), { "content-type": "application/json" }),
    },
    {
      when: "lists are endless",
      status: 413,
      says: /values/,
      ask: ({ send }) => send("PATCH", "/me", `{"name":[${"0,".repeat(400_000)}0]}`),
    },
    {
      when: "an upload has 100 MB",
      status: 413,
      says: /64 MB/,
      ask: ({ send, projectId }) =>
        send("POST", `/projects/${projectId}/reports`, form(new File([megabytes(100)], "big.txt"))),
    },
    {
      when: "100 MB come as JSON",
      status: 413,
      says: /64 MB/,
      ask: ({ send, projectId }) => send("POST", `/projects/${projectId}/reports`, megabytes(100)),
    },
    {
      when: "too many files come at once",
      status: 413,
      says: /files/,
      ask: ({ send, projectId }) =>
        send(
          "POST",
          `/projects/${projectId}/reports`,
          form(...Array.from({ length: 501 }, (_, n) => new File([`Report ${n}`], `${n}.txt`))),
        ),
    },
  ],
  unsupported: [
    {
      when: "a form comes where JSON is read",
      status: 415,
      says: /x-www-form-urlencoded/,
      ask: ({ send }) => send("PATCH", "/me", new URLSearchParams({ name: "x" })),
    },
    {
      when: "XML comes",
      status: 415,
      says: /xml/,
      ask: ({ send, projectId }) =>
        send("POST", `/projects/${projectId}/reports`, "<a/>", { "content-type": "application/xml" }),
    },
    {
      when: "it is compressed, and badly",
      status: 415,
      says: /gzip/,
      ask: ({ send }) => send("PATCH", "/me", Uint8Array.of(31, 139, 8, 0), { "content-encoding": "gzip" }),
    },
    {
      when: "it is JSON in another encoding",
      status: 415,
      says: /latin1/,
      ask: ({ send }) => send("PATCH", "/me", "{}", { "content-type": "application/json; charset=latin1" }),
    },
  ],
  "rate-limited": [
    {
      when: "somebody guesses a password",
      status: 429,
      says: /second/,
      async ask({ send, analyst }) {
        const guess = json({ current: "not this one", next: "a quite long new password" });
        for (let n = 0; n < 20; n += 1) {
          const answer = await send("POST", "/me/password", guess, bearer(analyst));
          if (answer.status !== 422) return answer;
        }
        throw new Error("Twenty wrong guesses were all looked at.");
      },
    },
  ],
  unavailable: [
    {
      when: "the database is away",
      status: 503,
      says: /database/,
      async ask({ send, stack }) {
        const back = stack.killDatabase();
        const answer = await firstRefusal(() => send("GET", "/me"));
        await back;
        return answer;
      },
    },
  ],
};

test.describe("the built product says no in words", () => {
  for (const [kind, each] of Object.entries(rows) as [Failure["kind"], readonly Row[]][]) {
    for (const { when, status, ask, says } of each) {
      test(`${status} ${kind}: ${when}`, async ({ stack, office }) => {
        const [editor, analyst, project, paper] = await Promise.all([
          tokenOf(stack.url, "Editor"),
          tokenOf(stack.url, "Analyst B"),
          office.project(),
          office.newReport(),
        ]);
        const send: Scene["send"] = (method, path, body, headers = {}) => {
          const typed =
            typeof body === "string" || body instanceof Uint8Array ? { "content-type": "application/json" } : {};
          const init = {
            method,
            headers: { ...bearer(editor), ...typed, ...headers },
            ...(body && { body, duplex: "half" }),
          };
          return fetch(`${stack.url}/api/v1${path}`, init as RequestInit);
        };
        const scene = { send, stack, analyst, projectId: project.id, paper };
        const told = await expectRefusal(await ask(scene), { status, kind });
        if (says) expect(wordsOf(told)).toMatch(says);
      });
    }
  }
});
