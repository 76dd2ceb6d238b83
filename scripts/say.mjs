/** How the commands speak: every step by name with its time, every expected failure as one sentence. */

/** A failure we foresee. Its message is one sentence that names the remedy; no stack is shown. */
export class Sorry extends Error {
  /** @param {string} sentence @param {{ cause?: unknown, details?: string }} [more] details are shown under the sentence */
  constructor(sentence, more = {}) {
    super(sentence, { cause: more.cause });
    this.details = more.details;
  }
}

/** Where steps are written; a command whose output is read by programs sends them to stderr. @type {NodeJS.WriteStream} */
let out = process.stdout;

/** Keeps stdout clean for a command's own result. */
export function sayOnStderr() {
  out = process.stderr;
}

// A terminal that went away, or a log on a full disk, stops nothing.
for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined);

let openLine = false;

/**
 * Says the same thing once a minute at most, however often it happens.
 * @param {(line: string) => void} tell @param {() => number} [now] in milliseconds
 * @returns {(line: string) => void}
 */
export function onceAMinute(tell, now = Date.now) {
  /** @type {Map<string, number>} */
  const toldAt = new Map();
  return (line) => {
    if (now() - (toldAt.get(line) ?? Number.NEGATIVE_INFINITY) < 60_000) return;
    toldAt.set(line, now());
    tell(line);
  };
}

/** @param {string} line */
export function say(line) {
  if (openLine) out.write("\n");
  openLine = false;
  out.write(`${line}\n`);
}

/**
 * Names a step while it runs, then adds its time.
 * @template T
 * @param {string} name @param {() => Promise<T> | T} work
 * @returns {Promise<T>}
 */
export async function step(name, work) {
  const began = performance.now();
  if (openLine) out.write("\n");
  out.write(`${name} … `);
  openLine = true;
  try {
    const result = await work();
    finishLine(name, `${seconds(performance.now() - began)}\n`);
    return result;
  } catch (error) {
    finishLine(name, `failed after ${seconds(performance.now() - began)}\n`);
    throw error;
  }
}

/** @param {string} name @param {string} ending */
function finishLine(name, ending) {
  out.write(openLine ? ending : `${name}: ${ending}`);
  openLine = false;
}

/** @param {number} milliseconds */
export function seconds(milliseconds) {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}

/**
 * Runs a command's story; whatever goes wrong becomes one sentence on stderr and exit code 1.
 * @param {() => Promise<number | void>} story resolves to the exit code
 */
export async function tell(story) {
  try {
    process.exitCode = (await story()) ?? 0;
  } catch (error) {
    complain(error);
    process.exitCode = 1;
  }
}

/** @param {unknown} error */
export function complain(error) {
  if (openLine) out.write("\n");
  openLine = false;
  const known = error instanceof Sorry ? error : understood(error);
  if (known) {
    if (known.details) process.stderr.write(`${known.details.trimEnd()}\n\n`);
    process.stderr.write(`${known.message}\n`);
  } else {
    console.error(error);
  }
}

/** @type {Record<string, (path: string) => string>} */
const remedies = {
  ENOSPC: (path) => `The disk is full${at(path)}: make room and start again; nothing that was saved is lost.`,
  EDQUOT: (path) => `Your disk quota is used up${at(path)}: make room and start again; nothing that was saved is lost.`,
  EROFS: (path) => `The disk${at(path)} is read-only: set GLOSSATOR_DATA to a folder that can be written.`,
  EACCES: (path) =>
    `This account may not use ${path || "a file it needs"}: give it the right, or set GLOSSATOR_DATA to a folder of its own.`,
  EPERM: (path) =>
    `This account may not change ${path || "a file it needs"}: give it the right, or set GLOSSATOR_DATA to a folder of its own.`,
  ENOTDIR: (path) => `${path} can't be made because a file is in its way: set GLOSSATOR_DATA to another folder.`,
  EMFILE: () => "Too many files are open: raise the limit with `ulimit -n 4096` and start again.",
};

/** @param {string} path */
const at = (path) => (path ? ` at ${path}` : "");

/**
 * The sentence for an error of the operating system that everybody meets some day.
 * @param {unknown} error
 */
export function understood(error) {
  if (!(error instanceof Error) || !("code" in error)) return undefined;
  const sentence = remedies[String(error.code)];
  return sentence && new Sorry(sentence("path" in error ? String(error.path) : ""), { cause: error });
}
