"use client";

import { useTranslations } from "use-intl";
import { alikeIn, ofKindIn } from "@/client/desk/picking";
import { keyOf } from "@/components/annotate/keys/registry";
import { useAgo } from "@/components/annotate/tags/ago";
import { useKindName, usePersonName } from "@/components/annotate/tags/names";
import { StateChip } from "@/components/annotate/tags/state-chip";
import { TagGlyph } from "@/components/annotate/tags/tag-glyph";
import { glyphOf, gradeOf } from "@/components/annotate/tags/tag-words";
import { useDesk, useReader } from "@/components/annotate/use-desk";
import { useCopyLink } from "@/components/reader/use-address";
import type { GlyphKind } from "@/components/tag/glyph";
import { Grade } from "@/components/tag/grade";
import { Button } from "@/components/ui/button";
import { Chip, type Tone } from "@/components/ui/chip";
import { Icon } from "@/components/ui/icon";
import { IconButton } from "@/components/ui/icon-button";
import { Menu, MenuChoice, MenuItem, MenuSeparator } from "@/components/ui/menu";
import { useToast } from "@/components/ui/toast";
import { Explain } from "@/components/values/explain";
import { coreKinds } from "@/domain/kind-values";
import type { Annotation, Tag } from "@/domain/tag/tag";

const tones: Record<GlyphKind, Tone> = { claim: "red", place: "blue", source: "green", custom: "plain" };

/** What the tag is, how it stands, who made it, and what can be done with it as a whole. */
export function TagHead({ tag }: { tag: Tag }) {
  const t = useTranslations("panels.inspector");
  const tLinks = useTranslations("panels.links");
  const tAddress = useTranslations("panels.address");
  const copyLink = useCopyLink();
  const ago = useAgo();
  const desk = useDesk();
  const tell = useToast();
  const kindName = useKindName();
  const nameOf = usePersonName();
  const mayTag = useReader((state) => state.me.mayTag);
  const when = ago;

  return (
    <header className="flex flex-col gap-1.5">
      <div className="flex items-center gap-1.5">
        {tag.type === "annotation" ? (
          <Chip tone={tones[glyphOf(tag.kind)]} icon={<TagGlyph kind={tag.kind} />}>
            {kindName(tag.kind)}
          </Chip>
        ) : (
          <Chip>{tLinks("tag")}</Chip>
        )}
        <StateChip state={tag.state} />
        {tag.type === "annotation" ? <TagGrade annotation={tag} /> : null}
        <span className="grow" />
        {mayTag && tag.state !== "withdrawn" ? null : (
          <IconButton
            size="small"
            className="size-7 px-0"
            label={tAddress("copy")}
            kbd={keyOf("copy-link")}
            icon={<Icon name="copy" />}
            onClick={() => copyLink({ tag: tag.id })}
          />
        )}
        {mayTag && tag.state !== "withdrawn" ? (
          <Menu trigger={<IconButton label={t("more")} icon={<Icon name="more" />} className="size-7 px-0" />}>
            {tag.type === "annotation" ? <KindChoice annotation={tag} /> : null}
            {tag.type === "annotation" ? <PickMore annotation={tag} /> : null}
            <MenuItem kbd={keyOf("copy-link")} onSelect={() => copyLink({ tag: tag.id })}>
              {tAddress("copy")}
            </MenuItem>
            <MenuItem
              danger
              kbd={keyOf("withdraw")}
              onSelect={() => {
                desk.withdraw(tag.id);
                tell({ title: t("withdrawn"), undo: () => desk.undo() });
              }}
            >
              {t("withdraw")}
            </MenuItem>
          </Menu>
        ) : null}
      </div>
      <p className="text-tiny text-ink-3 first-letter:uppercase">
        {t("by", { name: nameOf(tag.createdBy), when: when(tag.createdAt) })}
        {tag.version > 1 ? ` · ${t("changedBy", { name: nameOf(tag.updatedBy), when: when(tag.updatedAt) })}` : ""}
        {tag.origin.startsWith("engine:") ? ` · ${t("engine", { engine: tag.origin.slice(7) })}` : ""}
      </p>
      {tag.state === "withdrawn" ? (
        <div className="flex items-center gap-3 rounded-2 bg-sunken px-3 py-2">
          <span className="grow">{t("withdrawn")}</span>
          {mayTag ? (
            <Button size="small" onClick={() => desk.restore(tag.id)}>
              {t("restore")}
            </Button>
          ) : null}
        </div>
      ) : mayTag ? null : (
        <p className="text-tiny text-ink-3">{t("readOnly")}</p>
      )}
    </header>
  );
}

function TagGrade({ annotation }: { annotation: Annotation }) {
  const t = useTranslations("panels");
  const annotations = useReader((state) => state.annotations);
  const relations = useReader((state) => state.relations);
  const entities = useReader((state) => state.entities);
  if (annotation.kind !== "claim" && annotation.kind !== "source") return null;
  const grade = gradeOf({ annotations, relations, entities }, annotation);
  return (
    <>
      <Grade grade={grade} name={grade ? t("gradeIs", { grade }) : t("noGrade")} />
      <Explain term="grade" />
    </>
  );
}

function PickMore({ annotation }: { annotation: Annotation }) {
  const t = useTranslations("panels.several");
  const desk = useDesk();
  const alike = alikeIn(desk.getState(), annotation);
  const ofKind = ofKindIn(desk.getState(), annotation.kind);
  return (
    <>
      <MenuItem kbd={keyOf("pick-tag")} onSelect={() => desk.pick([annotation.id])}>
        {t("add")}
      </MenuItem>
      {alike.length > 1 ? (
        <MenuItem kbd={keyOf("pick-alike")} onSelect={() => desk.pick(alike)}>
          {t("alike", { count: alike.length })}
        </MenuItem>
      ) : null}
      {ofKind.length > alike.length ? (
        <MenuItem onSelect={() => desk.pick(ofKind)}>{t("ofKind", { count: ofKind.length })}</MenuItem>
      ) : null}
      <MenuSeparator />
    </>
  );
}

function KindChoice({ annotation }: { annotation: Annotation }) {
  const t = useTranslations("panels.inspector");
  const desk = useDesk();
  const kindName = useKindName();
  const labels = useReader((state) => state.project.codebook.labels);
  const kinds = [...coreKinds, ...labels.filter(({ retired }) => !retired).map(({ slug }) => `label:${slug}`)];
  return (
    <>
      <MenuChoice
        closes
        label={t("kind")}
        value={annotation.kind}
        options={kinds.map((kind) => ({ value: kind, label: kindName(kind) }))}
        onChange={(kind) => desk.changeKind(annotation.id, kind)}
      />
      <MenuSeparator />
    </>
  );
}
