import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, sep } from "node:path";
import { root } from "./root.mjs";

/** Which methods an address takes. Next answers others with an empty 405, a 400, a 500 or, on pages, with the page. */

const onPages = ["GET", "HEAD", "OPTIONS"];
const everywhere = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];
const exported = /^export (?:const|(?:async )?function) (GET|POST|PUT|PATCH|DELETE)\b/gm;

/** @typedef {{ shape: RegExp, methods: string[] }} Route */

/**
 * The routes below `app/api`, as their files say.
 * @param {string} [folder] `app`
 * @returns {Route[]}
 */
export function apiRoutes(folder = join(root, "app")) {
  const api = join(folder, "api");
  if (!existsSync(api)) return [];
  return readdirSync(api, { recursive: true, encoding: "utf8" })
    .filter((path) => path.split(sep).at(-1) === "route.ts")
    .sort((a, b) => (namesFirst(a) < namesFirst(b) ? -1 : 1))
    .map((path) => {
      const found = [...readFileSync(join(api, path), "utf8").matchAll(exported)].map(([, method = ""]) => method);
      return { shape: shapeOf(dirname(path).split(sep)), methods: inOrder(found) };
    });
}

/** As Next does, a name goes before a parameter: `people/tokens` before `people/[userId]`. @param {string} path */
const namesFirst = (path) => path.replaceAll("[", "~");

/** @param {string[]} found */
function inOrder(found) {
  const all = new Set([...found, ...(found.includes("GET") ? ["HEAD"] : []), "OPTIONS"]);
  return everywhere.filter((method) => all.has(method));
}

/** @param {string[]} segments like `projects`, `[projectId]` or `[...rest]` */
function shapeOf(segments) {
  const parts = segments.map((each) =>
    each.startsWith("[...") ? ".+" : each.startsWith("[") ? "[^/]+" : escaped(each),
  );
  return new RegExp(`^/api/${parts.join("/")}/?$`);
}

/** @param {string} text */
const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/**
 * @param {Route[]} routes @param {string} path without its query
 * @returns {string[] | undefined} undefined when the API has no such address
 */
export function methodsAt(routes, path) {
  if (path === "*") return everywhere;
  if (!path.startsWith("/api/")) return onPages;
  return routes.find(({ shape }) => shape.test(path))?.methods;
}
