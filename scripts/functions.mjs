import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./root.mjs";

/** No function is longer than can be read at once. Biome's rule for this leaves out what a component shows; this one counts it. */

export const mostLines = 80;
const folders = ["app", "cli", "client", "components", "domain", "editor", "scripts", "server"];

/** Why a function is one long piece stands before its statement: `// long: the reason`. */
const reason = /(?:\/\/|\*)\s*long:\s*\S/;

/** @returns {Promise<string[]>} what is wrong, in words */
export async function troublesOfFunctions() {
  const { default: ts } = await import("typescript");
  return folders
    .filter((folder) => existsSync(join(root, folder)))
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).map((name) => join(folder, name)),
    )
    .filter((name) => /\.(tsx?|mjs)$/.test(name) && !/\.(test|spec|fixture)\.|\.d\.ts$/.test(name))
    .flatMap((name) => tooLong(ts, name, readFileSync(join(root, name), "utf8")));
}

/**
 * @param {typeof import("typescript")} ts
 * @param {string} name of the file
 * @param {string} text
 * @returns {string[]}
 */
export function tooLong(ts, name, text) {
  const source = ts.createSourceFile(name, text, ts.ScriptTarget.Latest);
  /** @param {number} place */
  const lineAt = (place) => source.getLineAndCharacterOfPosition(place).line + 1;
  /** @type {string[]} */
  const troubles = [];
  /** @param {import("typescript").Node} node @param {string} before the comments before the statement it is in */
  const visit = (node, before) => {
    const isStatement = ts.isStatement(node) || ts.isClassElement(node);
    const comments = isStatement ? text.slice(node.getFullStart(), node.getStart(source)) : before;
    if (ts.isFunctionLike(node) && "body" in node && node.body) {
      const from = lineAt(node.getStart(source));
      const lines = lineAt(node.end) - from + 1;
      if (lines > mostLines && !reason.test(comments)) {
        troubles.push(
          `${name}:${from} is a function of ${lines} lines: divide it by what it means (at most ${mostLines}).`,
        );
      }
    }
    ts.forEachChild(node, (child) => visit(child, comments));
  };
  visit(source, "");
  return troubles;
}
