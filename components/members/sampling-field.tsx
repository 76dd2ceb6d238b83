"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { Input } from "@/components/ui/input";
import type { Member } from "@/domain/project/project";

/** The share of a member's tags that reviewers look at, in percent; empty is as the project says. */
export function SamplingField({
  member: { name, sampling },
  onChange,
}: {
  member: Pick<Member, "name" | "sampling">;
  onChange: (sampling: number | null) => void;
}) {
  const t = useTranslations("queue.settings");
  const now = sampling === null ? "" : String(Math.round(sampling * 100));
  const [percent, setPercent] = useState(now);
  const keep = () => {
    if (percent === now) return;
    const share = percent === "" ? null : Math.min(100, Math.max(0, Number(percent))) / 100;
    onChange(share);
  };
  return (
    <Input
      type="number"
      min={0}
      max={100}
      aria-label={t("ownOf", { name })}
      placeholder={t("asProject")}
      value={percent}
      onChange={({ target }) => setPercent(target.value)}
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.key === "Enter") keep();
      }}
    />
  );
}
