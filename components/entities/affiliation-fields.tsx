"use client";

import { useTranslations } from "use-intl";
import { EntityChoice } from "@/components/entities/entity-choice";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input, Select } from "@/components/ui/input";
import type { Affiliation } from "@/domain/entity/affiliation";
import { affiliationPrecisions } from "@/domain/entity/affiliation-values";
import type { Entity } from "@/domain/entity/entity";

/** An affiliation as it is filled in; `key` stays with it while others come and go. */
export type AffiliationDraft = {
  key: number;
  what: "side" | "parent";
  side: string;
  entityId: Entity["id"] | null;
  from: string;
  to: string;
  precision: (typeof affiliationPrecisions)[number];
};

export const draftsOf = (affiliations: readonly Affiliation[] = []): AffiliationDraft[] =>
  affiliations.map(({ side = "", entityId = null, from = "", to = "", precision = "day" }, key) => ({
    ...{ key, what: entityId === null ? "side" : "parent", side, entityId, from, to, precision },
  }));

/** What was filled in; rows that say nothing are left out. */
export const affiliationsOf = (drafts: readonly AffiliationDraft[]): Affiliation[] =>
  drafts.flatMap(({ what, side, entityId, from, to, precision }): Affiliation[] => {
    const days = { ...(from && { from }), ...(to && { to }), ...(precision !== "day" && { precision }) };
    if (what === "parent") return entityId ? [{ entityId, ...days }] : [];
    return side.trim() ? [{ side: side.trim(), ...days }] : [];
  });

/** What somebody belonged to and which sides they were on, each from a day to a day. */
export function AffiliationFields({
  projectId,
  except,
  drafts,
  errorOf,
  onChange,
}: {
  projectId: string;
  except: string | undefined;
  drafts: readonly AffiliationDraft[];
  errorOf: (field: string) => string | undefined;
  onChange: (drafts: readonly AffiliationDraft[]) => void;
}) {
  const t = useTranslations("entities.affiliations");
  const set = (key: number, more: Partial<AffiliationDraft>) =>
    onChange(drafts.map((each) => (each.key === key ? { ...each, ...more } : each)));
  const next = Math.max(-1, ...drafts.map(({ key }) => key)) + 1;
  return (
    <fieldset className="min-w-0 space-y-3 sm:col-span-2">
      <legend className="text-small font-medium">{t("title")}</legend>
      <p className="text-small text-ink-3">{t("hint")}</p>
      {drafts.map((draft, nth) => (
        <AffiliationRow
          key={draft.key}
          nth={nth}
          draft={draft}
          errorOf={errorOf}
          projectId={projectId}
          except={except}
          onChange={(part) => set(draft.key, part)}
          onRemove={() => onChange(drafts.filter(({ key }) => key !== draft.key))}
        />
      ))}
      <Button
        size="small"
        onClick={() =>
          onChange([
            ...drafts,
            { key: next, what: "side", side: "", entityId: null, from: "", to: "", precision: "day" },
          ])
        }
      >
        {t("add")}
      </Button>
    </fieldset>
  );
}

/** One thing somebody belonged to, or one side they were on. */
function AffiliationRow({
  nth,
  draft,
  errorOf,
  projectId,
  except,
  onChange,
  onRemove,
}: {
  nth: number;
  draft: AffiliationDraft;
  errorOf: (field: string) => string | undefined;
  projectId: string;
  except: string | undefined;
  onChange: (part: Partial<AffiliationDraft>) => void;
  onRemove: () => void;
}) {
  const t = useTranslations("entities.affiliations");
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset within a fieldset would be announced twice
    <div
      role="group"
      aria-label={t("row", { nth: nth + 1 })}
      className="grid gap-2 border-s-2 border-line ps-3 sm:grid-cols-2"
    >
      <Field label={t("what")}>
        <Select
          value={draft.what}
          onChange={({ target }) => onChange({ what: target.value === "parent" ? "parent" : "side" })}
        >
          <option value="side">{t("side")}</option>
          <option value="parent">{t("parent")}</option>
        </Select>
      </Field>
      {draft.what === "side" ? (
        <Field label={t("side")} error={errorOf(`affiliations.${nth}.side`)}>
          <Input
            dir="auto"
            maxLength={200}
            value={draft.side}
            onChange={({ target }) => onChange({ side: target.value })}
          />
        </Field>
      ) : (
        <Field label={t("parent")} error={errorOf(`affiliations.${nth}.entityId`)}>
          <EntityChoice
            label={t("parent")}
            projectId={projectId}
            except={except}
            value={draft.entityId}
            onChange={(entityId) => onChange({ entityId })}
          />
        </Field>
      )}
      <Field label={t("from")} error={errorOf(`affiliations.${nth}.from`)}>
        <Input type="date" value={draft.from} onChange={({ target }) => onChange({ from: target.value })} />
      </Field>
      <Field label={t("to")} error={errorOf(`affiliations.${nth}.to`)}>
        <Input type="date" value={draft.to} onChange={({ target }) => onChange({ to: target.value })} />
      </Field>
      <PrecisionField draft={draft} onChange={onChange} />
      <div className="self-end">
        <Button size="small" variant="quiet" aria-label={t("removeNth", { nth: nth + 1 })} onClick={() => onRemove()}>
          {t("remove")}
        </Button>
      </div>
    </div>
  );
}

/** How exactly both days are known. */
function PrecisionField({
  draft,
  onChange,
}: {
  draft: AffiliationDraft;
  onChange: (part: Partial<AffiliationDraft>) => void;
}) {
  const t = useTranslations("entities.affiliations");
  return (
    <Field label={t("precision")}>
      <Select
        value={draft.precision}
        onChange={({ target }) =>
          onChange({
            precision: affiliationPrecisions.find((each) => each === target.value) ?? draft.precision,
          })
        }
      >
        {affiliationPrecisions.map((each) => (
          <option key={each} value={each}>
            {t(`precisions.${each}`)}
          </option>
        ))}
      </Select>
    </Field>
  );
}
