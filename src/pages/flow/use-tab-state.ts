/** The browser's tab says how the flow stands: its title and its icon. */

import { useEffect } from 'react';
import { underBase } from '#contract/base-path.ts';
import { flowLook } from '#features/heading/flow-heading.tsx';
import type { Flow } from '#model/flow/flow.ts';
import { useViewer } from '#ui/viewer.tsx';

const icons = { ok: '/icon-ok.svg', bad: '/icon-bad.svg', run: '/icon-run.svg', warn: '/icon.svg', mute: '/icon.svg' };

function setIcon(href: string): void {
  document.querySelector('link[rel="icon"]')?.setAttribute('href', underBase(href));
}

/** `flow` is null until its record is there. */
export function useTabState(trackingId: string, flow: Flow | null): void {
  const { catalogue } = useViewer();
  const texts = catalogue.flow;
  const look = flow === null ? null : flowLook(flow.status);
  const id = texts.shortId(trackingId);
  const status = flow === null || flow.status.kind === 'missing' ? catalogue.heading.noStatus : flow.status.name;
  const title = look === null ? texts.loadingTitle(id) : `${look.sign} ${texts.tabTitle(status, id)}`;
  const icon = icons[look?.tone ?? 'mute'];
  useEffect(() => {
    document.title = title;
    setIcon(icon);
    return () => {
      document.title = catalogue.app.name;
      setIcon('/icon.svg');
    };
  }, [title, icon, catalogue]);
}
