import { type RefObject, useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import type { Desk, Final } from "@/client/desk/desk";
import { useDeeds } from "@/components/annotate/keys/keys";
import { useDesk, useReader } from "@/components/annotate/use-desk";
import type { Deciding } from "@/components/compare/differences";
import type { Comparing } from "@/components/compare/use-comparison";
import { useToast } from "@/components/ui/toast";

export type View = "columns" | "overlaid";

type Dialog = "agreed" | "merge" | "keys" | null;

/** Everything a reviewer does here, with what is said about it. */
export function useWork(
  comparing: Comparing,
  { inner, mayDecide, setView }: { inner: Desk; mayDecide: boolean; setView: (view: View) => void },
) {
  const t = useTranslations("compare");
  const tell = useToast();
  const [dialog, open] = useState<Dialog>(null);
  const [said, say] = useState("");
  const [agreed, setAgreed] = useState<readonly Final[]>([]);
  const fields = useRef<HTMLElement>(null);
  const editor = useRef<HTMLDivElement>(null);
  const selected = useReader((state) => state.selected);
  const { current } = comparing;
  const final = current && comparing.settled.get(current.id)?.final;
  const sketch = useReader((state) => state.sketch);
  const editing = selected && (final?.id === selected || sketch.has(selected)) ? selected : undefined;

  // Whoever goes on to another group leaves what they were writing.
  const group = current?.id;
  useEffect(() => {
    if (group) return () => inner.leaveSketch();
    return undefined;
  }, [group, inner]);

  const deciding = useDeciding(comparing, { inner, mayDecide, say, editor });

  return {
    deciding,
    fields,
    editor,
    editing,
    stopEditing() {
      const written = sketch.size > 0;
      inner.keepSketch();
      inner.select(null);
      if (written) say(t("ownKept"));
      comparing.step(1, true);
    },
    giveUp() {
      inner.dropSketch();
      inner.select(null);
    },
    sketching: sketch.size > 0,
    toText: () => setView("overlaid"),
    dialog,
    open,
    said,
    agreed,
    askAgreed() {
      if (!mayDecide) return;
      setAgreed(comparing.agreed());
      open("agreed");
    },
    takeAgreed() {
      comparing.takeAll(agreed);
      open(null);
      const words = t("tookAgreed", { count: agreed.length });
      say(words);
      tell({ title: words, undo: () => inner.undo() });
    },
    askMerge() {
      if (mayDecide) open("merge");
    },
    merged(made: number) {
      open(null);
      void inner.refresh();
      tell({ title: t("merge.done", { count: made }) });
    },
  };
}

export type Work = ReturnType<typeof useWork>;

type Place = {
  inner: Desk;
  mayDecide: boolean;
  say: (words: string) => void;
  editor: RefObject<HTMLDivElement | null>;
};

/** What can be decided about the group that is being looked at. */
function useDeciding(comparing: Comparing, { inner, mayDecide, say, editor }: Place): Deciding {
  const t = useTranslations("compare");
  const tell = useToast();
  const { analysts } = comparing;
  const next = (words: string) => {
    say(words);
    inner.select(null);
    comparing.step(1, true);
  };
  return {
    take(by) {
      const name = analysts.find(({ key }) => key === by)?.name ?? by;
      if (mayDecide && comparing.take(by)) next(t("took", { name }));
    },
    pick(field, by) {
      if (mayDecide && comparing.pick(field, by)) say(t("picked"));
    },
    leaveOut() {
      if (!mayDecide) return;
      const done = comparing.leaveOut();
      if (done === "done") next(t("leftOut"));
      if (done === "ends first") tell({ title: t("endsFirst") });
    },
    own() {
      if (!mayDecide) return;
      const id = comparing.own();
      if (!id) return;
      inner.select(id);
      requestAnimationFrame(() =>
        editor.current
          ?.querySelector<HTMLElement>("textarea, input, select, [role=radio][tabindex='0'], button")
          ?.focus(),
      );
    },
    undecide() {
      if (mayDecide && comparing.undecide()) say(t("undecided"));
    },
  };
}

const digits = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;

/** The keys of this screen. */
export function useKeysHere(
  comparing: Comparing,
  work: Work,
  { setView, onAnonymous }: { setView: (change: (view: View) => View) => void; onAnonymous: () => void },
) {
  const desk = useDesk();
  const done = (deed: () => void) => () => {
    deed();
    return undefined;
  };
  useDeeds({
    ...Object.fromEntries(
      digits.map((digit) => {
        const by = comparing.analysts[digit - 1]?.key;
        const has = by !== undefined && comparing.current?.by.includes(by);
        return [`take-${digit}`, () => (has ? done(() => work.deciding.take(by))() : false)];
      }),
    ),
    "next-group": done(() => comparing.step(1)),
    "previous-group": done(() => comparing.step(-1)),
    "next-undecided": done(() => comparing.step(1, true)),
    "previous-undecided": done(() => comparing.step(-1, true)),
    "leave-out": done(work.deciding.leaveOut),
    "write-own": done(work.deciding.own),
    undecide: done(work.deciding.undecide),
    "take-agreed": done(work.askAgreed),
    "merge-layers": done(work.askMerge),
    "pick-fields": done(() => work.fields.current?.querySelector<HTMLElement>("button")?.focus()),
    "other-view": done(() => setView((view) => (view === "columns" ? "overlaid" : "columns"))),
    "hide-names": done(onAnonymous),
    "key-help": done(() => work.open("keys")),
    undo: done(() => desk.undo()),
    redo: done(() => desk.redo()),
  });
}
