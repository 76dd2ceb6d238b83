import { classes } from "@/components/ui/classes";

/** The shape of what is on its way. Say that it is loading once, around all of them. */
export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden="true" className={classes("breathes block h-4 rounded-1 bg-line", className)} />;
}
