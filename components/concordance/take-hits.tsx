"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "use-intl";
import { newId } from "@/client/new-id";
import { useAsk } from "@/components/api/ask";
import { ProblemNote } from "@/components/api/problem-note";
import { useSending } from "@/components/api/use-sending";
import type { Asked } from "@/components/concordance/spot";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Menu, MenuItem, MenuSeparator } from "@/components/ui/menu";
import { useToast } from "@/components/ui/toast";
import type { JobId, ProjectId } from "@/domain/ids";

const formats = ["csv", "xlsx"] as const;

/** Takes a concordance out as a table: the newest hits at once, all of them by a job. */
export function TakeHits({ projectId, asked: { q, sort } }: { projectId: ProjectId; asked: Asked }) {
  const t = useTranslations("search.concordance");
  const ask = useAsk();
  const tell = useToast();
  const router = useRouter();
  const { send, problem } = useSending();
  const takeAll = async (format: (typeof formats)[number]) => {
    const id = newId<JobId>();
    const body = { id, kind: "concordance", data: { q, sort, format } };
    const job = await send(() => ask("POST", `/projects/${projectId}/jobs`, body));
    if (!job) return;
    const run = () => router.push(`/projects/${projectId}/jobs/${id}`);
    tell({ title: t("started"), action: { name: t("toJob"), run } });
  };
  const address = (format: string) =>
    `/api/v1/projects/${projectId}/concordance/export?${new URLSearchParams({ q, sort, format })}`;
  return (
    <>
      {problem ? <ProblemNote problem={problem} /> : null}
      <Menu
        trigger={
          <Button>
            <Icon name="download" />
            {t("take")}
          </Button>
        }
      >
        {formats.map((format) => (
          <MenuItem key={format} onSelect={() => window.location.assign(address(format))}>
            {t("newestAs", { format: t(format) })}
          </MenuItem>
        ))}
        <MenuSeparator />
        {formats.map((format) => (
          <MenuItem key={format} onSelect={() => void takeAll(format)}>
            {t("allAs", { format: t(format) })}
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}
