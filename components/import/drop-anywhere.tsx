"use client";

import { usePathname, useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { filesDropped, holdDropped } from "@/components/import/dropped";

/** Files dropped on any page of a project go to its page of imports, where they are looked at before they are sent. */
export function DropAnywhere({ projectId }: { projectId: string }) {
  const t = useTranslations("shell");
  const router = useRouter();
  const path = usePathname();
  const [over, setOver] = useState(false);
  const imports = `/projects/${projectId}/import`;

  useEffect(() => {
    // The page of imports has a place of its own to drop files on.
    if (path === imports) return;
    const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes("Files") ?? false;
    const dragged = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const left = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const dropped = (event: DragEvent) => {
      if (!hasFiles(event) || !event.dataTransfer) return;
      event.preventDefault();
      setOver(false);
      void filesDropped(event.dataTransfer).then((files) => {
        if (files.length === 0) return;
        holdDropped(files);
        router.push(imports);
      });
    };
    window.addEventListener("dragover", dragged);
    window.addEventListener("dragleave", left);
    window.addEventListener("drop", dropped);
    return () => {
      window.removeEventListener("dragover", dragged);
      window.removeEventListener("dragleave", left);
      window.removeEventListener("drop", dropped);
    };
  }, [path, imports, router]);

  return over ? (
    <div className="pointer-events-none fixed inset-0 z-50 grid place-items-center border-4 border-dashed border-accent bg-accent-wash/80">
      <p className="rounded-2 bg-surface px-4 py-2 font-medium shadow-2">{t("dropToImport")}</p>
    </div>
  ) : null;
}
