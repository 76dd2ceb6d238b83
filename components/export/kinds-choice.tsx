"use client";

import { useTranslations } from "use-intl";
import { Glyph, type GlyphKind } from "@/components/tag/glyph";
import { Checkbox } from "@/components/ui/checkbox";
import { coreKinds } from "@/domain/kind-values";

type Offered = { kind: string; glyph: GlyphKind; name: string };

/** All kinds of tags, or some: the core ones and the project's own labels, retired ones too, for their tags stay. */
export function KindsChoice({
  kinds: chosen,
  labels,
  onChange,
}: {
  /** Null for all. */
  kinds: readonly string[] | null;
  labels: readonly { slug: string; name: string }[];
  onChange: (kinds: string[] | null) => void;
}) {
  const t = useTranslations("export");
  const values = useTranslations("values");
  const kinds = [
    ...coreKinds.map((kind): Offered => ({ kind, glyph: kind, name: values(`kinds.${kind}`) })),
    ...labels.map(({ slug, name }): Offered => ({ kind: `label:${slug}`, glyph: "custom", name })),
  ];
  return (
    <fieldset>
      <legend className="mb-1 text-small font-medium">{t("kinds")}</legend>
      <Checkbox
        label={t("allKinds")}
        checked={chosen === null}
        onChange={(all) => onChange(all ? null : kinds.map(({ kind }) => kind))}
      />
      {kinds.map(({ kind, glyph, name }) => (
        <Checkbox
          key={kind}
          disabled={chosen === null}
          label={
            <span className="inline-flex items-center gap-2">
              <Glyph kind={glyph} />
              <bdi>{name}</bdi>
            </span>
          }
          checked={chosen === null || chosen.includes(kind)}
          onChange={(on) =>
            onChange(
              kinds.map((each) => each.kind).filter((each) => (each === kind ? on : chosen?.includes(each) === true)),
            )
          }
        />
      ))}
    </fieldset>
  );
}
