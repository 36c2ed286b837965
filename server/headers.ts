/** The headers that every answer of the gateway carries. */

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  // Pictures and videos of Viber messages lie on hosts of the sender's choice; the app loads them only when asked to.
  "img-src 'self' data: https:",
  'media-src https:',
  "connect-src 'self'",
  "font-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

const unused = ['camera', 'microphone', 'geolocation', 'payment', 'usb', 'serial', 'hid', 'midi', 'display-capture'];

const always = {
  'content-security-policy': policy,
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'permissions-policy': unused.map((feature) => `${feature}=()`).join(', '),
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};

/**
 * The policy of a page that was drawn: the places of bars and the widths of columns stand in `style` attributes. Scripts and
 * style sheets stay with the gateway's own files.
 */
export const drawnPagePolicy = `${policy}; style-src-attr 'unsafe-inline'`;

/** Behind an https address browsers are told to stay with https. */
export function securityHeaders(publicUrl: string | null): Readonly<Record<string, string>> {
  if (publicUrl?.startsWith('https:') !== true) return always;
  return { ...always, 'strict-transport-security': 'max-age=31536000' };
}
