import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { type Answer, answer, type Figure, type RatingAnswer } from "@/domain/agreement/answer";
import { type AgreementFile, readAgreementFile } from "@/domain/agreement/file";
import { sentences, type WhyNoNumber } from "@/domain/agreement/outcome";

export const usage = `glossator agreement FILE [--json] [--seed N] [--precision P]

Computes agreement for a JSON file of ratings (categorical), units (unitizing) and spans (gamma).
  --json         answer in the shape of the file instead of as a table
  --seed N       seed of all chance (1)
  --precision P  precision of the expected disorder of γ (0.02)`;

/** What the command printed and how it ended: 0 done, 2 the request or the file is wrong. */
export interface Ended {
  readonly code: 0 | 2;
  readonly out: string;
  readonly err: string;
}

/** Runs `glossator agreement` with the words after it; reads the file, writes nothing. */
export function agreementCommand(words: readonly string[]): Ended {
  const request = readRequest(words);
  if (typeof request === "string") return refused(`${request}\n\n${usage}`);
  const content = readJson(request.path);
  if (!content.ok) return refused(content.reason);
  const read = readAgreementFile(content.value);
  if (!read.ok) return refused(read.problems.map(({ entry, reason }) => `${entry}: ${reason}`).join("\n"));
  const answered = answer(read.file, request);
  const out = request.json ? JSON.stringify(inShape(read.file, answered), null, 2) : asTable(read.file, answered);
  return { code: 0, out, err: "" };
}

interface Request {
  readonly path: string;
  readonly json: boolean;
  readonly seed: number;
  readonly precision: number;
}

function readRequest(words: readonly string[]): Request | string {
  const options = {
    json: { type: "boolean", default: false },
    seed: { type: "string", default: "1" },
    precision: { type: "string", default: "0.02" },
  } as const;
  try {
    const { values, positionals } = parseArgs({ args: [...words], options, allowPositionals: true });
    const [path] = positionals;
    const [seed, precision] = [Number(values.seed), Number(values.precision)];
    if (!path || positionals.length > 1) return "Name one file.";
    if (!Number.isInteger(seed)) return "--seed must be a whole number.";
    if (!(precision > 0 && precision < 1)) return "--precision must lie between 0 and 1.";
    return { path, json: values.json, seed, precision };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function readJson(
  path: string,
): { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly reason: string } {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch {
    return { ok: false, reason: `${path}: cannot be read` };
  }
  try {
    return { ok: true, value: JSON.parse(text.replace(/^\uFEFF/, "")) };
  } catch (error) {
    return { ok: false, reason: `${path}: is not JSON (${error instanceof Error ? error.message : "unreadable"})` };
  }
}

function refused(err: string): Ended {
  return { code: 2, out: "", err };
}

/** The file as it was given, with every value that could be computed. */
function inShape(file: AgreementFile, { categorical, unitizing, gamma }: Answer): object {
  return {
    ...file.given,
    ...(categorical && {
      categorical: categorical.map(({ figures, ...rest }, place) => ({
        ...file.categorical?.[place]?.given,
        ...figures,
        ...rest,
      })),
    }),
    ...(unitizing && { unitizing: unitizing.map((each, place) => ({ ...file.unitizing?.[place]?.given, ...each })) }),
    ...(gamma && {
      gamma: {
        ...file.gamma?.given,
        observedDisorder: gamma.map((each, place) => ({ ...file.gamma?.entries[place]?.given, ...each })),
      },
    }),
  };
}

function asTable(file: AgreementFile, { categorical = [], unitizing = [], gamma = [] }: Answer): string {
  const title = (name: string, place: number, given: object | undefined) => {
    const source = given && "source" in given && typeof given.source === "string" ? `: ${given.source}` : "";
    return `${name}[${place}]${source}`;
  };
  return [
    ...categorical.map((each, place) => [
      title("categorical", place, file.categorical?.[place]?.given),
      ...ratingLines(each),
    ]),
    ...unitizing.map(({ alpha, why, continuum }, place) => [
      title("unitizing", place, file.unitizing?.[place]?.given),
      `  continuum from ${continuum.start}, length ${continuum.length}`,
      ...lines(
        alpha !== null && typeof alpha === "object" ? prefixed("α", alpha) : { α: alpha },
        prefixed("α", why ?? {}),
      ),
    ]),
    ...gamma.map(({ value, samples, seed, expectedDisorder, why, ...figures }, place) => [
      title("gamma", place, file.gamma?.entries[place]?.given),
      ...lines({ "observed disorder": value, "expected disorder": expectedDisorder }),
      `  ${samples} random continua, seed ${seed}`,
      ...lines(
        { gamma: figures.gamma, gammaCat: figures.gammaCat, ...prefixed("gammaByLabel", figures.gammaByLabel) },
        why,
      ),
    ]),
  ]
    .map((block) => block.join("\n"))
    .join("\n\n");
}

function ratingLines({ figures, intervals, items, raters, why }: RatingAnswer): readonly string[] {
  const spans = Object.fromEntries(
    Object.entries(intervals).map(([name, [low, high]]) => [name, `95 % ${low.toFixed(3)} to ${high.toFixed(3)}`]),
  );
  return [`  ${raters} raters, ${items.used} of ${items.seen} items used`, ...lines(figures, why, spans)];
}

function lines(
  figures: Readonly<Record<string, Figure>>,
  why: Readonly<Record<string, WhyNoNumber>> = {},
  notes: Readonly<Record<string, string>> = {},
): readonly string[] {
  return Object.entries(figures).map(([name, figure]) => {
    const reason = why[name];
    const said = figure === null ? (reason ? sentences[reason] : "–") : figure.toFixed(4).padStart(8);
    const note = notes[name];
    return `  ${name.padEnd(26)} ${said}${note && figure !== null ? `   ${note}` : ""}`;
  });
}

function prefixed<Value>(prefix: string, named: Readonly<Record<string, Value>>): Record<string, Value> {
  return Object.fromEntries(Object.entries(named).map(([name, value]) => [`${prefix}.${name}`, value]));
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { code, out, err } = agreementCommand(process.argv.slice(2));
  if (out) process.stdout.write(`${out}\n`);
  if (err) process.stderr.write(`${err}\n`);
  process.exitCode = code;
}
