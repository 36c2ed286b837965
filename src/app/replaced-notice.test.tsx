// @vitest-environment jsdom
/** The gateway is updated while a page stands open. */
import { act, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { noteOwnBuild } from '#api/app-build.ts';
import { requestText } from '#api/client.ts';
import { renderInApp } from '#ui/testing/render.tsx';
import { ReplacedNotice } from './replaced-notice.tsx';

afterEach(() => vi.unstubAllGlobals());

function answers(status: number, text: string, build: string): void {
  const headers = { 'x-app-build': build, 'content-type': 'application/json' };
  vi.stubGlobal('fetch', async () => new Response(text, { status, headers }));
}

test('nothing is said while all works; once something fails, what has happened and what helps', async () => {
  noteOwnBuild('0.2-old');
  renderInApp(<ReplacedNotice />);
  answers(200, '{}', '0.2-new');
  await act(() => requestText('/api/config'));
  expect(screen.queryByRole('button')).toBeNull();
  answers(400, '{"code":"bad-request"}', '0.2-new');
  await act(() => requestText('/api/failover/tracking?new=1').catch(() => {}));
  expect(screen.getByRole('status').textContent).toContain('Cascade has been updated since this page was loaded.');
  expect(screen.getByRole('button', { name: 'Reload the page' })).toBeDefined();
});
