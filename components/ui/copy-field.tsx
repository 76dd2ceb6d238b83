"use client";

import { type ReactNode, useState } from "react";
import { Button } from "@/components/ui/button";
import { copyText } from "@/components/ui/copy";
import { Field, useField } from "@/components/ui/field";
import { Icon } from "@/components/ui/icon";
import { inputLook } from "@/components/ui/input";

/** A text to take along: shown whole, selected on focus, copied by one button that says so. */
export function CopyField({
  label,
  value,
  copy,
  copied,
}: {
  label: ReactNode;
  value: string;
  /** What the button says before and after. */
  copy: string;
  copied: string;
}) {
  const [done, setDone] = useState(false);
  return (
    <div className="space-y-3">
      <Field label={label}>
        <Shown value={value} />
      </Field>
      <div className="flex items-center gap-3">
        <Button
          icon={<Icon name={done ? "check" : "copy"} />}
          onClick={() => {
            void copyText(value).then(setDone);
          }}
        >
          {copy}
        </Button>
        <span role="status" className="text-small text-ok">
          {done ? copied : ""}
        </span>
      </div>
    </div>
  );
}

function Shown({ value }: { value: string }) {
  const { id } = useField();
  return (
    <output id={id} dir="ltr" className={`${inputLook} block font-mono break-all select-all`}>
      {value}
    </output>
  );
}
