/** The IDs in a record that was cut off, told apart: the flow's own, and those of its messages. */

export interface CutOffIds {
  readonly flows: readonly string[];
  readonly messages: readonly string[];
}

const flowKey = /^(?:failover[_.-]?)?(?:tracking|flow)[_.-]?id$/i;
/** Keys that only messages have, and keys that only flows have. */
const messageKey =
  /^(?:type|order|failoverOnStatuses|from|to|body|price|smsId|messageId|part|parts|ttl|latency|country)$/;
const recordKey = /^(?:messages|terminationChannel|totalPrice|originatingService|flowKind|statusCode)$/;

interface Level {
  /** Whether it stands, however deep, under the key of the messages. */
  readonly inMessages: boolean;
  readonly ids: string[];
  ofMessage: boolean;
  ofFlow: boolean;
}

interface Scan {
  readonly flows: string[];
  readonly messages: string[];
  /** Levels that stand open at the end, or were closed without having been opened. */
  open: number;
  marks: number;
}

function levelIn(outer: Level | undefined, under: string | null): Level {
  const inMessages = outer?.inMessages === true || under === 'messages';
  return { inMessages, ids: [], ofMessage: false, ofFlow: false };
}

/** A text in quotes (the last one may be cut off), what makes it a key, or a bracket. */
const tokens = /"((?:[^"\\]|\\.)*)("|\\?$)(\s*:)?|[{}[\]]/gs;

function note(level: Level, key: string, scan: Scan): void {
  if (messageKey.test(key)) level.ofMessage = true;
  if (recordKey.test(key)) level.ofFlow = true;
  if (messageKey.test(key) || recordKey.test(key)) scan.marks += 1;
}

function close(level: Level, scan: Scan): void {
  const ofMessage = level.inMessages || (level.ofMessage && !level.ofFlow);
  (ofMessage ? scan.messages : scan.flows).push(...level.ids);
}

/** Walks the text once; what was cut off before its beginning shows as brackets that close nothing, or as keys in none. */
function scanned(text: string): Scan {
  const scan: Scan = { flows: [], messages: [], open: 0, marks: 0 };
  const levels: Level[] = [levelIn(undefined, null)];
  let key: string | null = null;
  for (const [token, string, end, colon] of text.matchAll(tokens)) {
    const level = levels.at(-1);
    if (level === undefined) break;
    if (string !== undefined && colon !== undefined) {
      if (levels.length === 1) scan.open += 1;
      note(level, string, scan);
      key = string;
      continue;
    }
    if (string !== undefined) {
      if (key !== null && end === '"' && flowKey.test(key) && string.trim() !== '') level.ids.push(string.trim());
    } else if (token === '{' || token === '[') {
      levels.push(levelIn(level, key));
    } else {
      close(level, scan);
      levels.pop();
      if (levels.length === 0) {
        scan.open += 1;
        levels.push(levelIn(undefined, null));
      }
    }
    key = null;
  }
  scan.open += levels.length - 1;
  for (const level of levels) close(level, scan);
  return scan;
}

/**
 * The IDs in a text that is part of a record and no JSON any more; null where it is nothing of the kind. A record that
 * begins in the middle of a text in quotes is read as well.
 */
export function cutOffIds(text: string): CutOffIds | null {
  if (!text.includes('"')) return null;
  const plain = text.includes('\\"') && !/"\s*:/.test(text.replaceAll('\\"', '')) ? text.replaceAll('\\"', '"') : text;
  const scans = [scanned(plain), scanned(`"${plain}`)];
  const scan = scans.find(({ flows, messages }) => flows.length + messages.length > 0);
  if (scan === undefined || scan.marks < 2 || scan.open === 0) return null;
  return { flows: [...new Set(scan.flows)], messages: [...new Set(scan.messages)] };
}
