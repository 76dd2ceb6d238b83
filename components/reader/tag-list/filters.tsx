"use client";

import { useTranslations } from "use-intl";
import { useReader, useSession } from "@/components/reader/session/use-session";
import type { Wanted } from "@/components/reader/tag-list/rows";
import { Field } from "@/components/ui/field";
import { Icon } from "@/components/ui/icon";
import { IconButton } from "@/components/ui/icon-button";
import { SearchInput } from "@/components/ui/input";
import { Popover } from "@/components/ui/popover";
import { Segmented } from "@/components/ui/segmented";

const states = ["open", "accepted", "returned", "rejected"] as const;
const links = ["any", "linked", "unlinked"] as const;

/** What of the tags is wanted: words, state, whose, linked or not. The state also fades tags in the text. */
export function Filters({ wanted, onWanted }: { wanted: Wanted; onWanted: (wanted: Wanted) => void }) {
  const t = useTranslations("panels.list");
  const names = useTranslations("values.tagState");
  const session = useSession();
  const shown = useReader((state) => state.filters.states);
  const count = Number(shown !== null) + Number(wanted.mine) + Number(wanted.linked !== "any");
  const state = states.find((each) => shown?.has(each)) ?? "all";

  return (
    <div className="flex items-center gap-1 px-2.5 pt-2.5">
      <div className="min-w-0 grow">
        <SearchInput
          aria-label={t("search")}
          placeholder={t("search")}
          className="min-h-7.5 py-0.5"
          value={wanted.query}
          onChange={({ target }) => onWanted({ ...wanted, query: target.value })}
        />
      </div>
      <Popover
        label={t("filter")}
        className="flex flex-col gap-3"
        trigger={
          <IconButton
            label={t("filter")}
            size="small"
            className={`size-7.5 px-0 ${count > 0 ? "bg-accent-wash text-accent" : ""}`}
            icon={<Icon name="filter" />}
          />
        }
      >
        <Field label={t("state")}>
          <Segmented
            label={t("state")}
            value={state}
            options={[
              { value: "all" as const, label: t("all") },
              ...states.map((value) => ({ value, label: names(value) })),
            ]}
            onChange={(value) => session.filter({ states: !value || value === "all" ? null : new Set([value]) })}
          />
        </Field>
        <Field label={t("whose")}>
          <Segmented
            label={t("whose")}
            value={wanted.mine ? "mine" : "everybody"}
            options={[
              { value: "everybody", label: t("everybody") },
              { value: "mine", label: t("mine") },
            ]}
            onChange={(value) => onWanted({ ...wanted, mine: value === "mine" })}
          />
        </Field>
        <Field label={t("linking")}>
          <Segmented
            label={t("linking")}
            value={wanted.linked}
            options={links.map((value) => ({ value, label: t(value) }))}
            onChange={(value) => onWanted({ ...wanted, linked: value ?? "any" })}
          />
        </Field>
      </Popover>
    </div>
  );
}
