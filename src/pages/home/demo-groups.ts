/** The demo's flows by group, narrowed by what somebody typed. */
import type { DemoFlow } from '#api/config-query.ts';

export interface DemoGroup {
  readonly name: string;
  readonly flows: readonly DemoFlow[];
}

/** Groups in the order they first appear; every word must be in the title, the group's name or the ID. Empty groups are left out. */
export function demoGroups(flows: readonly DemoFlow[], filter: string): DemoGroup[] {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
  const groups = new Map<string, DemoFlow[]>();
  for (const flow of flows) {
    const text = `${flow.title} ${flow.group} ${flow.trackingId}`.toLowerCase();
    if (!words.every((word) => text.includes(word))) continue;
    const group = groups.get(flow.group);
    if (group === undefined) groups.set(flow.group, [flow]);
    else group.push(flow);
  }
  return [...groups].map(([name, members]) => ({ name, flows: members }));
}
