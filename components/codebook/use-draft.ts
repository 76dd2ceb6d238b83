"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { useAsk } from "@/components/api/ask";
import { type Sending, useSending } from "@/components/api/use-sending";
import { useToast } from "@/components/ui/toast";
import { checkCodebook } from "@/domain/codebook/check-codebook";
import type { Codebook, VersionedCodebook } from "@/domain/codebook/codebook";
import type { CodebookDifference } from "@/domain/codebook/codebook-answers";
import { differencesOf } from "@/domain/codebook/differences";
import { together } from "@/domain/codebook/together";
import type { Problem } from "@/domain/failure";

export type Draft = {
  /** The version that the changes are made on. */
  base: VersionedCodebook;
  draft: Codebook;
  change: (part: Partial<Codebook>) => void;
  differences: readonly CodebookDifference[];
  /** What keeps the draft from being saved, as the server would say it. */
  problems: readonly Problem[];
  dirty: boolean;
  discard: () => void;
  sending: Sending;
  save: () => Promise<void>;
  /** The version that somebody else saved meanwhile. */
  rival: VersionedCodebook | undefined;
  /** What both changed, once both stand together. */
  clashes: readonly string[] | undefined;
  takeBoth: (rival: VersionedCodebook) => void;
};

const contentOf = ({ eventTypes, labels, relationTypes, reportFields }: Codebook): Codebook => ({
  eventTypes,
  labels,
  relationTypes,
  reportFields,
});

/** A codebook being changed: kept on the page until it is saved, whatever colleagues save meanwhile. */
export function useDraft(projectId: string, saved: VersionedCodebook): Draft {
  const t = useTranslations("codebook");
  const ask = useAsk();
  const router = useRouter();
  const tell = useToast();
  const sending = useSending();
  const [base, setBase] = useState(saved);
  const [draft, setDraft] = useState<Codebook>(contentOf(saved));
  const [clashes, setClashes] = useState<readonly string[]>();
  const differences = differencesOf(base, draft);
  const dirty = JSON.stringify(contentOf(base)) !== JSON.stringify(draft);

  return {
    base,
    draft,
    change: (part) => setDraft((now) => ({ ...now, ...part })),
    differences,
    problems: dirty ? checkCodebook(draft, base) : [],
    dirty,
    discard: () => {
      setDraft(contentOf(base));
      setClashes(undefined);
      sending.reset();
    },
    sending,
    save: async () => {
      const kept = await sending.send(() =>
        ask("PUT", `/projects/${projectId}/codebook`, { ...draft, version: base.version }),
      );
      if (!kept) return;
      setBase(kept);
      setDraft(contentOf(kept));
      setClashes(undefined);
      tell({ title: t("saved", { version: kept.version }) });
      router.refresh();
    },
    rival: rivalIn(sending),
    clashes,
    takeBoth: (rival) => {
      const both = together(base, draft, contentOf(rival));
      setBase(rival);
      setDraft(both.codebook);
      setClashes(both.clashes);
      sending.reset();
    },
  };
}

function rivalIn({ problem }: Sending): VersionedCodebook | undefined {
  const current = problem?.kind === "conflict" ? problem.current : undefined;
  // The shape of this address's answer, which our own server keeps.
  return typeof current === "object" && current !== null ? (current as VersionedCodebook) : undefined;
}
