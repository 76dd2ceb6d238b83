"use client";

import "./globals.css";
import { InterfaceFrame } from "@/components/intl/frame";
import { ErrorPage } from "@/components/pages/error-page";
import { thisDevice } from "@/components/pages/this-device";

/** Stands in for the whole document when not even the outermost frame could be shown. */
export default function GlobalError({ error }: { error: Error & { digest?: string } }) {
  return (
    <html lang="en">
      <head>
        <link rel="icon" type="image/svg+xml" href="/icon.svg" />
      </head>
      <body>
        <InterfaceFrame locale="en" timeZone="UTC">
          <ErrorPage digest={error.digest} device={thisDevice} onAgain={thisDevice.reload} />
        </InterfaceFrame>
      </body>
    </html>
  );
}
