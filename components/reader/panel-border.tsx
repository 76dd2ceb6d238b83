"use client";

import {
  type KeyboardEvent,
  type PointerEvent,
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import { useTranslations } from "use-intl";
import { useReader } from "@/components/annotate/use-desk";
import { afterKey, boundsOf, type Sized, usual, type Widths, widthsIn, within } from "@/components/reader/panel-widths";

/** How wide the panels beside the text are: chosen by each person on each device, and kept there. */
export function useWidths() {
  const me = useReader((state) => state.me.id);
  const name = `glossator.panels.${me}`;
  const [widths, setWidths] = useState<Widths>({});
  useLayoutEffect(() => setWidths(widthsIn(localStorage.getItem(name))), [name]);
  const set = useCallback(
    (panel: Sized, width: number | undefined) => {
      const { [panel]: _was, ...rest } = widthsIn(localStorage.getItem(name));
      const next = width === undefined ? rest : { ...rest, [panel]: width };
      localStorage.setItem(name, JSON.stringify(next));
      setWidths(next);
    },
    [name],
  );
  return { widths, set };
}

/** The border between a panel and the text: pulled by mouse, moved by arrows, back to the usual by a double-click. */
export function PanelBorder({
  panel,
  side,
  width = usual[panel],
  onChange,
}: {
  panel: Sized;
  /** On which side of the text the panel stands, in the direction of the page. */
  side: "start" | "end";
  width: number | undefined;
  onChange: (width: number | undefined) => void;
}) {
  const t = useTranslations("reader.border");
  const border = useRef<HTMLDivElement>(null);
  const pull = useRef<{ x: number; width: number } | null>(null);
  const { bounds, turned } = useBounds(border, panel);
  /** To which side of the window the panel grows. */
  const grows = (side === "start") === turned ? -1 : 1;

  const down = (event: PointerEvent<HTMLDivElement>) => {
    if (event.button !== 0) return;
    event.preventDefault();
    event.currentTarget.focus();
    event.currentTarget.setPointerCapture(event.pointerId);
    pull.current = { x: event.clientX, width };
  };
  const move = (event: PointerEvent<HTMLDivElement>) => {
    if (pull.current) onChange(within(pull.current.width + grows * (event.clientX - pull.current.x), bounds));
  };
  const press = (event: KeyboardEvent<HTMLDivElement>) => {
    const onward = grows > 0 ? "ArrowRight" : "ArrowLeft";
    const next = event.key === "Enter" ? usual[panel] : afterKey(event.key, width, { onward, ...bounds });
    if (next === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    onChange(event.key === "Enter" ? undefined : next);
  };
  const end = () => {
    pull.current = null;
  };

  return (
    // A separator that can be moved is a widget, and takes the focus like one.
    // biome-ignore lint/a11y/useSemanticElements: hr cannot be moved
    <div
      ref={border}
      role="separator"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={t(panel)}
      aria-valuenow={width}
      aria-valuemin={bounds.min}
      aria-valuemax={bounds.max}
      aria-valuetext={t("pixels", { width })}
      title={t("hint")}
      className="reader-border"
      data-side={side}
      onPointerDown={down}
      onPointerMove={move}
      onPointerUp={end}
      onPointerCancel={end}
      onDoubleClick={() => onChange(undefined)}
      onKeyDown={press}
    />
  );
}

/** How narrow and wide the panel may be in this window, and whether the page is written from right to left. */
function useBounds(border: { current: HTMLElement | null }, panel: Sized) {
  const [here, setHere] = useState({ bounds: boundsOf(panel, 1440, 2 * usual.tags), turned: false });
  useEffect(() => {
    const reader = border.current?.parentElement;
    if (!reader) return;
    const measure = () => {
      const others = [...reader.querySelectorAll<HTMLElement>(".reader-panel")]
        .filter((each) => each.dataset["panel"] !== panel && getComputedStyle(each).position === "sticky")
        .reduce((sum, each) => sum + each.offsetWidth, 0);
      setHere({
        bounds: boundsOf(panel, reader.offsetWidth, others),
        turned: getComputedStyle(reader).direction === "rtl",
      });
    };
    measure();
    const observer = new ResizeObserver(measure);
    for (const each of [reader, ...reader.querySelectorAll(".reader-panel")]) observer.observe(each);
    return () => observer.disconnect();
  }, [border, panel]);
  return here;
}
