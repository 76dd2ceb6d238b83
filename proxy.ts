import { type NextRequest, NextResponse } from "next/server";
import { isOurHost } from "@/server/edge/hosts";
import { pathHeader, protection } from "@/server/edge/protection";

/** What a stranger's name for this server gets to read. */
const MISDIRECTED =
  "This server does not answer to that name. Open it by the address it printed when it started, or set GLOSSATOR_URL to the address people use.\n";

/**
 * Stands before every page: refuses names that aren't ours and hands out the page's nonce. It decides no access.
 * The API is not matched: it checks names itself, and bodies must not be buffered here.
 */
export function proxy(request: NextRequest) {
  const publicUrl = process.env["GLOSSATOR_URL"];
  if (!isOurHost(request.headers.get("host"), { host: process.env["HOST"], publicUrl })) {
    return new NextResponse(MISDIRECTED, { status: 421, headers: { "content-type": "text/plain; charset=utf-8" } });
  }

  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64");
  const secure = publicUrl?.startsWith("https:") ?? false;
  const headers = protection({ nonce, secure });

  const onward = new Headers(request.headers);
  onward.set("content-security-policy", headers["content-security-policy"] ?? "");
  onward.set(pathHeader, request.nextUrl.pathname + request.nextUrl.search);
  const response = NextResponse.next({ request: { headers: onward } });
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
  return response;
}

export const config = {
  matcher: ["/((?!api/|_next/static/|icon\\.svg|offline\\.|sw\\.js|favicon\\.ico).*)"],
};
