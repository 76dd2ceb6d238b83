"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { pickedIn } from "@/client/desk/several";
import { leftReasons, type Outcome, type SeveralChange } from "@/client/desk/several-change";
import { useDeeds } from "@/components/annotate/keys/keys";
import { useKeyOf } from "@/components/annotate/keys/use-key-of";
import { useKindName } from "@/components/annotate/tags/names";
import { TagGlyph } from "@/components/annotate/tags/tag-glyph";
import { useDesk, useReader } from "@/components/annotate/use-desk";
import { SeveralFields } from "@/components/reader/inspector/several-fields";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Chip } from "@/components/ui/chip";
import { Field } from "@/components/ui/field";
import { Icon } from "@/components/ui/icon";
import { IconButton } from "@/components/ui/icon-button";
import { Select } from "@/components/ui/input";
import { useToast } from "@/components/ui/toast";
import { coreKinds } from "@/domain/kind-values";
import type { AnnotationKind } from "@/domain/tag/kind";
import type { Annotation } from "@/domain/tag/tag";

/** Several tags chosen together: what they have in common, set for all of them in one step that one undo takes back. */
export function SeveralPanel() {
  const t = useTranslations("panels.several");
  const desk = useDesk();
  const tell = useToast();

  const keyOf = useKeyOf();
  const annotations = useReader((state) => state.annotations);
  const picked = useReader((state) => state.picked);
  const me = useReader((state) => state.me);
  const [others, setOthers] = useState(false);
  const [last, setLast] = useState("");
  const tags = pickedIn({ annotations, picked });
  const kinds = [...new Set(tags.map(({ kind }) => kind))];
  const ofOthers = tags.filter(({ createdBy }) => createdBy !== me.id).length;

  const inWords = ({ changed, left }: Outcome) => {
    const reasons = leftReasons
      .filter((each) => left[each] > 0)
      .map((each) => t(`left.${each}`, { count: left[each] }));
    const said = t("changed", { count: changed.length });
    return reasons.length > 0 ? `${said} ${t("leftOut", { reasons: reasons.join(", ") })}` : said;
  };
  const change = (wish: SeveralChange): void => {
    const outcome = desk.changePicked(wish, others);
    const words = inWords(outcome);
    setLast(words);
    tell({ title: words, ...(outcome.changed.length > 0 ? { undo: () => desk.undo() } : {}) });
  };
  useDeeds({
    withdraw: () => {
      if (!me.mayTag) return false;
      change({ withdraw: true });
      return undefined;
    },
  });

  return (
    <section aria-label={t("title", { count: tags.length })} className="flex flex-col gap-3">
      <div className="flex items-start gap-2">
        <h2 className="headline min-w-0 grow text-base">{t("title", { count: tags.length })}</h2>
        <IconButton
          size="small"
          className="size-7 px-0"
          label={t("clear")}
          kbd={keyOf("leave")}
          icon={<Icon name="close" />}
          onClick={() => desk.pick([])}
        />
      </div>
      <KindCounts kinds={kinds} tags={tags} />
      {me.mayTag ? (
        <SharedChanges
          ofOthers={ofOthers}
          others={others}
          onOthers={setOthers}
          kinds={kinds}
          tags={tags}
          change={change}
        />
      ) : (
        <p className="text-ink-2">{t("readOnly")}</p>
      )}
      <output aria-live="polite" className="text-ink-2 empty:hidden">
        {last}
      </output>
    </section>
  );
}

/** What can be set on all of them at once. */
function SharedChanges({
  ofOthers,
  others,
  onOthers,
  kinds,
  tags,
  change,
}: {
  ofOthers: number;
  others: boolean;
  onOthers: (value: boolean) => void;
  kinds: string[];
  tags: readonly Annotation[];
  change: (wish: SeveralChange) => void;
}) {
  const t = useTranslations("panels.several");
  const keyOf = useKeyOf();
  return (
    <>
      <p className="text-ink-2">{t("lead")}</p>
      {ofOthers > 0 ? <Checkbox label={t("others", { count: ofOthers })} checked={others} onChange={onOthers} /> : null}
      {kinds.map((kind) => (
        <SeveralFields
          key={kind}
          kind={kind}
          tags={tags.filter((each) => each.kind === kind)}
          titled={kinds.length > 1}
          change={change}
        />
      ))}
      <KindOfAll onChange={(kind) => change({ kind })} />
      <Button
        size="small"
        variant="danger"
        className="self-start"
        kbd={keyOf("withdraw")}
        onClick={() => change({ withdraw: true })}
      >
        {t("withdraw", { count: tags.length })}
      </Button>
    </>
  );
}

function KindCounts({ kinds, tags }: { kinds: string[]; tags: readonly Annotation[] }) {
  const kindName = useKindName();
  return (
    <ul className="flex flex-wrap gap-1.5">
      {kinds.map((kind) => (
        <li key={kind}>
          <Chip icon={<TagGlyph kind={kind} />}>
            {kindName(kind)} · {tags.filter((each) => each.kind === kind).length}
          </Chip>
        </li>
      ))}
    </ul>
  );
}

function KindOfAll({ onChange }: { onChange: (kind: AnnotationKind) => void }) {
  const t = useTranslations("panels.several");
  const kindName = useKindName();
  const labels = useReader((state) => state.project.codebook.labels);
  const kinds: AnnotationKind[] = [
    ...coreKinds,
    ...labels.filter(({ retired }) => !retired).map(({ slug }): AnnotationKind => `label:${slug}`),
  ];
  return (
    <div className="border-t border-line pt-3">
      <Field label={t("kind")} inline>
        <Select
          className="min-h-7.5 px-2 py-0.5"
          value=""
          onChange={({ target }) => {
            const kind = kinds.find((each) => each === target.value);
            if (kind) onChange(kind);
          }}
        >
          <option value="">{t("keep")}</option>
          {kinds.map((kind) => (
            <option key={kind} value={kind}>
              {kindName(kind)}
            </option>
          ))}
        </Select>
      </Field>
    </div>
  );
}
