/** Tells a page its own address, so that a sign-in can lead back to it. */
export const pathHeader = "x-glossator-path";

/** The headers that keep a page to itself (OWASP ASVS 5.0, chapter 3): what may run, load, frame, be sent on. */
export function protection({ nonce, secure }: { nonce: string; secure: boolean }): Record<string, string> {
  return {
    "content-security-policy": contentPolicy(nonce, secure),
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "x-frame-options": "DENY",
    "permissions-policy":
      "camera=(), microphone=(), geolocation=(), payment=(), usb=(), serial=(), hid=(), midi=(), display-capture=(), browsing-topics=()",
    ...(secure ? { "strict-transport-security": "max-age=31536000" } : {}),
  };
}

/** Scripts and style elements only with this response's nonce; style attributes are allowed, eval is not. */
function contentPolicy(nonce: string, secure: boolean): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'`,
    `style-src 'self' 'nonce-${nonce}'`,
    `style-src-elem 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-src 'none'",
    "frame-ancestors 'none'",
    ...(secure ? ["upgrade-insecure-requests"] : []),
  ].join("; ");
}
