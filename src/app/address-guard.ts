/** Takes personal data out of the address bar and the history, at the start and at every way in the app. */

import { useLayoutEffect, useMemo } from 'react';
import { type Location, useLocation, useNavigate } from 'react-router';
import { create } from 'zustand';
import { underBase, withinBase } from '#contract/base-path.ts';
import type { PersonalPart } from '#model/record/telephone.ts';
import { cleanAddress } from './personal-address.ts';

const useGuard = create<{ readonly removed: PersonalPart | null }>(() => ({ removed: null }));

/** Null once the person has read what was said of it. */
export function noteRemoved(part: PersonalPart | null): void {
  useGuard.setState({ removed: part });
}

/** What was taken out of the address; null while nothing was. */
export function useRemoved(): PersonalPart | null {
  return useGuard(({ removed }) => removed);
}

/** The router keeps what a link said beside the address under this name. */
function usersState(state: unknown): unknown {
  return typeof state === 'object' && state !== null && 'usr' in state ? state.usr : null;
}

/** Before the app reads the address. */
export function guardAddress(): void {
  const { search: query, hash: fragment } = location;
  const pathname = withinBase(location.pathname) ?? '/';
  const clean = cleanAddress({ pathname, search: query, hash: fragment }, usersState(history.state));
  if (clean === null) return;
  const { pathname: path, search, hash } = clean.address;
  history.replaceState(history.state, '', `${underBase(path)}${search}${hash}`);
  noteRemoved(clean.found);
}

/** Where the app is, without what must not stand there; the bar and the history follow at once. */
export function useCleanLocation(): Location {
  const location = useLocation();
  const navigate = useNavigate();
  const clean = useMemo(() => cleanAddress(location, location.state), [location]);
  useLayoutEffect(() => {
    if (clean === null) return;
    noteRemoved(clean.found);
    void navigate(clean.address, { replace: true, state: location.state });
  }, [clean, navigate, location.state]);
  return useMemo(() => (clean === null ? location : { ...location, ...clean.address }), [location, clean]);
}
