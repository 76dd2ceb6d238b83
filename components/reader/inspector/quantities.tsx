"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { Group, SelectField, TextField } from "@/components/reader/inspector/fields";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { tidy } from "@/domain/change/content";
import { normal } from "@/domain/codebook/normal-form";
import type { ClaimAttributes } from "@/domain/tag/claim";
import { counted, countedWho, figureScopes } from "@/domain/tag/claim-values";

type Quantity = NonNullable<ClaimAttributes["quantities"]>[number];

type QuantityPart = { [K in keyof Quantity]?: Quantity[K] | undefined };

/** Numbers that a claim gives; a blank bound is one the report does not give, which is not zero. */
export function Quantities({
  value: kept,
  onChange,
  disabled,
}: {
  value: readonly Quantity[];
  onChange: (value: Quantity[] | undefined) => void;
  disabled: boolean;
}) {
  const t = useTranslations("panels.claim");

  // A row in which nothing is counted yet says nothing, so it waits here until it does.
  const [blank, setBlank] = useState<readonly Quantity[]>([]);
  const value = [...kept, ...blank];
  const keep = (next: readonly Quantity[]) => {
    const counts = (row: Quantity) => normal([row], "quantities") !== undefined;
    setBlank(next.filter((row) => !counts(row)));
    const said = next.filter(counts);
    if (said.length > 0 || kept.length > 0) onChange(said.length > 0 ? said : undefined);
  };
  const set = (at: number, part: QuantityPart) =>
    // `what` is always there: it is only ever replaced by another of its values.
    keep(value.map((each, index) => (index === at ? (tidy({ ...each, ...part }) as Quantity) : each)));
  return (
    <Group
      title={value.length > 0 ? t("quantitiesFilled", { count: value.length }) : t("quantities")}
      filled={value.length > 0}
    >
      {Object.entries(value).map(([row, each]) => (
        <QuantityRow
          key={`${row}/${value.length}`}
          quantity={each}
          disabled={disabled}
          onChange={(part) => set(Number(row), part)}
          onRemove={() => keep(value.filter((_, index) => index !== Number(row)))}
        />
      ))}
      {value.length > 0 ? <p className="text-tiny text-ink-3">{t("blank")}</p> : null}
      <Button
        size="small"
        className="self-start"
        disabled={disabled}
        icon={<Icon name="add" />}
        onClick={() => keep([...value, { what: "killed" }])}
      >
        {t("addQuantity")}
      </Button>
    </Group>
  );
}

/** One number and what it counts. */
function QuantityRow({
  quantity,
  disabled,
  onChange,
  onRemove,
}: {
  quantity: Quantity;
  disabled: boolean;
  onChange: (part: QuantityPart) => void;
  onRemove: () => void;
}) {
  const t = useTranslations("panels.claim");
  const none = useTranslations("panels")("none");
  const remove = useTranslations("panels.entity");
  return (
    <div className="flex flex-col gap-1.5 border-s-2 border-line ps-2.5">
      <SelectField
        label={t("what")}
        options={counted.map((what) => ({ value: what, label: t(`counted.${what}`) }))}
        value={quantity.what}
        none={none}
        disabled={disabled}
        onChange={(what) => what && onChange({ what })}
      />
      <BoundFields quantity={quantity} disabled={disabled} onChange={onChange} />
      <SelectField
        label={t("countedWho")}
        options={countedWho.map((who) => ({ value: who, label: t(`countedWhos.${who}`) }))}
        value={quantity.who}
        none={none}
        disabled={disabled}
        onChange={(who) => onChange({ who })}
      />
      <SelectField
        label={t("figureScope")}
        options={figureScopes.map((scope) => ({ value: scope, label: t(`figureScopes.${scope}`) }))}
        value={quantity.scope}
        none={none}
        disabled={disabled}
        onChange={(scope) => onChange({ scope })}
      />
      <TextField
        label={t("timeWords")}
        value={quantity.words}
        disabled={disabled}
        onChange={(words) => onChange({ words })}
      />
      <Button
        variant="quiet"
        size="small"
        className="self-end"
        disabled={disabled}
        icon={<Icon name="close" />}
        onClick={() => onRemove()}
      >
        {remove("remove", { name: t(`counted.${quantity.what}`) })}
      </Button>
    </div>
  );
}

/** From how many to how many; either may be left blank. */
function BoundFields({
  quantity,
  disabled,
  onChange,
}: {
  quantity: Quantity;
  disabled: boolean;
  onChange: (part: QuantityPart) => void;
}) {
  const t = useTranslations("panels.claim");
  return (
    <>
      <TextField
        type="number"
        min={0}
        step="1"
        label={t("low")}
        value={quantity.low?.toString()}
        disabled={disabled}
        onChange={(low) => onChange({ low: whole(low) })}
      />
      <TextField
        type="number"
        min={0}
        step="1"
        label={t("high")}
        value={quantity.high?.toString()}
        disabled={disabled}
        error={
          quantity.low !== undefined && quantity.high !== undefined && quantity.high < quantity.low
            ? t("highBelowLow")
            : undefined
        }
        onChange={(high) => onChange({ high: whole(high) })}
      />
    </>
  );
}

const whole = (text: string | undefined) => {
  const number = text === undefined ? Number.NaN : Math.trunc(Number(text));
  return Number.isFinite(number) && number >= 0 ? number : undefined;
};
