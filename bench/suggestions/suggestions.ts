import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { atLeast, below, type Figure, figure, p95 } from "@/bench/figure";
import { type Kept, type Mention, namedPlaces, readBrat, readWebAnno } from "@/bench/suggestions/gold";
import { longReport, tagAllAlike } from "@/bench/suggestions/long-report";
import { WorkspaceId } from "@/domain/ids";
import { builtIn } from "@/domain/suggestion/engine/built-in";
import type { Proposal, ReportText } from "@/domain/suggestion/engine/proposal";
import { splitIntoBlocks } from "@/domain/text/blocks";
import { canonicalText } from "@/domain/text/canonical";
import { linksFound } from "@/prisma/builders/gold-links";
import { Gold as WholeGold } from "@/prisma/builders/gold-report";
import { Sorry, say } from "@/scripts/say.mjs";
import { startDatabase } from "@/scripts/stack.mjs";

/**
 * How much of what people tagged the built-in engine proposes, and how fast: `npm run bench -- suggestions FOLDER`. The
 * folder holds WebAnno TSV (of which named places are compared), brat (`.txt` and `.ann`) or `gold-report.json` beside
 * `reports/`.
 */
export async function suggestions(folder = ""): Promise<Figure[]> {
  if (!folder || !existsSync(folder))
    throw new Sorry("Say where the tagged texts are: npm run bench -- suggestions FOLDER");
  const documents = readFolder(folder);
  if (documents.length === 0) throw new Sorry(`${folder} holds no WebAnno TSV, no brat files and no gold-report.json.`);
  const database = await startDatabase();
  process.env["DATABASE_URL"] = database.url;
  process.env["GLOSSATOR_SECRET"] ??= "only for measuring, nothing is signed";
  process.env["GLOSSATOR_URL"] ??= "http://localhost:3000";
  const [{ loadGazetteer }, { placesNamed }, { sql }, { closePool }] = await Promise.all([
    import("@/server/operations/load-gazetteer"),
    import("@/server/data/gazetteer/look-up"),
    import("@/server/data/transaction"),
    import("@/server/data/pool"),
  ]);
  try {
    await loadGazetteer({});
    const workspaceId = WorkspaceId.parse("00000000-0000-4000-8000-000000000000");
    const look = (names: readonly string[]) => placesNamed(sql, names, { workspaceId, countries: [] });
    const lookUps: number[] = [];
    const counts = new Map<string, Count>();
    const speeds: number[] = [];
    const linked: Figure[] = [];
    for (const { report, kept, links } of documents) {
      const names = builtIn.names(report);
      for (const name of names) lookUps.push(await took(() => look([name])));
      const places = await look(names);
      const proposals = builtIn.propose(report, { places, countries: [] });
      for (const kind of new Set(kept.map((each) => each.kind))) compare(counts, kind, kept, proposals);
      speeds.push(speedOf(report, places));
      if (links) linked.push(...linkFigures(links, proposals));
    }
    const more = [...(await longReport(documents.map(({ report }) => report.text))), ...(await tagAllAlike())];
    return [
      ...[...counts].flatMap(([name, count]) => figuresOf(name, count)),
      figure("reports of 400 words a second, on one core", "a second", speeds, { budget: atLeast(300) }),
      figure("look-up of one name, p95", "ms", [p95(lookUps)], { budget: below(5), note: `${lookUps.length} names` }),
      ...linked,
      ...more,
    ];
  } finally {
    await closePool();
    await database.stop();
  }
}

type Document = { report: ReportText; kept: readonly Kept[]; links?: Links };
type Links = Pick<WholeGold, "claims" | "claimRelations">;

function linkFigures(gold: Links, proposals: readonly Proposal[]): Figure[] {
  const { right, wrong } = linksFound(gold, proposals);
  return [
    figure("links between claims: proposed as the analyst made them", "links", [right.size], {
      budget: atLeast(4),
      note: `of ${gold.claimRelations.length}`,
    }),
    figure("… proposed otherwise", "links", [wrong.size], { budget: below(1), note: [...wrong].join(", ") }),
  ];
}

function readFolder(folder: string): Document[] {
  const files = readdirSync(folder).toSorted();
  const tsv = files
    .filter((name) => name.endsWith(".tsv"))
    .map((name): Document => {
      const { text, mentions } = readWebAnno(readFileSync(join(folder, name), "utf8"));
      return { report: asReport(text), kept: namedPlaces(mentions).map(ofMention) };
    });
  const brat = files
    .filter((name) => name.endsWith(".ann"))
    .map((name): Document => {
      const text = readFileSync(join(folder, name.replace(/\.ann$/, ".txt")), "utf8");
      return { report: asReport(text), kept: readBrat(readFileSync(join(folder, name), "utf8")).map(ofMention) };
    });
  return [...tsv, ...brat, ...(files.includes("gold-report.json") ? goldReport(folder) : [])];
}

const ofMention = ({ start, end, kind }: Mention): Kept => ({ kind, spans: [{ start, end }] });

function asReport(text: string): ReportText {
  return { text, blocks: splitIntoBlocks(text, "text/plain").blocks, language: "en" };
}

const Part = z.object({ start: z.int(), end: z.int() });
const Gold = z.object({
  claims: z.array(z.object({ segments: z.array(Part), kind: z.string() })),
  sources: z.array(Part),
  places: z.array(z.union([Part.extend({ is: z.string().optional() }), z.object({ segments: z.array(Part) })])),
});

function goldReport(folder: string): Document[] {
  const file: unknown = JSON.parse(readFileSync(join(folder, "gold-report.json"), "utf8"));
  const gold = Gold.parse(file);
  const links = WholeGold.parse(file);
  return readdirSync(join(folder, "reports"))
    .slice(0, 1)
    .map((name) => {
      const read = canonicalText(readFileSync(join(folder, "reports", name), "utf8"));
      const places = gold.places.map((place): Kept => {
        const isName = "is" in place && place.is !== undefined;
        return {
          kind: isName ? "place (name)" : "place (described)",
          spans: "segments" in place ? place.segments : [place],
        };
      });
      const claims = gold.claims.map(({ segments, kind }): Kept => ({ kind: `claim (${kind})`, spans: segments }));
      const sources = gold.sources.map((span): Kept => ({ kind: "source", spans: [span] }));
      return { report: asReport(read.ok ? read.text : ""), kept: [...places, ...sources, ...claims], links };
    });
}

/** Milliseconds. */
async function took(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

type Count = {
  kept: number;
  proposed: number;
  exact: number;
  overlapping: number;
  right: number;
  rules: Map<string, [number, number]>;
};

/** "claim (event)" is compared with proposed events, "place (name)" with what proposes a name. */
function compare(counts: Map<string, Count>, kind: string, all: readonly Kept[], proposals: readonly Proposal[]): void {
  const count = counts.get(kind) ?? { kept: 0, proposed: 0, exact: 0, overlapping: 0, right: 0, rules: new Map() };
  const kept = all.filter((each) => each.kind === kind);
  const fits = proposals.filter((each) => kindOf(each, kind));
  const isExact = ({ spans }: Kept, { spans: [first, ...more] }: Proposal) =>
    more.length === 0 && spans.length === 1 && spans[0]?.start === first?.start && spans[0]?.end === first?.end;
  const meets = ({ spans }: Kept, each: Proposal) =>
    spans.some(({ start, end }) => each.spans.some((span) => start < span.end && span.start < end));
  count.kept += kept.length;
  count.proposed += fits.length;
  count.exact += kept.filter((each) => fits.some((other) => isExact(each, other))).length;
  count.overlapping += kept.filter((each) => fits.some((other) => meets(each, other))).length;
  count.right += fits.filter((each) => kept.some((other) => meets(other, each))).length;
  for (const each of fits) {
    const [right, of] = count.rules.get(each.reason.rule) ?? [0, 0];
    count.rules.set(each.reason.rule, [right + (kept.some((other) => isExact(other, each)) ? 1 : 0), of + 1]);
  }
  counts.set(kind, count);
}

const DESCRIBED = new Set(["direction", "road", "part-of-area", "beside", "numbered", "infrastructure"]);

function kindOf(proposal: Proposal, kind: string): boolean {
  if (kind === "place (name)") return proposal.kind === "place" && !DESCRIBED.has(proposal.reason.rule);
  if (kind === "place (described)") return proposal.kind === "place" && DESCRIBED.has(proposal.reason.rule);
  const claim = /^claim \((\w+)\)$/.exec(kind)?.[1];
  if (claim) return proposal.kind === "claim" && proposal.attributes.kind === claim;
  if (kind === "named place") return proposal.kind === "place" && !DESCRIBED.has(proposal.reason.rule);
  return proposal.kind === kind;
}

function figuresOf(name: string, { kept, proposed, exact, overlapping, right, rules }: Count): Figure[] {
  const f1 = (precision: number, recall: number) =>
    precision + recall === 0 ? 0 : (200 * precision * recall) / (precision + recall);
  const part = (some: number, of: number) => (of === 0 ? 0 : some / of);
  for (const [rule, [good, of]] of rules) say(`${name}, rule ${rule}: ${good} of ${of} with the same borders`);
  const note = `${kept} tagged, ${proposed} proposed`;
  return [
    figure(`${name}: found with the same borders`, "%", [100 * part(exact, kept)], { note: `${exact} of ${note}` }),
    figure(`${name}: found with overlapping borders`, "%", [100 * part(overlapping, kept)], {
      note: `${overlapping} of ${note}`,
    }),
    figure(`${name}: F1, same borders`, "%", [f1(part(exact, proposed), part(exact, kept))], { note }),
    figure(`${name}: F1, overlapping borders`, "%", [f1(part(right, proposed), part(overlapping, kept))], { note }),
  ];
}

/** Reports of 400 words in a second of the processor's time, without the look-up of names. */
function speedOf(report: ReportText, places: Parameters<typeof builtIn.propose>[1]["places"]): number {
  const words = report.text.split(/\s+/).length;
  const times = 40;
  const run = (nth: number) => {
    const blocks = report.blocks.map((block) => ({ ...block, text: `${block.text}${" ".repeat(nth % 7)}` }));
    const text = blocks.map((block) => block.text).join("\n\n");
    builtIn.names({ ...report, text, blocks });
    builtIn.propose({ ...report, text, blocks }, { places, countries: [] });
  };
  for (let nth = 0; nth < times; nth += 1) run(nth);
  const before = process.cpuUsage();
  for (let nth = 0; nth < times; nth += 1) run(nth);
  const { user, system } = process.cpuUsage(before);
  return (times * words) / 400 / ((user + system) / 1e6);
}
