import { setAside } from "@/domain/formats/shared/asides";
import { shortName, toldBy } from "@/domain/formats/shared/layers";
import type { Draft, Drafted, LinkDraft } from "@/domain/formats/webanno/shape";
import type { Link } from "@/domain/interchange/document";
import type { Found, Trouble } from "@/domain/interchange/reader";

/** A draft became a span with this id; others were set aside. */
type Ids = ReadonlyMap<Draft, string>;
type Resolving = {
  document: Drafted;
  ids: Ids;
  rows: ReadonlyMap<string, number>;
  links: Link[];
  taken: Set<string>;
  found: Found[];
};

/** Links that relations, slots and chains make, once every annotation is known. */
export function resolvedLinks(document: Drafted, ids: Ids, rows: ReadonlyMap<string, number>) {
  const spans = new Set(ids.values());
  const resolving: Resolving = { document, ids, rows, links: [], taken: spans, found: [] };
  for (const draft of document.links) addRelation(resolving, draft);
  for (const draft of ids.keys()) addSlots(resolving, draft);
  addChains(resolving);
  return resolving;
}

type Said = Pick<LinkDraft, "spot" | "said">;

function aside({ found, document }: Resolving, { spot, said }: Said, trouble: Trouble): void {
  found.push(setAside(spot, said, trouble, document.key));
}

function addRelation(resolving: Resolving, draft: LinkDraft): void {
  const [, unit, from, to] = /^(\d+-\d+(?:\.\d+)?)(?:\[(\d+)_(\d+)\])?$/.exec(draft.source ?? "") ?? [];
  if (unit === undefined) {
    aside(resolving, draft, { is: "syntax", expected: "a unit such as 1-2 or 1-2[3_4]" });
    return;
  }
  const source = annotationAt(resolving, { base: draft.base, row: resolving.rows.get(unit), number: from });
  const target = annotationAt(resolving, { base: draft.base, row: draft.row, number: to });
  const { identifier, label, attributes } = toldBy(draft.layer, draft.features);
  const link = { label, attributes, made: {}, spot: draft.spot };
  add(resolving, draft, {
    link,
    id: identifier,
    source,
    target,
    names: [`${unit}[${from ?? 0}]`, `${draft.unit}[${to ?? 0}]`],
  });
}

type At = { base: string; row: number | undefined; number: string | undefined };

/** The annotation with a number, or the one in the row that has none. `0` is none. */
function annotationAt({ document }: Resolving, { base, row, number }: At): Draft | undefined {
  if (number !== undefined && number !== "0") return document.drafts.get(`${base} #${number}`);
  const there = document.inUnit.get(`${base} ${row}`) ?? [];
  return there.find(({ id }) => !id.startsWith("#")) ?? there[0];
}

type Ready = {
  link: Omit<Link, "id" | "from" | "to">;
  id: string | undefined;
  source: Draft | undefined;
  target: Draft | undefined;
  names: readonly [string, string];
};

function add(resolving: Resolving, said: Said, { link, id, source, target, names }: Ready): void {
  const { ids, links, taken } = resolving;
  const [from, to] = [source && ids.get(source), target && ids.get(target)];
  const own = id ?? `r${links.length + 1}`;
  if (from === undefined) aside(resolving, said, { is: "missing-end", id: names[0] });
  else if (to === undefined) aside(resolving, said, { is: "missing-end", id: names[1] });
  else if (from === to) aside(resolving, said, { is: "circle", id: own });
  else if (taken.has(own)) aside(resolving, said, { is: "twice", id: own });
  else {
    taken.add(own);
    links.push({ ...link, id: own, from, to: { span: to } });
  }
}

/** Each filled slot is a link to what fills it, named by its role. */
function addSlots(resolving: Resolving, draft: Draft): void {
  for (const { roles, targets, base } of draft.slots.values()) {
    for (const [nth, said] of targets.entries()) {
      const [, unit = "", number] = /^(\d+-\d+(?:\.\d+)?)(?:\[(\d+)\])?$/.exec(said) ?? [];
      const target = slotTarget(resolving, base, { row: resolving.rows.get(unit), number });
      const link = { label: roles[nth] ?? "slot", attributes: { layer: draft.layer }, made: {}, spot: draft.spot };
      add(resolving, draft, { link, id: undefined, source: draft, target, names: [draft.id, said] });
    }
  }
}

/** A slot that takes anything names its target by number only. */
function slotTarget(resolving: Resolving, base: string, at: Omit<At, "base">): Draft | undefined {
  const there = annotationAt(resolving, { base, ...at });
  if (there || at.number === undefined) return there;
  for (const [key, draft] of resolving.document.drafts) if (key.endsWith(` #${at.number}`)) return draft;
  return undefined;
}

/** Each element of a chain is linked to the next one. */
function addChains(resolving: Resolving): void {
  const chains = new Map<string, Draft[]>();
  for (const draft of resolving.ids.keys()) {
    if (!draft.chain) continue;
    const key = `${draft.layer} ${draft.chain.chain}`;
    chains.set(key, [...(chains.get(key) ?? []), draft]);
  }
  for (const elements of chains.values()) {
    const ordered = elements.toSorted((a, b) => (a.chain?.element ?? 0) - (b.chain?.element ?? 0));
    for (const [nth, target] of ordered.slice(1).entries()) {
      const source = ordered[nth];
      if (!source) continue;
      const label = source.features["referenceRelation"] ?? shortName(source.layer);
      const link = { label, attributes: { layer: source.layer }, made: {}, spot: source.spot };
      add(resolving, source, { link, id: undefined, source, target, names: [source.id, target.id] });
    }
  }
}
