import { ButtonLink } from "@/components/ui/button-link";
import { translator } from "@/messages/translator";

/** From a report to what its analysts said, compared. */
export function CompareLink({ reportId }: { reportId: string }) {
  return (
    <ButtonLink size="small" href={`/reports/${reportId}/compare`}>
      {translator("compare")("open")}
    </ButtonLink>
  );
}
