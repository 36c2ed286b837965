/** Findings on the record as a whole: keys that stand twice, and another flow than was asked for. */

import type { Flow } from '../flow/flow.ts';
import { messageIndexAt, rootPath, stepOfMessage } from './evidence.ts';
import type { Finding } from './finding.ts';

const mostKeys = 4;
const mostPaths = 60;

function duplicateKeys(flow: Flow): Finding[] {
  const all = flow.record.duplicates ?? [];
  return [false, true].flatMap((same): Finding[] => {
    const duplicates = all.filter((duplicate) => duplicate.same === same);
    if (duplicates.length === 0) return [];
    const keys = [...new Set(duplicates.map(({ path }) => String(path.at(-1))))];
    const steps = stepOfMessage(flow);
    const indexAt = messageIndexAt(flow);
    const touched = duplicates.flatMap(({ path }) => steps.get(indexAt(path) ?? -1) ?? []);
    return [
      {
        code: 'duplicate-keys',
        severity: same ? 'info' : 'warning',
        stepIndexes: [...new Set(touched)].sort((a, b) => a - b),
        paths: duplicates.slice(0, mostPaths).map(({ path }) => path),
        keys: keys.slice(0, mostKeys),
        count: duplicates.length,
        same,
      },
    ];
  });
}

const plain = (id: string) => id.trim().toLowerCase();

function anotherFlow(flow: Flow, asked: string | null): Finding[] {
  const found = flow.trackingId;
  if (asked === null || found === null || plain(asked) === plain(found)) return [];
  return [
    {
      code: 'tracking-id-differs',
      severity: 'problem',
      stepIndexes: [],
      paths: [rootPath(flow, 'trackingId')],
      asked,
      found,
    },
  ];
}

/** What is odd about the record itself; `asked` is the tracking ID it answers, null where nobody asked for one. */
export function recordFindings(flow: Flow, asked: string | null): Finding[] {
  return [...duplicateKeys(flow), ...anotherFlow(flow, asked)];
}
