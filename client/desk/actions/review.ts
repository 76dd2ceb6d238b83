import { isTag } from "@/client/desk/answers";
import type { Core } from "@/client/desk/core";
import type { Desk } from "@/client/desk/desk";
import type { Decided } from "@/client/desk/history";
import { corrected, tell, told } from "@/client/desk/tell";
import { withWish } from "@/client/desk/with-wish";
import { write } from "@/client/desk/write";
import { tidy } from "@/domain/change/content";
import { bodyOf } from "@/domain/change/tag-change";
import { setTag } from "@/domain/change/world";
import type { TagId, VerdictId } from "@/domain/ids";
import { sameWritten } from "@/domain/tag/same-content";
import type { Tag } from "@/domain/tag/tag";

type Review = Pick<Desk, "decide" | "decideAlike" | "takeWish" | "undoVerdict" | "takeBack" | "correct">;

/** Deciding on tags, and what is corrected or taken over on the way. */
export function reviewOf(core: Core): Review {
  const { store, here, verdicts } = core;
  return {
    decide(id, decision, reason, change) {
      const about = store.tag(id);
      if (!about) return;
      const wanted = withChange(core, about, change);
      const body = bodyOf(wanted);
      if (decision === "accept-with-change") {
        decideAll(core, [{ id, decision, reason, change: body }]);
        core.original = undefined;
        store.set({ correcting: null });
        return;
      }
      const before = corrected(core, id);
      const isSuggested = decision === "return" && before !== undefined && !sameWritten(before, wanted);
      judging(core, [id], [{ id, decision, reason, ...(isSuggested ? { change: body } : {}) }]);
    },
    decideAlike: (ids, decision, reason = "") =>
      judging(
        core,
        ids,
        ids.map((id) => ({ id, decision, reason })),
      ),
    takeWish(id) {
      const about = store.tag(id);
      const wish = about?.verdict?.wish;
      if (about && wish) write(core, [withWish(about, wish, here.segmentsOf)]);
    },
    undoVerdict(id) {
      const of = [...verdicts].find(([, verdict]) => verdict === id);
      if (of) tell(core, [told(core, of[0], { deed: "undo-verdict" }, id)]);
    },
    takeBack: (id) => void takeBack(core, id),
    correct: (id) => correct(core, id),
  };
}

export function decideAll(core: Core, decided: readonly Decided[], remember = true): void {
  tell(
    core,
    decided.flatMap(({ id, decision, reason, change }) => {
      const type = core.store.tag(id)?.type;
      return type ? [told(core, id, { deed: "decide", type, decision, reason, ...(change ? { change } : {}) })] : [];
    }),
  );
  if (remember) core.history.remember({ pairs: [], decided, at: core.tools.now() });
}

/** Takes back one's own latest decision on a tag. */
export async function takeBack(core: Core, id: TagId): Promise<void> {
  const { store, outbox, verdicts } = core;
  const about = store.tag(id);
  if (!about) return;
  const isDeciding = outbox.state().waiting.some(({ row }) => row.thing === id && row.deed === "decide");
  const known = verdicts.get(id) ?? (isDeciding || outbox.isWaiting(id) ? undefined : await latestVerdict(core, about));
  verdicts.delete(id);
  tell(core, [told(core, id, { deed: "undo-verdict" }, known)]);
}

async function latestVerdict({ tools, start }: Core, { id, type }: Tag): Promise<VerdictId | undefined> {
  const answer = await tools.ask("GET", `/${type}s/${id}`);
  if (!answer.ok) return undefined;
  const { verdicts: all } = answer.value;
  return all.filter(({ by }) => by === start.me.id).toSorted((a, b) => b.at.localeCompare(a.at))[0]?.id;
}

/** Begins or gives up a correction; what others did to the tag meanwhile shows again. */
function correct(core: Core, id: TagId | null): void {
  const { store, confirmed, original: given } = core;
  core.original = id ? store.tag(id) : undefined;
  if (!given) {
    store.set({ correcting: id });
    return;
  }
  const said = confirmed.get(given.id);
  const next = store.world();
  setTag(next, said && isTag(said) && said.version > given.version ? said : given);
  next.show({ correcting: id });
}

/** Decides on tags as they are seen; a correction that was begun on one of them is given up for it. */
function judging(core: Core, ids: readonly TagId[], decided: readonly Decided[]): void {
  const { correcting } = core.store.state;
  if (correcting && ids.includes(correcting)) {
    core.judged = core.original;
    correct(core, null);
  }
  decideAll(core, decided);
  core.judged = undefined;
}

function withChange({ here }: Core, about: Tag, change: Parameters<Desk["decide"]>[3]): Tag {
  const { spans, attributes, kind } = change ?? {};
  const said = { ...about, attributes: tidy({ ...about.attributes, ...attributes }) };
  if (said.type === "relation") return said;
  return { ...said, kind: kind ?? said.kind, segments: spans ? here.segmentsOf(spans) : said.segments };
}
