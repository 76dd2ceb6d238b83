import { readdirSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { routes } from "@/app/api/v1/routes";
import type { Answers } from "@/domain/api/answers";
import { apiRoutes, methodsAt } from "@/scripts/front-methods.mjs";
import { openapi } from "@/server/http/openapi";
import type { Route } from "@/server/http/route";

const here = dirname(fileURLToPath(import.meta.url));

/** The addresses that Next serves, as OpenAPI writes them: folders, with [projectId] as {projectId}. */
const served = readdirSync(here, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith("/route.ts") && path !== "openapi.json/route.ts")
  .map((path) => `/${dirname(path).replaceAll(/\[(\w+)\]/g, "{$1}")}`);

type Split<Key> = Key extends `${infer M} ${infer Path}` ? { method: M; path: Path } : never;
type Declared<Key> =
  Split<Key> extends { method: infer M; path: infer Path extends keyof typeof routes }
    ? M extends keyof (typeof routes)[Path]
      ? (typeof routes)[Path][M] extends Route<infer Given>
        ? Given
        : "no route"
      : "no such method"
    : "no such path";
/** The addresses whose pages expect something else than the route says that it answers. */
type Mistaken = { [Key in keyof Answers]: Declared<Key> extends Answers[Key] ? never : Key }[keyof Answers];

test("what our pages expect of an address is what its route says that it answers", () => {
  // Compared by the compiler, which names the address that is mistaken.
  const none: [Mistaken] extends [never] ? true : Mistaken = true;
  expect(none).toBe(true);
});

test("every address is in the list, so none is undescribed or untested", () => {
  expect(Object.keys(routes).sort()).toEqual(served.sort());
});

test("the description names every parameter of every path and refers to nothing that is not there", () => {
  const { paths } = openapi(routes, "/api/v1");
  for (const [path, operations] of Object.entries(paths)) {
    const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    for (const { parameters } of Object.values(operations)) {
      expect(parameters.filter(({ in: place }) => place === "path").map(({ name }) => name)).toEqual(named);
    }
  }
});

const document = openapi(routes, "/api/v1");

test("every schema is written once, under its name, and what is referred to is there", () => {
  const text = JSON.stringify(document);
  expect(text.length, "characters").toBeLessThan(500_000);
  const referred = new Set([...text.matchAll(/"#\/components\/schemas\/([^"]+)"/g)].map(([, name]) => name ?? ""));
  expect([...referred].sort()).toEqual(Object.keys(document.components.schemas).sort());

  const seen = new Map<string, number>();
  const count = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    if ("properties" in value && Object.keys(value.properties ?? {}).length > 2) {
      const shape = JSON.stringify(value);
      seen.set(shape, (seen.get(shape) ?? 0) + 1);
    }
    for (const each of Object.values(value)) count(each);
  };
  count(document);
  const again = Object.entries(document.components.schemas).filter(
    ([, schema]) => (seen.get(JSON.stringify(schema)) ?? 0) > 1,
  );
  expect(again.map(([name]) => name)).toEqual([]);
});

test("a segment needs its quote or the quote's hash", () => {
  expect(document.components.schemas["SentSegment"]).toMatchObject({
    anyOf: [{ required: ["start", "end", "quote"] }, { required: ["start", "end", "quoteHash"] }],
  });
});

test("each way in which a route succeeds is described on its own", () => {
  const schema = (name: string) => ({ $ref: `#/components/schemas/${name}` });
  const imported = document.paths["/projects/{projectId}/reports"]?.["post"]?.responses;
  expect(imported).toMatchObject({
    201: { content: { "application/json": { schema: schema("Report") } } },
    200: { content: { "application/json": { schema: { required: ["results"] } } } },
  });
  expect(document.paths["/projects/{projectId}/agreement"]?.["get"]?.responses).toMatchObject({
    200: { content: { "application/json": { schema: schema("ProjectAgreement") }, "text/csv": {} } },
  });
});

test("the stream's events are described with their data", () => {
  const text = JSON.stringify(document.paths["/stream"]);
  for (const event of ["ready", "entry", "presence", "inbox", "beat", "ended"]) {
    expect(text).toContain(`{"const":"${event}"}`);
  }
  expect(text).toContain("Last-Event-ID");
});

test("every refusal, also of one among many, is the one problem document", () => {
  const { BatchAnswer, DecidedEach, ImportResult } = document.components.schemas;
  for (const each of [BatchAnswer, DecidedEach, ImportResult]) {
    expect(JSON.stringify(each)).toContain('"problem":{"$ref":"#/components/schemas/Problem"}');
  }
});

test("what stands before the app knows the methods of every address", () => {
  const known = apiRoutes();
  for (const [path, handlers] of Object.entries(routes)) {
    const methods = methodsAt(known, `/api/v1${path.replaceAll(/\{\w+\}/g, "0")}`) ?? [];
    expect({ path, methods: methods.filter((each) => each !== "HEAD" && each !== "OPTIONS").sort() }).toEqual({
      path,
      methods: Object.keys(handlers).sort(),
    });
  }
});
