/** The stable codes of the gateway's problems (RFC 9457, member `code`), for the gateway, the app and scripts alike. */
export const problemCodes = [
  'not-found',
  'bad-request',
  'refused-by-routee',
  'not-allowed',
  'taken',
  'sign-in',
  'credentials-refused',
  'role-missing',
  'rate-limited',
  'upstream-down',
  'upstream-slow',
  'upstream-error',
  'upstream-unreadable',
  'too-large',
  'internal',
] as const;
export type ProblemCode = (typeof problemCodes)[number];
