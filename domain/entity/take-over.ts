import type { PutEntity } from "@/domain/entity/entity";
import type { Note } from "@/domain/prose/note";
import { proseOf } from "@/domain/prose/plain";
import { alike } from "@/domain/seen";

/** What an entity says, whatever its version. */
export type EntityWords = Omit<PutEntity, "version">;

const facts = ["kind", "anonymity", "side", "scale", "parentId", "outletId", "affiliations"] as const;

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
  const changed = facts.filter((fact) => !alike(mine[fact], base[fact]) && !alike(mine[fact], now[fact]));
  const taken = changed.filter((fact) => alike(now[fact], base[fact]));
  const facts_ = Object.fromEntries(facts.map((fact) => [fact, taken.includes(fact) ? mine[fact] : now[fact]]));
  return {
    // The cast: the facts are those of an entity, each under its own name.
    put: {
      ...(facts_ as Pick<EntityWords, (typeof facts)[number]>),
      name,
      aliases: [...new Set(aliases)].filter((alias) => alias !== name),
      ...joinNotes(base, mine, now),
    },
    leftOut: changed.filter((fact) => !taken.includes(fact)),
  };
}

function joinNotes(base: Note, mine: Note, now: Note): Note {
  if (sameNote(mine, base) || sameNote(mine, now)) return noteIn(now);
  if (sameNote(now, base) || !now.note) return noteIn(mine);
  if (!mine.note) return noteIn(now);
  const goesOn = base.note !== undefined && mine.note.startsWith(base.note);
  const own = goesOn ? mine.note.slice(base.note?.length).trim() : mine.note;
  if (own === "" || now.note.includes(own)) return noteIn(now);
  const note = `${now.note}\n\n${own}`;
  const ownProse = goesOn ? undefined : mine.noteProse;
  if (!now.noteProse && !ownProse) return { note };
  const [first, second] = [now.noteProse ?? proseOf(now.note), ownProse ?? proseOf(own)];
  return { note, noteProse: { type: "doc", content: [...first.content, { type: "paragraph" }, ...second.content] } };
}

const sameNote = (a: Note, b: Note) => a.note === b.note && alike(a.noteProse, b.noteProse);

const noteIn = ({ note, noteProse }: Note): Note => ({
  ...(note !== undefined && { note }),
  ...(noteProse && { noteProse }),
});
