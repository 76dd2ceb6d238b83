"use client";

import { useTranslations } from "use-intl";
import { Icon } from "@/components/ui/icon";
import type { ProjectLabel } from "@/domain/codebook/codebook";
import type { LabelColour } from "@/domain/codebook/codebook-values";

/** An example with its tagged words underlined in the label's colour. */
export function Example({ example, colour }: { example: ProjectLabel["examples"][number]; colour: LabelColour }) {
  const t = useTranslations("panels.own");
  const [before, tagged, ...after] = example.text.split(/[[\]]/);
  return (
    <li className="flex items-start gap-1.5 text-small">
      <Icon
        name={example.right ? "check" : "close"}
        className={`mt-1 shrink-0 ${example.right ? "text-ok" : "text-bad"}`}
      />
      <span dir="auto">
        {example.right ? null : <span className="sr-only">{t("exampleWrong")}: </span>}
        <q className="font-serif">
          {before}
          {tagged ? (
            <span
              style={{ textDecorationColor: `var(--label-${colour})` }}
              className="underline decoration-double underline-offset-3"
            >
              {tagged}
            </span>
          ) : null}
          {after.join("")}
        </q>
        {example.comment ? <span className="text-ink-2"> {example.comment}</span> : null}
      </span>
    </li>
  );
}
