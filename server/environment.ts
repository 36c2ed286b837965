/** Environment variables with secrets read from files: `NAME_FILE` gives the path of the file that holds `NAME`. */
import { readFileSync } from 'node:fs';
import { ConfigError } from './config-error.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

export const fileNames = [
  'ROUTEE_APP_ID',
  'ROUTEE_APP_SECRET',
  'OIDC_CLIENT_SECRET',
  'SESSION_SECRET',
  'API_KEYS',
  'HISTORY_URL',
  'CACHE_URL',
  'CALLBACK_SECRET',
] as const;

/** Stands for a secret whose file could not be read. */
export const unreadable = '?'.repeat(32);

function secretFrom(variable: string, path: string): string {
  try {
    const text = readFileSync(path, 'utf8').trim();
    if (text !== '') return text;
  } catch {
    throw new ConfigError(`${variable} names a file that cannot be read: ${path}.`);
  }
  throw new ConfigError(`${variable} names a file that is empty: ${path}.`);
}

export interface Read {
  readonly values: Record<string, string>;
  /** A sentence for every file that could not be read, and every secret that is given twice. */
  readonly errors: readonly string[];
}

/** The variables that are set and not empty, secrets from files included. Spaces around values go. */
export function withFiles(env: Environment): Read {
  const values: Record<string, string> = {};
  const errors: string[] = [];
  for (const [name, value] of Object.entries(env)) {
    if (value !== undefined && value.trim() !== '') values[name] = value.trim();
  }
  for (const name of fileNames) {
    const variable = `${name}_FILE`;
    const path = values[variable];
    if (path === undefined) continue;
    if (values[name] !== undefined) errors.push(`${name} and ${variable} are both set: keep one.`);
    else {
      try {
        values[name] = secretFrom(variable, path);
      } catch (error) {
        if (!(error instanceof ConfigError)) throw error;
        errors.push(error.message);
        // Not missing but unreadable: one fault is said once.
        values[name] = unreadable;
      }
    }
  }
  return { values, errors };
}
