/** `LINKS_FILE`: the links into other systems, read and checked once, at start. */
import { readFileSync } from 'node:fs';
import { type FlowLink, linksSchema } from '#contract/links.ts';
import { type TemplateFault, templateFault } from '#model/links/link-template.ts';
import { ConfigError } from './config-error.ts';

function jsonIn(path: string): unknown {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    throw new ConfigError(`LINKS_FILE names a file that cannot be read: ${path}.`);
  }
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    throw new ConfigError(`LINKS_FILE names a file that is no JSON: ${path}.`);
  }
}

function faultText(fault: TemplateFault): string {
  switch (fault.kind) {
    case 'notWeb':
      return 'is no address that begins with http:// or https://';
    case 'withUser':
      return 'holds a user name or password';
    case 'placeInHost':
      return 'has a place in its host: which host is asked must not depend on a record';
    case 'unknownPlace':
      return `has the place {${fault.name.slice(0, 40)}}, which is none of {trackingId}, {messageId}, {label}, {applicationId}, {createdAt}, {to}`;
    case 'brace':
      return 'has a brace that belongs to no place';
  }
}

/** What stands at a path of the JSON; undefined where nothing does. */
function at(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (inner, key) => (typeof inner === 'object' && inner !== null ? Reflect.get(inner, key) : undefined),
    value,
  );
}

/** Entries are counted from 1; addresses are not repeated, for they may hold keys. */
function sentence(json: unknown, path: readonly PropertyKey[], message: string): string {
  const [index, field] = path;
  const where = typeof index === 'number' ? `entry ${index + 1}${field === undefined ? '' : `, ${String(field)}`}` : '';
  const text = field === 'address' ? at(json, path) : undefined;
  const fault = typeof text === 'string' ? templateFault(text.trim()) : null;
  return `LINKS_FILE${where === '' ? '' : `: ${where}`} ${fault === null ? message : faultText(fault)}.`;
}

/** The links of a file. Throws a ConfigError with a line for everything that is wrong. */
export function linksFromFile(path: string | undefined): readonly FlowLink[] {
  if (path === undefined) return [];
  const json = jsonIn(path);
  if (!Array.isArray(json)) {
    throw new ConfigError('LINKS_FILE must hold a JSON list of objects with "name" and "address".');
  }
  const parsed = linksSchema.safeParse(json);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map((issue) => sentence(json, issue.path, messageOf(issue)));
  throw new ConfigError([...new Set(lines)].join('\n'));
}

const messageOf = ({ code, message }: { readonly code?: string; readonly message: string }) =>
  code === 'invalid_type' ? 'is missing or of the wrong type' : message;
