import type { ReactNode } from "react";
import { Icon } from "@/components/ui/icon";

/** Fetches a file by the browser's own means, so that it streams to the disk. */
export function DownloadLink({ href, label, children }: { href: string; label: string; children: ReactNode }) {
  return (
    <a
      href={href}
      download
      aria-label={label}
      className="inline-flex min-h-11 w-full items-center justify-center gap-2 rounded-2 border border-accent bg-accent px-4 py-2 text-base font-medium text-on-accent no-underline hover:brightness-110"
    >
      <Icon name="download" />
      {children}
    </a>
  );
}
