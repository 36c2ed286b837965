/** Why Routee could not be reached, in one stable word that names no host: for the log, the figures and the person. */

/** Read by people in `docs/deploy.md`; a word that has once been told keeps its meaning. */
export type Cause =
  | 'dns'
  | 'refused'
  | 'reset'
  | 'certificate'
  | 'tls'
  | 'connect-timeout'
  | 'no-route'
  | 'not-http'
  | 'other';

/** The codes of Node, OpenSSL and undici by what they mean. A `_` at an end stands for a whole family of codes. */
const codes: Readonly<Record<Exclude<Cause, 'other'>, readonly string[]>> = {
  dns: ['ENOTFOUND', 'EAI_'],
  refused: ['ECONNREFUSED'],
  reset: ['ECONNRESET', 'EPIPE', 'ECONNABORTED', 'UND_ERR_SOCKET', 'UND_ERR_INFO', 'HPE_INVALID_EOF_STATE'],
  certificate: [
    'CERT_',
    'ERR_TLS_CERT_',
    'DEPTH_ZERO_SELF_SIGNED_CERT',
    'SELF_SIGNED_CERT_IN_CHAIN',
    'UNABLE_TO_',
    'HOSTNAME_MISMATCH',
    'INVALID_CA',
    'PATH_LENGTH_EXCEEDED',
    'INVALID_PURPOSE',
    'CRL_',
  ],
  tls: ['EPROTO', 'ERR_SSL_', 'ERR_TLS_'],
  'connect-timeout': ['CONNECT_TIMEOUT', 'ETIMEDOUT', 'UND_ERR_CONNECT_TIMEOUT'],
  'no-route': ['ENETUNREACH', 'EHOSTUNREACH', 'EADDRNOTAVAIL', 'ENETDOWN', 'EHOSTDOWN'],
  'not-http': ['HPE_', 'UND_ERR_HEADERS_OVERFLOW', 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH'],
};

/** The code of an error, or of what caused it: a name with several addresses fails with one error for each. Null without. */
export function errorCode(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  if ('code' in error && typeof error.code === 'string' && error.code !== '') return error.code;
  // undici's parser leaves the code out of some.
  if (error.name === 'HTTPParserError') return 'HPE_';
  if (error instanceof AggregateError) return errorCode(error.errors[0]);
  return errorCode(error.cause);
}

/** The word for an error of a connection; `other` for what is not known. */
export function causeOf(error: unknown): Cause {
  const code = errorCode(error) ?? '';
  const matches = (known: string) => (known.endsWith('_') ? code.startsWith(known) : code === known);
  for (const [cause, known] of Object.entries(codes)) {
    // The keys of `codes` are causes.
    if (known.some(matches)) return cause as Cause;
  }
  return 'other';
}
