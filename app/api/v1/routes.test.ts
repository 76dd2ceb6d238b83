import { readdirSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { routes } from "@/app/api/v1/routes";
import { apiRoutes, methodsAt } from "@/scripts/front-methods.mjs";
import { openapi } from "@/server/http/openapi";

const here = dirname(fileURLToPath(import.meta.url));

/** The addresses that Next serves, as OpenAPI writes them: folders, with [projectId] as {projectId}. */
const served = readdirSync(here, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith("/route.ts") && path !== "openapi.json/route.ts")
  .map((path) => `/${dirname(path).replaceAll(/\[(\w+)\]/g, "{$1}")}`);

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
