import { below, type Figure, figure } from "@/bench/figure";
import type { Actor } from "@/domain/access/actor";
import type { ProjectId } from "@/domain/ids";
import { builtIn } from "@/domain/suggestion/engine/built-in";
import type { AlikeSpot } from "@/domain/tag/tag-alike";

/** Reports that are very long, and a place that is tagged very often; on the database that the environment names. */

const words = 100_000;
const mentions = 10_000;
const runs = 3;

/** A report of the texts again and again: read, read anew by another version, and where its names were tagged before. */
export async function longReport(texts: readonly string[]): Promise<Figure[]> {
  const [{ aReport }, { proposeTags }, { sql }] = await Promise.all([
    import("@/prisma/builders/report"),
    import("@/server/operations/propose-tags"),
    import("@/server/data/transaction"),
  ]);
  const one = texts.join("\n\n");
  const times = Math.ceil(words / one.split(/\s+/).length);
  const text = Array.from({ length: times }, () => one).join("\n\n");
  const first: Taken[] = [];
  const anew: Taken[] = [];
  const known: Taken[] = [];
  let proposed = 0;
  for (let nth = 0; nth < runs; nth += 1) {
    const { editor, projectId } = await desk();
    const { reportId } = await aReport(editor, projectId, { text });
    const read = async () => {
      const answer = await proposeTags(editor, reportId);
      proposed = answer.ok ? answer.value.items.length : Number.NaN;
    };
    first.push(await taken(read));
    await sql.rows("update suggestion_run set version = 0 where report_id = $1", [reportId]);
    anew.push(await taken(read));
    await tagNames(editor, projectId, builtIn.names({ text: one, blocks: [], language: "en" }));
    known.push(await taken(read));
  }
  const note = `${text.split(/\s+/).length.toLocaleString("en")} words, ${proposed.toLocaleString("en")} suggestions`;
  return [
    ...figuresOf("a very long report read by the engines, kept and shown", first, { note, budget: below(4000) }),
    ...figuresOf("… read again by another version of them", anew, { budget: below(4000) }),
    ...figuresOf("… again, once every name in it had been tagged in the project", known, { budget: below(4000) }),
  ];
}

/** "Tag all like this" in a hundred reports, and that taken back. */
export async function tagAllAlike(): Promise<Figure[]> {
  const [{ aReport }, { tagAlike, undoTagAlike }] = await Promise.all([
    import("@/prisma/builders/report"),
    import("@/server/operations/tag-alike"),
  ]);
  const made: Taken[] = [];
  const undone: Taken[] = [];
  for (let nth = 0; nth < runs; nth += 1) {
    const { editor, projectId } = await desk();
    const spots: AlikeSpot[] = [];
    for (let at = 0; at < 100; at += 1) {
      const text = `${"Kafr Zita. ".repeat(mentions / 100)}${at}`;
      const { reportId, revisionId } = await aReport(editor, projectId, { text });
      for (let start = 0; start < 11 * (mentions / 100); start += 11)
        spots.push({ reportId, revisionId, start, end: start + 9, quote: "Kafr Zita" });
    }
    const located = { name: "Kafr Zita", latitude: 35.37, longitude: 36.6 };
    const tag = () => tagAlike(editor, projectId, { kind: "place", attributes: { located }, spots });
    const { answer: done, ...tagging } = await taken(tag);
    if (!done.ok || done.value.tags !== mentions) throw new Error("Not all mentions were tagged.");
    const { answer: back, ...undoing } = await taken(() => undoTagAlike(editor, projectId, done.value.id));
    if (!back.ok || back.value.stayed !== 0) throw new Error("Not all of it was taken back.");
    made.push(tagging);
    undone.push(undoing);
  }
  const what = `${mentions.toLocaleString("en")} mentions in 100 reports`;
  return [
    ...figuresOf(`${what} tagged as one change`, made, { budget: below(5000) }),
    ...figuresOf("… and taken back", undone, { budget: below(5000) }),
  ];
}

type Taken = { wall: number; processor: number };

/** Milliseconds by the clock, and of the processor's time for this process alone. */
async function taken<T>(work: () => Promise<T>): Promise<Taken & { answer: T }> {
  const [began, before] = [performance.now(), process.cpuUsage()];
  const answer = await work();
  const { user, system } = process.cpuUsage(before);
  return { answer, wall: performance.now() - began, processor: (user + system) / 1000 };
}

const figuresOf = (name: string, all: readonly Taken[], more: Parameters<typeof figure>[3]): Figure[] => [
  figure(
    name,
    "ms",
    all.map(({ wall }) => wall),
    more,
  ),
  figure(
    "… of which processor time of Node",
    "ms",
    all.map(({ processor }) => processor),
  ),
];

async function desk(): Promise<{ editor: Actor; projectId: ProjectId }> {
  const [{ aPerson }, { aProject }, { aWorkspace }] = await Promise.all([
    import("@/prisma/builders/person"),
    import("@/prisma/builders/project"),
    import("@/prisma/builders/workspace"),
  ]);
  const editor = await aPerson(await aWorkspace());
  return { editor, projectId: await aProject(editor) };
}

/** Tags each name once, in a report that has nothing else. */
async function tagNames(editor: Actor, projectId: ProjectId, names: readonly string[]): Promise<void> {
  const [{ aReport }, { tagAlike }] = await Promise.all([
    import("@/prisma/builders/report"),
    import("@/server/operations/tag-alike"),
  ]);
  const { reportId, revisionId } = await aReport(editor, projectId, { text: names.join("\n") });
  let start = 0;
  const spots = names.map((quote) => {
    const end = start + [...quote].length;
    const spot = { reportId, revisionId, start, end, quote };
    start = end + 1;
    return spot;
  });
  const done = await tagAlike(editor, projectId, { kind: "place", spots });
  if (!done.ok) throw new Error(`The names were not tagged: ${done.failure.kind}.`);
}
