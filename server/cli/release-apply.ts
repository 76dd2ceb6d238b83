import { once } from "node:events";
import { createReadStream, createWriteStream, existsSync, readFileSync } from "node:fs";
import { copyFile, mkdir, mkdtemp, open, rename, rm } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { finished } from "node:stream/promises";
import { type DeltaFile, DeltaHeader, deltaName, recordsIn, stepsName, wholeName } from "@/domain/release/delta/header";
import { cutter } from "@/domain/release/delta/records";
import { BrokenSteps, type Step, stepIn, taken } from "@/domain/release/delta/steps";
import { manifestName } from "@/domain/release/manifest";
import { measured, Wrong, within } from "@/server/cli/release-folder";

/**
 * Makes the newer release of the older one and a delta. It is whole or not there: everything is made beside its place,
 * compared with its digest, and moved there last.
 */
export async function applyDelta(older: string, delta: string, into: string): Promise<DeltaHeader> {
  if (existsSync(into)) throw new Wrong(`${into}: is there already. Nothing was written; name a folder that is not.`);
  const header = headerIn(delta);
  await expectRelease(older, header);
  await mkdir(dirname(resolve(into)), { recursive: true });
  const beside = await mkdtemp(`${resolve(into)}.part-`);
  try {
    for (const file of header.files) await makeFile(file, { older, delta, beside });
    const made = await measured(join(beside, manifestName));
    if (made?.sha256 !== header.to.digest)
      throw new Wrong(`The delta does not lead to release ${header.to.number}: its manifest has another digest.`);
    await rename(beside, into);
    return header;
  } catch (error) {
    await rm(beside, { recursive: true, force: true });
    throw error;
  }
}

function headerIn(delta: string): DeltaHeader {
  let said: unknown;
  try {
    said = JSON.parse(readFileSync(join(delta, deltaName), "utf8"));
  } catch {
    throw new Wrong(`${delta}: has no ${deltaName} that can be read, so it is no delta.`);
  }
  const parsed = DeltaHeader.safeParse(said);
  if (!parsed.success) throw new Wrong(`${join(delta, deltaName)}: is not what a delta says of itself.`);
  return parsed.data;
}

async function expectRelease(older: string, { from }: DeltaHeader): Promise<void> {
  const found = await measured(join(older, manifestName));
  if (!found) throw new Wrong(`${older}: has no ${manifestName}, so it is no release.`);
  if (found.sha256 === from.digest) return;
  throw new Wrong(
    `This delta starts at release ${from.number} (${from.digest}), and ${older} is another one (${found.sha256}). Nothing was written.`,
  );
}

type Places = { older: string; delta: string; beside: string };

async function makeFile(file: DeltaFile, { older, delta, beside }: Places): Promise<void> {
  const target = within(beside, file.name);
  await mkdir(dirname(target), { recursive: true });
  const former = within(older, file.name);
  if (file.from) await expectFormer(former, file);
  if (file.is === "same") await copyFile(former, target);
  else if (file.is === "whole") await copyWhole(within(delta, wholeName(file.name)), target);
  else await takeSteps(file, { former, steps: within(delta, stepsName(file.name)), target });
  const made = await measured(target);
  if (made?.sha256 === file.sha256) return;
  throw new Wrong(
    `${file.name}: what the delta makes has the digest ${made?.sha256 ?? "of nothing"}, and not ${file.sha256}. The delta was changed on its way; nothing was written.`,
  );
}

async function expectFormer(path: string, { name, from }: DeltaFile): Promise<void> {
  const found = await measured(path);
  if (found?.sha256 === from?.sha256) return;
  const is = found ? `has the digest ${found.sha256}` : "is not there";
  throw new Wrong(
    `${name}: the release’s own file ${is}, and not ${from?.sha256}: it was changed. Nothing was written; fetch the release again.`,
  );
}

async function copyWhole(from: string, to: string): Promise<void> {
  if (!existsSync(from)) throw new Wrong(`${from}: is missing from the delta. Nothing was written.`);
  await copyFile(from, to);
}

async function takeSteps(
  file: DeltaFile,
  { former, steps, target }: { former: string; steps: string; target: string },
): Promise<void> {
  if (!existsSync(steps)) throw new Wrong(`${steps}: is missing from the delta. Nothing was written.`);
  const starts = await startsOf(former, file.name);
  const reading = await open(former);
  const writing = createWriteStream(target);
  try {
    async function* copy(from: number, count: number) {
      const [start, end] = [starts[from], starts[from + count]];
      if (start === undefined || end === undefined) throw new BrokenSteps("The delta copies what the release has not.");
      const bytes = Buffer.alloc(end - start);
      await reading.read(bytes, 0, bytes.length, start);
      yield bytes.toString("utf8");
    }
    for await (const text of taken(stepsIn(steps), copy)) {
      if (!writing.write(text)) await once(writing, "drain");
    }
  } catch (error) {
    if (error instanceof BrokenSteps) throw new Wrong(`${file.name}: ${error.message} Nothing was written.`);
    throw error;
  } finally {
    writing.end();
    await finished(writing);
    await reading.close();
  }
}

async function* stepsIn(path: string): AsyncGenerator<Step> {
  for await (const line of createInterface({ input: createReadStream(path), crlfDelay: 0 }))
    if (line !== "") yield stepIn(line);
}

/** The byte at which each record of a file begins, and last that after the end. */
async function startsOf(path: string, name: string): Promise<number[]> {
  const starts = [0];
  const cutting = cutter(recordsIn(name) ?? "line");
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  let at = 0;
  const note = (records: readonly string[]) => {
    for (const record of records) {
      at += Buffer.byteLength(record);
      starts.push(at);
    }
  };
  for await (const chunk of createReadStream(path)) note(cutting.take(decoder.decode(chunk, { stream: true })));
  note([...cutting.take(decoder.decode()), ...cutting.rest()]);
  return starts;
}
