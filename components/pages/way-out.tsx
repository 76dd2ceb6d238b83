import { buttonLook } from "@/components/ui/button-look";

/** Leads to the projects by loading the page again: it stands where something went wrong, and must weigh nothing. */
export function WayOut({ children }: { children: string }) {
  return (
    <a href="/projects" className={buttonLook("plain", "medium")}>
      {children}
    </a>
  );
}
