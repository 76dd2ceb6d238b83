/** How a file is made from an older one: records of it are copied, others are added as they stand. */
export type Step = readonly ["copy", number, number] | readonly ["add", string];
type Copy = readonly ["copy", number, number];

/** Records, some at a time. */
export type Records = AsyncIterable<readonly string[]> | Iterable<readonly string[]>;

/** The records of the older file by their digests; `used` marks those that the newer one has too. */
export type Known = { places: ReadonlyMap<string, number>; digests: readonly string[]; used: Uint8Array };

/** Looks through the older file. `digest` must tell any two records apart. */
export async function lookThrough(older: Records, digest: (record: string) => string): Promise<Known> {
  const places = new Map<string, number>();
  const digests: string[] = [];
  for await (const some of older) {
    for (const record of some) {
      const known = digest(record);
      if (!places.has(known)) places.set(known, digests.length);
      digests.push(known);
    }
  }
  return { places, digests, used: new Uint8Array(digests.length) };
}

/** UTF-16 units that one step adds, at about. */
const atOnce = 64 * 1024;

/**
 * The steps from the older file to the newer one, in the newer one's order, and each record that only the newer one has.
 * A record that moved is copied from where it stood.
 */
export async function* stepsTo(
  newer: Records,
  { places, digests, used }: Known,
  digest: (record: string) => string,
): AsyncGenerator<{ step: Step } | { added: string }> {
  let run: [number, number] | undefined;
  let waiting = "";
  const copied = (): Copy[] => {
    const copy: Copy[] = run ? [["copy", run[0], run[1]]] : [];
    run = undefined;
    return copy;
  };
  const adding = (): Step[] => {
    const add: Step[] = waiting === "" ? [] : [["add", waiting]];
    waiting = "";
    return add;
  };
  for await (const some of newer) {
    for (const record of some) {
      const own = digest(record);
      const follows: number | undefined = run && run[0] + run[1];
      const at = follows !== undefined && digests[follows] === own ? follows : places.get(own);
      if (at === undefined) {
        for (const step of copied()) yield { step };
        yield { added: record };
        waiting += record;
        if (waiting.length >= atOnce) for (const step of adding()) yield { step };
        continue;
      }
      for (const step of adding()) yield { step };
      used[at] = 1;
      if (run && at === follows) run[1] += 1;
      else {
        for (const step of copied()) yield { step };
        run = [at, 1];
      }
    }
  }
  for (const step of [...copied(), ...adding()]) yield { step };
}

/** Those records of the older file that the newer one does not have; `known` after its steps were taken. */
export async function* goneOf(older: Records, { used }: Known): AsyncGenerator<string> {
  let nth = 0;
  for await (const some of older) {
    for (const record of some) {
      if (used[nth] === 0) yield record;
      nth += 1;
    }
  }
}

/** Why steps can't be taken. */
export class BrokenSteps extends Error {}

/** Makes the newer file: `copy` answers so many records of the older one from the given place on. */
export async function* taken(
  steps: AsyncIterable<Step> | Iterable<Step>,
  copy: (from: number, count: number) => AsyncIterable<string> | Iterable<string>,
): AsyncGenerator<string> {
  for await (const step of steps) {
    if (step[0] === "add") yield step[1];
    else yield* copy(step[1], step[2]);
  }
}

/** A line of a file of steps; throws `BrokenSteps`. */
export function stepIn(line: string): Step {
  let said: unknown;
  try {
    said = JSON.parse(line);
  } catch {
    throw new BrokenSteps("A line of the delta is no JSON: it was changed or cut off.");
  }
  const [is, first, second]: unknown[] = Array.isArray(said) ? said : [];
  if (is === "add" && typeof first === "string") return ["add", first];
  if (is === "copy" && isCount(first) && isCount(second)) return ["copy", first, second];
  throw new BrokenSteps("A line of the delta says neither what to copy nor what to add: it was changed.");
}

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;
