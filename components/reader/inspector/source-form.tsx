"use client";

import Link from "next/link";
import { useTranslations } from "use-intl";
import { speakerOf } from "@/client/desk/speaker";
import { useDeeds } from "@/components/annotate/keys/keys";
import { useKeyOf } from "@/components/annotate/keys/use-key-of";
import { wordsOf } from "@/components/annotate/tags/tag-words";
import { useReader } from "@/components/annotate/use-desk";
import { EntityPicker } from "@/components/reader/entities/entity-picker";
import { useProposedSpeaker } from "@/components/reader/entities/use-proposed-speaker";
import type { FormProps } from "@/components/reader/inspector/form-props";
import { TagNote } from "@/components/reader/inspector/tag-note";
import { Grade } from "@/components/tag/grade";
import { Button } from "@/components/ui/button";
import type { SourceAttributes } from "@/domain/tag/source";

type Change = (change: { [K in keyof SourceAttributes]?: SourceAttributes[K] | undefined }) => void;

/** Who it is that speaks here. */
export function SourceForm({ annotation, change, disabled }: FormProps<Change>) {
  const t = useTranslations("panels.source");
  const tAll = useTranslations("panels");
  const entities = useReader((state) => state.entities);
  const projectId = useReader((state) => state.project.id);
  // The attributes of a source were checked against this shape by the server, or written by this form.
  const said = annotation.attributes as SourceAttributes;
  const speaker = speakerOf(entities, annotation);
  const proposed = useProposedSpeaker(annotation);
  const keyOf = useKeyOf();
  const take = () => {
    if (speaker || !proposed || disabled) return false;
    change({ entityId: proposed.id });
    return undefined;
  };
  useDeeds({ "take-links": take });

  return (
    <div className="flex flex-col gap-2">
      {speaker ? (
        <p className="flex items-center gap-2 text-small">
          <Link
            href={`/projects/${projectId}/entities/${speaker.id}`}
            className="link min-w-0 truncate font-medium"
            dir="auto"
          >
            {speaker.name}
          </Link>
          <Grade grade={speaker.reliability ?? null} name={speaker.reliability ?? tAll("noGrade")} />
        </p>
      ) : null}
      {!speaker && proposed && !disabled ? (
        <Button size="small" className="self-start border-dashed" kbd={keyOf("take-links")} onClick={take}>
          {t("proposed", { name: proposed.name })}
        </Button>
      ) : null}
      <EntityPicker
        label={t("entity")}
        value={said.entityId ?? null}
        onChange={(entityId) => change({ entityId: entityId ?? undefined })}
        disabled={disabled}
        suggestName={wordsOf(annotation)}
        kind="local or field"
      />
      <TagNote label={t("note")} said={said} disabled={disabled} onChange={change} />
    </div>
  );
}
