import { nowOf, type Prepared, type PreparedTag } from "../../import/annotated/prepared";
import { addTag, addThread } from "../../import/annotated/rows";
import { type Change, returnedTags, threadKey, threadsIn, writeReturned } from "./returned";
import { type Known, placeOf, tell, type Writing } from "./writing";

/**
 * Takes a report that left here and comes back: new tags are added, changed ones get a new version, both wait for
 * review. What was changed there and here, and what is missing in the file, is listed and left as it is. Answers how
 * many tags are new or changed.
 */
export async function bringBack(writing: Writing, prepared: Prepared, before: Known): Promise<number> {
  const { client, job, around, rows } = writing;
  const place = placeOf(writing);
  const asked = { job, reportId: before.id, layer: place.layer };
  const back = await returnedTags(client, { ...asked, tags: prepared.tags, left: prepared.left });
  const follow = (id: string | null) => (id === null ? null : (back.ids.get(id) ?? id));
  for (const tag of back.added) addTag(rows, place, before.id, joined(tag, before, follow));
  const written = await writeReturned(
    {
      ...{ client, job, revisionId: before.revision_id, codebookVersion: around.codebookVersion },
      origin: `import:${around.data.format}`,
    },
    back.changed,
  );
  const there = new Set([...back.ids.keys(), ...back.added.map(({ id }) => id)]);
  const known = await threadsIn(client, asked);
  for (const thread of prepared.threads) {
    const tagId = follow(thread.tagId);
    if (thread.tagId !== null && !there.has(thread.tagId)) continue;
    if (known.has(thread.told ?? "") || known.has(threadKey(tagId, thread.comments[0]?.body))) continue;
    const anchor = thread.anchor && { ...thread.anchor, revisionId: before.revision_id as never };
    addThread(rows, place, before.id, { ...thread, tagId, anchor });
  }
  const tags = back.added.length + written.size;
  const { file, line } = prepared.spot;
  const about = { file, line, reportId: before.id, title: before.title, formerId: prepared.formerId };
  tell(writing, { ...about, outcome: "added-to", tags });
  const aside = (reason: string, record: object) =>
    tell(writing, { ...about, outcome: "set-aside", reason, record: JSON.stringify(record).slice(0, 2000) });
  const late = back.changed.filter(({ id }) => !written.has(id));
  for (const change of [...back.meanwhile, ...late])
    aside(
      `“${shortened(change.quote)}” was changed there and here since the file left. It stays as it is here: take over by hand what is right.`,
      bothOf(change),
    );
  for (const { id, kind, quote } of back.missing)
    aside(`“${shortened(quote)}” (${kind}) is not in the file any more. It was left as it is here.`, {
      id,
      kind,
      quote,
    });
  return tags;
}

/** A tag of the file with the ids that its ends have here. */
const joined = (tag: PreparedTag, before: Known, follow: (id: string | null) => string | null): PreparedTag => ({
  ...tag,
  versions: tag.versions.map((each) => ({
    ...each,
    ...{ fromId: follow(each.fromId), toId: follow(each.toId) },
    anchor: each.anchor && { ...each.anchor, revisionId: before.revision_id as never },
  })),
});

const bothOf = ({ id, tag, was, becomes }: Change) => ({ id, here: was, file: { ...becomes, quotes: quotesOf(tag) } });
const quotesOf = (tag: PreparedTag) => nowOf(tag).anchor?.segments.map(({ quote }) => quote);
const shortened = (words: string) => (words.length > 80 ? `${words.slice(0, 80)}…` : words);
