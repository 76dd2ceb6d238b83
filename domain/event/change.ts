import type { Act, Bystander } from "@/domain/event/act";
import type { EventClaim, EventContent } from "@/domain/event/event";
import { eventFields, type eventStates } from "@/domain/event/event-values";
import type { TagId } from "@/domain/ids";

export type EventState = (typeof eventStates)[number];
type Field = keyof EventContent;

/** What may change without another decision: how an event is called, and what is noted beside it. */
const quiet: readonly Field[] = ["title", "note"];

/** The fields in which two versions of an event differ. An empty list says as little as none. */
export const changedFields = (before: EventContent, after: EventContent): Field[] =>
  eventFields.filter((field) => said(before[field]) !== said(after[field]));

function said(value: EventContent[Field]): string {
  if (value === undefined || value === "" || (Array.isArray(value) && value.length === 0)) return "";
  return JSON.stringify(value, (_key, each: unknown) => (isRecord(each) ? sorted(each) : each));
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const sorted = (value: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1)));

/** The state after a change: whatever was decided was decided about something else, unless only words beside it changed. */
export const afterChange = (state: EventState, changed: readonly Field[]): EventState =>
  changed.every((field) => quiet.includes(field)) ? state : "open";

export const afterDecision = { accept: "accepted", return: "returned", reject: "rejected" } as const;

/** Claims that acts and bystanders name and the event does not have, as fields of what was sent. */
export function foreignClaims({ claims, acts = [], bystanders = [] }: EventContent): string[] {
  const own = new Set<TagId>(claims.map(({ id }) => id));
  const outside = (ids: readonly TagId[]) => ids.some((id) => !own.has(id));
  return [
    ...acts.flatMap((act, at) => [
      ...(outside(act.claims) ? [`acts.${at}.claims`] : []),
      ...act.perpetrators.flatMap((each, nth) =>
        outside(each.claims) ? [`acts.${at}.perpetrators.${nth}.claims`] : [],
      ),
    ]),
    ...bystanders.flatMap((each, at) => (outside(each.claims) ? [`bystanders.${at}.claims`] : [])),
  ];
}

const first = <T>(one: T | undefined, other: T | undefined): T | undefined => one ?? other;
const joined = <T>(one: readonly T[] = [], other: readonly T[] = []): T[] | undefined => {
  const all = [...one, ...other];
  const unique = all.filter(
    (each, at) => all.findIndex((some) => JSON.stringify(some) === JSON.stringify(each)) === at,
  );
  return unique.length > 0 ? unique : undefined;
};

/** One event of two: the one that stays speaks first, and nothing that only the other one says is lost. */
export function mergeContents(stays: EventContent, goes: EventContent): EventContent {
  const note = [stays.note, goes.note].filter(Boolean).join("\n\n");
  const figures = [...(stays.figures ?? [])];
  for (const figure of goes.figures ?? []) {
    if (!figures.some(({ outcome, who }) => outcome === figure.outcome && who === figure.who)) figures.push(figure);
  }
  return bare({
    title: stays.title,
    claims: unionOf(stays.claims, goes.claims),
    type: first(stays.type, goes.type),
    phase: first(stays.phase, goes.phase),
    date: first(stays.date, goes.date),
    place: first(stays.place, goes.place),
    figures: figures.length > 0 ? figures : undefined,
    acts: joined(stays.acts, goes.acts),
    bystanders: joined(stays.bystanders, goes.bystanders),
    independent: joined(stays.independent, goes.independent),
    likelihood: first(stays.likelihood, goes.likelihood),
    confidence: first(stays.confidence, goes.confidence),
    note: note === "" ? undefined : note,
    legacy: first(stays.legacy, goes.legacy),
  });
}

function unionOf(stays: readonly EventClaim[], goes: readonly EventClaim[]): EventClaim[] {
  const known = new Set<TagId>(stays.map(({ id }) => id));
  return [...stays, ...goes.filter(({ id }) => !known.has(id))];
}

/** What stays and what leaves when some claims get an event of their own; undefined when all or none would leave. */
export function splitContent(
  content: EventContent,
  leaving: readonly TagId[],
  title: string,
): { stays: EventContent; leaves: EventContent } | undefined {
  const gone = new Set(leaving);
  const [leaves, stays] = [true, false].map((which) => content.claims.filter(({ id }) => gone.has(id) === which));
  if (!leaves || !stays || leaves.length !== gone.size || stays.length === 0) return undefined;
  const {
    claims: _claims,
    title: own,
    acts,
    bystanders,
    date: _date,
    place: _place,
    figures: _figures,
    ...rest
  } = content;
  const said = { ...rest, acts: undefined, bystanders: undefined };
  const side = (claims: EventClaim[]) => peopleOf({ acts, bystanders }, new Set(claims.map(({ id }) => id)));
  return {
    // What was chosen was chosen about all of them: it stays with those that stay, and the others begin anew.
    stays: bare({ ...content, claims: stays, title: own, ...side(stays) }),
    leaves: bare({
      ...said,
      claims: leaves,
      title,
      ...side(leaves),
      note: undefined,
      independent: undefined,
      legacy: undefined,
    }),
  };
}

/** The acts and bystanders that some claims speak of, each with those claims only. */
function peopleOf(
  { acts = [], bystanders = [] }: Pick<EventContent, "acts" | "bystanders">,
  claims: ReadonlySet<TagId>,
) {
  const own = (ids: readonly TagId[]) => ids.filter((id) => claims.has(id));
  const keptActs: Act[] = acts.flatMap((act) => {
    if (own(act.claims).length === 0) return [];
    const perpetrators = act.perpetrators
      .map((each) => ({ ...each, claims: own(each.claims) }))
      .filter((each) => each.claims.length > 0);
    return [{ ...act, claims: own(act.claims), perpetrators }];
  });
  const keptBystanders: Bystander[] = bystanders
    .map((each) => ({ ...each, claims: own(each.claims) }))
    .filter((each) => each.claims.length > 0);
  return {
    acts: keptActs.length > 0 ? keptActs : undefined,
    bystanders: keptBystanders.length > 0 ? keptBystanders : undefined,
  };
}

type Loose<T> = { [K in keyof T]: T[K] | undefined };

/** The content without what is not said. */
function bare({ title, claims, ...rest }: Loose<EventContent> & Pick<EventContent, "title" | "claims">): EventContent {
  const kept: Partial<EventContent> = Object.fromEntries(
    Object.entries(rest).filter(([, value]) => value !== undefined),
  );
  return { ...kept, title, claims };
}
