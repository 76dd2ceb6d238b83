import { SaxesParser } from "saxes";
import { type CodebookRead, finished, nearestColour, type Remark, slugs, unread } from "@/domain/codebook/read/reading";

/** Deeper than this nobody nests codes. */
const deepest = 50;

type Code = {
  line: number;
  name: string;
  colour: string | undefined;
  codable: boolean;
  description: string;
  path: string[];
};

/**
 * Reads the codes of a REFI-QDA codebook (.qdc) or of the project.qde of a project. Each code becomes a label, those for
 * grouping alone do not; where a name stands twice, the names above it stand in front. Of a codebook that left here the kind stands in front
 * of the description.
 */
export function readRefiQda(text: string): CodebookRead {
  const read = codesIn(text);
  if (!read.ok) return read;
  if (read.codes.length === 0) return unread("It has no <Code>.", 1);
  const left: Remark[] = [];
  const names = new Map<string, number>();
  for (const { name } of read.codes) names.set(name, (names.get(name) ?? 0) + 1);
  const slugOf = slugs("label");
  const labels = read.codes.flatMap((code) => {
    const { name, colour, codable, description, path, line } = code;
    const kind = kinds.exec(description);
    if (kind && !kind[1]?.startsWith("label:")) return [];
    if (!codable) {
      left.push({ line, what: `“${name}” only groups others and cannot be tagged.` });
      return [];
    }
    if (path.length > 1)
      left.push({ line, what: `“${name}” stands below “${path.at(-2)}”: labels stand side by side.` });
    const full = (names.get(name) ?? 0) > 1 ? path.join(" / ") : name;
    const definition = kind ? description.slice(kind[0].length).trim() : description.trim();
    if (definition.length > 2000) left.push({ line, what: `The description of “${name}” is cut at 2,000 characters.` });
    return [
      {
        slug: slugOf(kind?.[1]?.slice("label:".length) ?? full),
        name: full.slice(0, 100),
        definition: definition.slice(0, 2000),
        colour: nearestColour(colour),
      },
    ];
  });
  return finished({ labels }, left);
}

const kinds = /^\s*\[(claim|place|source|label:[a-z0-9][a-z0-9-]{0,60})\]/;

function codesIn(text: string): { ok: true; codes: Code[] } | (CodebookRead & { ok: false }) {
  const parser = new SaxesParser<{ xmlns: false; position: true }>({ xmlns: false, position: true });
  const codes: Code[] = [];
  const open: (Code | string)[] = [];
  let wrong: Remark | undefined;
  const stop = (what: string) => {
    wrong ??= { line: parser.line, what };
  };
  const above = () => open.findLast((each) => typeof each !== "string");
  parser.on("error", (error) => stop(error.message.replace(/^\d+:\d+: /, "")));
  parser.on("doctype", () => stop("A document type is not read."));
  parser.on("opentag", ({ name, attributes }) => {
    if (open.length >= deepest) stop(`Elements stand in each other more than ${deepest} deep.`);
    const own = name.slice(name.indexOf(":") + 1);
    if (own !== "Code") {
      open.push(own);
      return;
    }
    const called = attributes["name"]?.trim() || "…";
    const code: Code = {
      ...{ line: parser.line, name: called, colour: attributes["color"], description: "" },
      ...{ codable: attributes["isCodable"] !== "false", path: [...(above()?.path ?? []), called] },
    };
    codes.push(code);
    open.push(code);
  });
  parser.on("text", (said) => {
    const code = open.at(-1) === "Description" ? open.at(-2) : undefined;
    if (typeof code === "object") code.description += said;
  });
  parser.on("closetag", () => open.pop());
  parser.write(text).close();
  return wrong ? { ok: false, problems: [wrong] } : { ok: true, codes };
}
