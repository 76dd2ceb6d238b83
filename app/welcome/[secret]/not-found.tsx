import { headers } from "next/headers";
import { AllWords } from "@/components/intl/words";
import { SpentLinkPage } from "@/components/sign-in/spent-link-page";
import { pathHeader } from "@/server/edge/protection";
import { isWithdrawn } from "@/server/operations/follow-link";

/** A link that was used, has ended, was withdrawn or never was: answered 404, with what to do next. */
export default async function NotFound() {
  const path = (await headers()).get(pathHeader) ?? "";
  const secret = path.split("?")[0]?.split("/").at(-1) ?? "";
  return (
    <AllWords>
      <SpentLinkPage withdrawn={await isWithdrawn(secret)} />
    </AllWords>
  );
}
