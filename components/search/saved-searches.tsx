"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { useAsk } from "@/components/api/ask";
import { ProblemNote } from "@/components/api/problem-note";
import { useSending } from "@/components/api/use-sending";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Chip } from "@/components/ui/chip";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { useToast } from "@/components/ui/toast";
import type { ProjectId, SavedSearchId } from "@/domain/ids";
import type { Found } from "@/domain/search/found";
import type { SavedSearch } from "@/domain/search/saved-search";

/** The searches that this person keeps, each with how much is new. */
export function SavedSearches({ searches, here }: { searches: readonly SavedSearch[]; here?: SavedSearchId }) {
  const t = useTranslations("search.saved");
  if (searches.length === 0) return null;
  return (
    <nav aria-label={t("title")} className="mb-5">
      <ul className="flex flex-wrap gap-2">
        {searches.map(({ id, name, fresh, projectName }) => (
          <li key={id}>
            <Link
              prefetch={false}
              href={`/search?saved=${id}`}
              {...(id === here ? { "aria-current": "page" as const } : {})}
              {...(projectName ? { title: projectName } : {})}
              className="flex min-h-8 items-center gap-2 rounded-2 border border-edge bg-surface px-3 py-1 text-small text-ink no-underline hover:bg-hover aria-[current=page]:border-accent"
            >
              <bdi>{name}</bdi>
              {fresh > 0 ? (
                <Chip tone="accent">{t("fresh", { count: fresh })}</Chip>
              ) : (
                <span className="text-tiny text-ink-3">{t("fresh", { count: 0 })}</span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

type Asked = { q: string; of: Found["of"] | undefined; project: { id: ProjectId } | undefined };

/** Keeps what was searched for, under a name. */
export function KeepSearch({ asked: { q, of, project } }: { asked: Asked }) {
  const t = useTranslations("search.saved");
  const ask = useAsk();
  const tell = useToast();
  const router = useRouter();
  const { busy, problem, errorOf, send } = useSending();
  const [open, setOpen] = useState(false);
  const [name, setName] = useState(q);
  const [notify, setNotify] = useState(false);
  const keep = async () => {
    const whole = of ? `${q} in:${of}` : q;
    const body = { name, q: whole, notify, ...(project && { projectId: project.id }) };
    if (!(await send(() => ask("POST", "/me/searches", body)))) return;
    setOpen(false);
    tell({ title: t("kept") });
    router.refresh();
  };
  const nameError = errorOf("name");
  return (
    <p className="mb-4">
      <Button size="small" onClick={() => setOpen(true)}>
        {t("keep")}
      </Button>
      <Dialog
        open={open}
        onOpenChange={setOpen}
        title={t("keep")}
        description={t("keepLead")}
        footer={
          <>
            <Button onClick={() => setOpen(false)}>{t("cancel")}</Button>
            <Button variant="primary" type="submit" form="keep-search" disabled={busy}>
              {t("save")}
            </Button>
          </>
        }
      >
        <form
          id="keep-search"
          className="space-y-3"
          onSubmit={(event) => {
            event.preventDefault();
            void keep();
          }}
        >
          {problem && nameError === undefined ? <ProblemNote problem={problem} /> : null}
          <Field label={t("name")} {...(nameError === undefined ? {} : { error: nameError })}>
            <Input dir="auto" value={name} maxLength={100} required onChange={(event) => setName(event.target.value)} />
          </Field>
          <Checkbox label={t("notify")} checked={notify} onChange={setNotify} />
        </form>
      </Dialog>
    </p>
  );
}

/** The kept search that is shown: what is new in it, and what to do with it. Showing it is looking. */
export function SavedHere({ search: { id, name, fresh, notify } }: { search: SavedSearch }) {
  const t = useTranslations("search.saved");
  const ask = useAsk();
  const tell = useToast();
  const router = useRouter();
  const { busy, problem, send } = useSending();
  const [told, setTold] = useState(notify);
  useEffect(() => {
    void ask("PATCH", `/me/searches/${id}`, { looked: true });
  }, [ask, id]);
  const turn = async () => {
    const now = await send(() => ask("PATCH", `/me/searches/${id}`, { notify: !told }));
    if (now) setTold(now.notify);
  };
  const remove = async () => {
    const answer = await ask("DELETE", `/me/searches/${id}`);
    if (!answer.ok) return tell({ title: answer.problem.title, detail: answer.problem.detail, tone: "bad" });
    tell({ title: t("removed") });
    router.push("/search");
  };
  return (
    <div className="mb-4 space-y-2">
      <p className="text-small text-ink-2">
        {t("here", { name, count: fresh })} {told ? t("told") : t("notTold")}.
      </p>
      {problem ? <ProblemNote problem={problem} /> : null}
      <p className="flex flex-wrap gap-2">
        <Button size="small" disabled={busy} onClick={() => void turn()}>
          {told ? t("dontTell") : t("tell")}
        </Button>
        <Button size="small" onClick={() => void remove()}>
          {t("remove")}
        </Button>
      </p>
    </div>
  );
}
