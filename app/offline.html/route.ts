import { directionOf } from "@/messages/direction";
import type { Locale } from "@/messages/index";
import { translator } from "@/messages/translator";

const locale: Locale = "en";

/** Nothing but this page's own two files may load. */
const policy =
  "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** What a browser shows while the server is away; the service worker keeps a copy (public/sw.js). */
export function GET(): Response {
  const t = translator("offline", locale);
  const product = translator("shell", locale)("product");
  const page = `<!doctype html>
<html lang="${locale}" dir="${directionOf(locale)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${t("title")} · ${product}</title>
<link rel="icon" href="/icon.svg">
<link rel="stylesheet" href="/offline.css">
<script src="/offline.js" defer></script>
</head>
<body>
<main>
<h1>${t("title")}</h1>
<p>${t("lead")}</p>
<section id="waiting" hidden>
<p><strong>${t("waiting")}: <output id="count"></output></strong></p>
<p>${t("kept")}</p>
</section>
<p><button type="button" id="again">${t("again")}</button></p>
</main>
</body>
</html>
`;
  return new Response(page, {
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": policy,
      "x-content-type-options": "nosniff",
      "referrer-policy": "same-origin",
      "cache-control": "no-cache",
    },
  });
}
