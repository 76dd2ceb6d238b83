import type { PutEntity } from "@/domain/entity/entity";

/** What an entity says, whatever its version. */
export type EntityWords = Omit<PutEntity, "version">;

const facts = ["kind", "anonymity", "side", "scale", "parentId", "outletId"] as const;

/** The facts that stayed as they were because others had decided them meanwhile. */
export type LeftOut = (typeof facts)[number];

/**
 * Takes over what somebody said of an entity while they worked blind. Where nobody else touched what they changed,
 * theirs counts. Where others did: a name joins the aliases, a note is added to the other, aliases are joined, and a
 * fact of which there can only be one stays as it is.
 * @param base what the entity said when they began
 */
export function takeOver(
  base: EntityWords,
  mine: EntityWords,
  now: EntityWords,
): { put: EntityWords; leftOut: LeftOut[] } {
  const renamed = mine.name !== base.name;
  const nameIsFree = now.name === base.name;
  const name = renamed && nameIsFree ? mine.name : now.name;
  const met = renamed && !nameIsFree ? [mine.name] : [];
  const added = mine.aliases.filter((alias) => !base.aliases.includes(alias));
  const dropped = base.aliases.filter((alias) => !mine.aliases.includes(alias));
  const aliases = [...now.aliases.filter((alias) => !dropped.includes(alias)), ...added, ...met];
  const note = joinNotes(base.note, mine.note, now.note);
  const changed = facts.filter((fact) => mine[fact] !== base[fact] && mine[fact] !== now[fact]);
  const taken = changed.filter((fact) => now[fact] === base[fact]);
  const facts_ = Object.fromEntries(facts.map((fact) => [fact, taken.includes(fact) ? mine[fact] : now[fact]]));
  return {
    // The cast: the facts are those of an entity, each under its own name.
    put: {
      ...(facts_ as Pick<EntityWords, (typeof facts)[number]>),
      name,
      aliases: [...new Set(aliases)].filter((alias) => alias !== name),
      ...(note !== undefined && { note }),
    },
    leftOut: changed.filter((fact) => !taken.includes(fact)),
  };
}

function joinNotes(base: string | undefined, mine: string | undefined, now: string | undefined): string | undefined {
  if (mine === base || mine === now) return now;
  if (now === base || !now) return mine;
  if (!mine) return now;
  const own = base !== undefined && mine.startsWith(base) ? mine.slice(base.length).trim() : mine;
  return own === "" || now.includes(own) ? now : `${now}\n\n${own}`;
}
