"use client";

import "./layout.css";
import { type CSSProperties, type ReactNode, type RefObject, useEffect } from "react";
import { useTranslations } from "use-intl";
import { PanelBorder, useWidths } from "@/components/reader/panel-border";
import type { Widths } from "@/components/reader/panel-widths";
import type { Beside, Panel } from "@/components/reader/panels";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { IconButton } from "@/components/ui/icon-button";

/** Three regions side by side; on a tablet the inspector, on a phone both panels fold away and rise when asked. */
export function ReaderLayout({
  tags,
  inspector,
  opened,
  reviewing,
  onClose,
  panels,
  beside,
  onGuidelines,
  onLeave,
  children,
}: {
  tags: ReactNode;
  inspector: ReactNode;
  opened: Panel | null;
  /** The inspector holds what is decided on: on a tablet it stands beside the text and the list folds away instead. */
  reviewing: boolean;
  onClose: () => void;
  panels: RefObject<HTMLDivElement | null>;
  /** In the place of the list of tags, as long as it is looked at. */
  beside: { is: Beside; content: ReactNode } | null;
  onGuidelines: () => void;
  onLeave: () => void;
  children: ReactNode;
}) {
  const t = useTranslations("reader");
  const { widths, set } = useWidths();
  const first = beside?.is ?? "tags";
  useEffect(() => {
    if (!opened) return;
    const press = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || event.defaultPrevented || !isFolded(panels.current, opened)) return;
      event.preventDefault();
      onClose();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [opened, onClose, panels]);

  return (
    <div
      ref={panels}
      className="reader"
      {...(opened ? { "data-opened": opened } : {})}
      {...(reviewing ? { "data-reviewing": "" } : {})}
      {...(beside ? { "data-beside": beside.is } : {})}
      style={columnsOf(widths)}
    >
      <nav aria-label={t("tags")} className="reader-panel" data-panel="tags" tabIndex={-1}>
        <Closing onClose={onClose}>
          <Button
            size="small"
            variant="quiet"
            icon={<Icon name="guidelines" />}
            className="me-auto"
            onClick={onGuidelines}
          >
            {t("bar.guidelines")}
          </Button>
        </Closing>
        {tags}
      </nav>
      {beside ? <BesidePanel {...beside} onLeave={onLeave} /> : null}
      <PanelBorder key={first} panel={first} side="start" width={widths[first]} onChange={(to) => set(first, to)} />
      <main id="content" tabIndex={-1} className="reader-page">
        {children}
      </main>
      <PanelBorder panel="inspector" side="end" width={widths.inspector} onChange={(to) => set("inspector", to)} />
      <aside aria-label={t("inspector")} className="reader-panel" data-panel="inspector" tabIndex={-1}>
        <Closing onClose={onClose} />
        {inspector}
      </aside>
    </div>
  );
}

function BesidePanel({ is, content, onLeave }: { is: Beside; content: ReactNode; onLeave: () => void }) {
  const t = useTranslations("reader");
  return (
    <aside
      aria-label={t(`bar.${is}`)}
      className="reader-panel"
      data-panel={is}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || event.defaultPrevented) return;
        event.preventDefault();
        onLeave();
      }}
    >
      {content}
    </aside>
  );
}

/** What somebody chose, for the style sheet, which has its own for everybody else and leaves the text its room. */
function columnsOf(widths: Widths): CSSProperties {
  const named = Object.entries(widths).map(([panel, width]) => [`--${panel}-width`, `${width}px`]);
  // React passes variables on; its types do not know them.
  return Object.fromEntries(named) as CSSProperties;
}

function Closing({ onClose, children }: { onClose: () => void; children?: ReactNode }) {
  const t = useTranslations("reader");
  return (
    <div className="reader-closing">
      {children}
      <IconButton label={t("panel.close")} icon={<Icon name="close" />} onClick={onClose} />
    </div>
  );
}

/** Whether a panel can be seen now: it stands beside the text, or has risen over it. */
export function isInSight(panels: HTMLElement | null, panel: Panel): boolean {
  const element = panels?.querySelector(`[data-panel="${panel}"]`);
  return element ? getComputedStyle(element).visibility !== "hidden" : false;
}

/** Whether the window is too narrow for a panel to stand beside the text. */
export function isFolded(panels: HTMLElement | null, panel: Panel): boolean {
  const element = panels?.querySelector(`[data-panel="${panel}"]`);
  return element ? getComputedStyle(element).position === "fixed" : false;
}
