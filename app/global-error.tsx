"use client";

import "./globals.css";
import { InterfaceProvider } from "@/components/intl/provider";
import { ErrorPage } from "@/components/pages/error-page";

/** Stands in for the whole document when not even the outermost frame could be shown. */
export default function GlobalError({ error }: { error: Error & { digest?: string } }) {
  return (
    <html lang="en">
      <body>
        <InterfaceProvider locale="en" timeZone="UTC">
          <ErrorPage digest={error.digest} onAgain={() => location.reload()} />
        </InterfaceProvider>
      </body>
    </html>
  );
}
