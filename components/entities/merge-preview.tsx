"use client";

import { useTranslations } from "use-intl";
import { Dotted } from "@/components/ui/dotted";
import { Field } from "@/components/ui/field";
import { Segmented } from "@/components/ui/segmented";
import type { Entity } from "@/domain/entity/entity";
import type { MergePreview as Preview } from "@/domain/entity/merge";
import type { MergeField } from "@/domain/entity/merge-fields";

/** What is taken over unless somebody chooses otherwise: what only the one that is merged away says. */
export const takenFirst = ({ differ, remains }: Preview): MergeField[] =>
  differ.filter((field) => remains[field] === undefined);

/** What a merge moves, which names it adds, and a choice wherever the two say different things. */
export function MergePreview({
  preview,
  take,
  onTake,
}: {
  preview: Preview;
  /** The fields that are taken over from the one that is merged away. */
  take: readonly MergeField[];
  onTake: (take: readonly MergeField[]) => void;
}) {
  const t = useTranslations("entities");
  const says = useSays(preview.names);
  const { merged, remains, moves, aliases, differ } = preview;
  const kinds = ["mentions", "claims", "actors", "links", "grades", "followers", "parts"] as const;
  const some = kinds.filter((kind) => moves[kind] > 0);
  return (
    <div className="space-y-4 text-small">
      <section aria-labelledby="moves">
        <h3 id="moves" className="font-medium">
          {t("preview.moves", { name: remains.name, reports: moves.reports })}
        </h3>
        {some.length === 0 ? (
          <p className="text-ink-2">{t("preview.nothing")}</p>
        ) : (
          <ul className="mt-1 list-disc ps-5 text-ink-2">
            {some.map((kind) => (
              <li key={kind}>{t(`preview.${kind}`, { count: moves[kind] })}</li>
            ))}
          </ul>
        )}
        {aliases.length > 0 ? (
          <p className="mt-2">
            {t("preview.aliases")} <Dotted facts={aliases} />
          </p>
        ) : null}
      </section>
      {differ.length > 0 ? (
        <fieldset className="space-y-3">
          <legend className="font-medium">{t("preview.differ")}</legend>
          {differ.map((field) => (
            <Field key={field} label={t(`preview.field.${field}`)}>
              <Segmented
                label={t(`preview.field.${field}`)}
                value={take.includes(field) ? "merged" : "remains"}
                onChange={(which) =>
                  onTake(which === "merged" ? [...take, field] : take.filter((each) => each !== field))
                }
                options={[
                  { value: "remains", label: <Said says={says(field, remains)} /> },
                  { value: "merged", label: <Said says={says(field, merged)} /> },
                ]}
              />
            </Field>
          ))}
        </fieldset>
      ) : null}
      {merged.reliability && merged.reliability !== remains.reliability ? (
        <p className="text-ink-2">
          {t("preview.reliability", { merged: merged.reliability, remains: remains.reliability ?? "–" })}
        </p>
      ) : null}
      <p className="text-ink-2">{t("preview.undo")}</p>
    </div>
  );
}

function Said({ says }: { says: string | undefined }) {
  const t = useTranslations("entities");
  return says === undefined ? (
    <span className="text-current opacity-80">{t("unsaid")}</span>
  ) : (
    <bdi className="block max-w-64 truncate" title={says}>
      {says}
    </bdi>
  );
}

/** What an entity says in a field, in words. */
function useSays(names: Preview["names"]) {
  const values = useTranslations("values");
  return (field: MergeField, entity: Entity): string | undefined => {
    if (field === "kind") return values(`entityKind.${entity.kind}`);
    if (field === "anonymity") return entity.anonymity && values(`anonymity.${entity.anonymity}`);
    if (field === "scale") return entity.scale && values(`scale.${entity.scale}`);
    const said = entity[field];
    if (field === "parentId" || field === "outletId") return said && names[said];
    return said;
  };
}
