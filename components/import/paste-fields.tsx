"use client";

import { useTranslations } from "use-intl";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/input";

export type Pasted = {
  text: string;
  markdown: boolean;
  /** What was pasted last, as a page: it has headings, lists and links that its plain words don't. */
  rich: string;
  formatted: boolean;
};

export const nothingPasted: Pasted = { text: "", markdown: false, rich: "", formatted: true };

type Props = { pasted: Pasted; onChange: (part: Partial<Pasted>) => void; error: string | undefined };

/** The words of one report, pasted or written by hand. */
export function PasteFields({ pasted: { text, markdown, rich, formatted }, onChange, error }: Props) {
  const t = useTranslations("import");
  return (
    <div className="space-y-3">
      <Field label={t("text")} required hint={t("textHint")} error={error}>
        <Textarea
          rows={14}
          value={text}
          onChange={({ target, nativeEvent }) => {
            // What is written by hand is no longer what was pasted.
            const byHand = nativeEvent instanceof InputEvent && nativeEvent.inputType !== "insertFromPaste";
            onChange({ text: target.value, ...(byHand ? { rich: "" } : {}) });
          }}
          onPaste={(event) => {
            const html = event.clipboardData.getData("text/html");
            const isRich = text.trim() === "" && /<(?:p|h[1-6]|li|table|blockquote|a)\b/i.test(html);
            onChange({ rich: isRich ? html : "" });
          }}
          className="max-h-[60vh] min-h-80 font-serif text-lead!"
        />
      </Field>
      {rich ? (
        <Checkbox
          label={t("formatted")}
          hint={t("formattedHint")}
          checked={formatted}
          onChange={(on) => onChange({ formatted: on })}
        />
      ) : (
        <Checkbox
          label={t("markdown")}
          hint={t("markdownHint")}
          checked={markdown}
          onChange={(on) => onChange({ markdown: on })}
        />
      )}
    </div>
  );
}
