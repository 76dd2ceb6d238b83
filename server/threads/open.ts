import { Worker, type WorkerOptions } from "node:worker_threads";

export type Opening = {
  /**
   * `new Worker(new URL("./NAME.ts", import.meta.url), { resourceLimits, execArgv: [], workerData })`, written out where
   * the file is, options too: the build looks for these words, and copies TypeScript where it finds others.
   */
  built: (options: Pick<WorkerOptions, "resourceLimits" | "workerData">) => Worker;
  /** Where its TypeScript is, for tests: there nothing is built. */
  source: string;
  /** Megabytes of its heap. */
  heap: number;
  /** An object, or nothing: the build adds something of its own to it. */
  workerData?: object;
};

/** Opens a thread that keeps nobody's process alive. It is told of its errors by whoever listens to them too. */
export function openThread({ built, source, heap, workerData }: Opening): Worker {
  const options = { resourceLimits: { maxOldGenerationSizeMb: heap }, workerData };
  const worker =
    process.env["NEXT_RUNTIME"] === "nodejs"
      ? built(options)
      : new Worker(fromSource(source), { ...options, execArgv: ["--conditions=react-server"], eval: true });
  // An error that nobody hears would end the process.
  worker.on("error", () => undefined);
  worker.unref();
  return worker;
}

/** The address of a file beside another one. */
export const beside = (address: string, name: string): string => address.replace(/[^/]+$/, name);

/** The build's thread is JavaScript; where nothing is built (tests), it reads TypeScript itself. */
const fromSource = (source: string) =>
  `import("tsx/esm/api").then(({ register }) => register() && import(${JSON.stringify(source)}));`;
