import { classes } from "@/components/ui/classes";

/** The pair of grades as analysts write it, `C3`: the smallest sign of trust. What nobody graded shows a dash. */
export function Grade({ grade, name }: { grade: string | null; name: string }) {
  return (
    <span
      title={name}
      className={classes(
        "inline-flex h-4.5 min-w-5 shrink-0 items-center justify-center rounded-1 border px-1 text-[0.7rem] leading-none font-semibold whitespace-nowrap tabular-nums",
        grade ? "border-line-strong text-ink-2" : "border-dashed border-line-strong text-ink-3",
      )}
    >
      <span aria-hidden="true">{grade ?? "–"}</span>
      <span className="sr-only">{name}</span>
    </span>
  );
}
