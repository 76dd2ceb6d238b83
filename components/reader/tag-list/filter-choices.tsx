"use client";

import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { useDesk, useReader } from "@/components/annotate/use-desk";
import type { Wanted } from "@/components/reader/tag-list/rows";
import { Field } from "@/components/ui/field";
import { Popover } from "@/components/ui/popover";
import { Segmented } from "@/components/ui/segmented";

const states = ["open", "accepted", "returned", "rejected"] as const;
const links = ["any", "linked", "unlinked"] as const;

/** Which states, whose, linked or not. */
export function FilterChoices({
  trigger,
  startsOpen,
  choice,
  onWanted,
}: {
  trigger: ReactNode;
  startsOpen: boolean;
  choice: Wanted;
  onWanted: (wanted: Wanted) => void;
}) {
  const t = useTranslations("panels.list");
  const names = useTranslations("values.tagState");
  const desk = useDesk();
  const shown = useReader((state) => state.filters.states);
  const state = states.find((each) => shown?.has(each)) ?? "all";
  return (
    <Popover label={t("filter")} className="flex flex-col gap-3" startsOpen={startsOpen} trigger={trigger}>
      <Field label={t("state")}>
        <Segmented
          label={t("state")}
          value={state}
          options={[
            { value: "all" as const, label: t("all") },
            ...states.map((value) => ({ value, label: names(value) })),
          ]}
          onChange={(value) => desk.filter({ states: !value || value === "all" ? null : new Set([value]) })}
        />
      </Field>
      <Field label={t("whose")}>
        <Segmented
          label={t("whose")}
          value={choice.mine ? "mine" : "everybody"}
          options={[
            { value: "everybody", label: t("everybody") },
            { value: "mine", label: t("mine") },
          ]}
          onChange={(value) => onWanted({ ...choice, mine: value === "mine" })}
        />
      </Field>
      <Field label={t("linking")}>
        <Segmented
          label={t("linking")}
          value={choice.linked}
          options={links.map((value) => ({ value, label: t(value) }))}
          onChange={(value) => onWanted({ ...choice, linked: value ?? "any" })}
        />
      </Field>
    </Popover>
  );
}
