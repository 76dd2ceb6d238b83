import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/input";

/** One choice of a form that narrows a list; without it, nothing is narrowed. */
export function FilterSelect({
  name,
  label,
  any,
  options,
  value,
}: {
  name: string;
  label: string;
  /** What choosing nothing is called. */
  any: string;
  options: readonly { value: string; label: string }[];
  value: string | undefined;
}) {
  return (
    <Field label={label}>
      <Select name={name} defaultValue={value ?? ""}>
        <option value="">{any}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </Select>
    </Field>
  );
}
