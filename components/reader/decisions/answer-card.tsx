"use client";

import Link from "next/link";
import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { useDeeds, useDo } from "@/components/annotate/keys/keys";
import { keyOf } from "@/components/annotate/keys/registry";
import { useKeyOf } from "@/components/annotate/keys/use-key-of";
import { useAgo } from "@/components/annotate/tags/ago";
import { usePersonName } from "@/components/annotate/tags/names";
import { useDesk, useReader } from "@/components/annotate/use-desk";
import { asksSomething, cameBack } from "@/components/reader/decisions/came-back";
import { useStory } from "@/components/reader/decisions/use-story";
import { contentNow, contentOfWish, differences } from "@/components/reader/inspector/differences";
import { Changed } from "@/components/reader/inspector/tag-history";
import { useShownDeeds } from "@/components/reader/use-shown-deeds";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { IconButton } from "@/components/ui/icon-button";
import { useToast } from "@/components/ui/toast";
import { tagIn } from "@/domain/change/world";
import type { TagId } from "@/domain/ids";
import type { Tag } from "@/domain/tag/tag";

/** What came back: an analyst reads each decision and what was changed, agrees by one key or replies. */
export function AnswerCard() {
  const t = useTranslations("panels.back");
  const report = useReader((state) => state.report.id);
  const { asking, here, other, step, agree, reply } = useCameBack();
  return (
    <section
      aria-label={t("title")}
      className="sticky top-0 z-10 -mx-4.5 -mt-4 mb-4 flex flex-col gap-2.5 border-b border-line bg-surface px-4.5 py-3"
    >
      <Steps asking={asking.length} step={step} />
      {asking.length === 0 ? <p className="text-ink-2">{t("done")}</p> : null}
      <Link className="link self-start text-tiny" href={`/reports/${report}/outcomes`}>
        {t("compare")}
      </Link>
      {here ? <Answering tag={here} onAgree={agree} onReply={reply} /> : null}
      {here || other ? null : <p className="text-ink-2">{t("choose")}</p>}
    </section>
  );
}

/** What came back to this person, and what they do with it by key and by button alike. */
function useCameBack() {
  const t = useTranslations("panels.back");
  const tell = useToast();
  const desk = useDesk();
  const run = useDo();
  const annotations = useReader((state) => state.annotations);
  const relations = useReader((state) => state.relations);
  const selected = useReader((state) => state.selected);
  const loaded = useReader((state) => state.loaded);
  const me = useReader((state) => state.me);
  const [read, setRead] = useState<ReadonlySet<TagId>>(new Set());

  const back = cameBack({ annotations, relations, me });
  const here = back.find(({ id }) => id === selected);

  const step = (way: 1 | -1) => {
    const now = desk.getState();
    const list = cameBack(now).filter((each) => asksSomething(each) || !read.has(each.id));
    const at = list.findIndex(({ id }) => id === now.selected);
    const next = list[at < 0 ? (way > 0 ? 0 : list.length - 1) : (at + way + list.length) % list.length];
    if (next) desk.select(next.id);
    return undefined;
  };
  const agree = () => {
    if (!here) return step(1);
    const next = nextAfter(back, here.id);
    if (here.state === "accepted") setRead((before) => new Set(before).add(here.id));
    else if (here.verdict?.wish) desk.takeWish(here.id);
    else desk.withdraw(here.id);
    if (here.state !== "accepted") {
      tell({ title: here.verdict?.wish ? t("taken") : t("withdrawn"), undo: () => desk.undo() });
    }
    desk.select(next ?? null);
    return undefined;
  };
  const reply = () => {
    if (!here) return false;
    run("comment");
    return undefined;
  };

  useShownDeeds("inspector", { accept: agree, return: reply });
  useDeeds({ "next-waiting": () => step(1), "previous-waiting": () => step(-1) });

  useEffect(() => {
    if (!loaded || desk.getState().selected) return;
    const [first] = cameBack(desk.getState());
    if (first) desk.select(first.id);
  }, [loaded, desk]);

  return {
    asking: back.filter(asksSomething),
    here,
    /** Something is selected that did not come back. */
    other: !here && selected !== null && tagIn({ annotations, relations }, selected) !== undefined,
    step,
    agree,
    reply,
  };
}

/** How many wait, and the way from one to the next. */
function Steps({ asking, step }: { asking: number; step: (way: 1 | -1) => void }) {
  const t = useTranslations("panels.back");
  const desk = useDesk();
  return (
    <div className="flex items-center gap-1">
      <h2 className="eyebrow grow">{t("waiting", { count: asking })}</h2>
      <IconButton
        size="small"
        className="size-7 px-0"
        label={t("previous")}
        kbd={keyOf("previous-waiting")}
        icon={<Icon name="back" />}
        onClick={() => step(-1)}
      />
      <IconButton
        size="small"
        className="size-7 px-0"
        label={t("next")}
        kbd={keyOf("next-waiting")}
        icon={<Icon name="forward" />}
        onClick={() => step(1)}
      />
      <IconButton
        size="small"
        className="size-7 px-0"
        label={t("leave")}
        kbd={keyOf("review")}
        icon={<Icon name="close" />}
        onClick={() => desk.review(false)}
      />
    </div>
  );
}

/** One decision, and what can be said to it. */
function Answering({ tag, onAgree, onReply }: { tag: Tag; onAgree: () => void; onReply: () => void }) {
  const t = useTranslations("panels.back");
  const keyHere = useKeyOf();
  const mayDiscuss = useReader((state) => state.me.mayDiscuss);
  return (
    <>
      <Decision tag={tag} />
      <div className="flex flex-wrap gap-1.5">
        <Button size="small" variant="primary" kbd={keyHere("accept")} onClick={onAgree}>
          {tag.state === "accepted" ? t("read") : tag.verdict?.wish ? t("take") : t("agree")}
        </Button>
        {mayDiscuss ? (
          <Button size="small" kbd={keyOf("return")} onClick={onReply}>
            {t("reply")}
          </Button>
        ) : null}
      </div>
      {asksSomething(tag) ? <p className="text-tiny text-ink-3">{t("orChange")}</p> : null}
    </>
  );
}

const nextAfter = (back: readonly Tag[], id: TagId): TagId | undefined => {
  const at = back.findIndex((each) => each.id === id);
  return (back[at + 1] ?? back.find((each) => each.id !== id))?.id;
};

/** What was decided, by whom and why, and what the reviewer changed or would rather have. */
function Decision({ tag }: { tag: Tag }) {
  const t = useTranslations("panels.back");
  const tAll = useTranslations("panels");
  const ago = useAgo();
  const nameOf = usePersonName();
  const { verdict } = tag;
  const corrected = verdict?.decision === "accept-with-change";
  const story = useStory(tag, corrected);
  if (!verdict) return null;
  const before = story?.versions.find(({ number }) => number === verdict.version - 1);
  const after = story?.versions.find(({ number }) => number === verdict.version);
  const changed = verdict.wish
    ? differences(contentNow(tag), contentOfWish(verdict.wish))
    : before && after
      ? differences(before, after)
      : [];
  return (
    <div className="flex flex-col gap-1">
      <p>
        <span className="inline-block font-medium first-letter:uppercase">{tAll(`decisions.${verdict.decision}`)}</span>{" "}
        <span className="text-ink-2">{t("by", { name: nameOf(verdict.by), when: ago(verdict.at) })}</span>
      </p>
      {verdict.reason ? <p dir="auto">“{verdict.reason}”</p> : null}
      {verdict.wish ? <p className="text-tiny text-ink-3">{t("wish")}</p> : null}
      {changed.map((each) => (
        <Changed key={each.what} difference={each} />
      ))}
    </div>
  );
}
