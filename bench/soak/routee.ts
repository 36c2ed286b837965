/** A Routee that has a bad day: a fifth of its calls fail, its tokens are revoked, it is restarted. */
import { type Emulator, startEmulator } from '#emulator/start.ts';

export interface BadRoutee {
  readonly url: string;
  readonly credentials: { readonly id: string; readonly secret: string };
  readonly revokeTokens: () => void;
  /** Goes away for a while and comes back at the same address, without the tokens it had given out. */
  readonly restart: (awayMs: number) => Promise<void>;
  readonly calls: () => number;
  /** The most calls under way at once for any of the IDs, over all restarts. */
  readonly mostUnderWayFor: (trackingIds: readonly string[]) => number;
  /** Forgets calls and what was under way at most, so that a while can be measured. */
  readonly clear: () => void;
  /** The most calls under way at once since then, whatever for. */
  readonly mostUnderWay: () => number;
  readonly close: () => Promise<void>;
}

export async function startBadRoutee(failing: number): Promise<BadRoutee> {
  const credentials = { id: 'soak', secret: 'soak-secret' };
  const past: Emulator[] = [];
  const start = async (port: number): Promise<Emulator> => {
    const emulator = await startEmulator({ credentials, port });
    emulator.control.setFailureRate(failing, { kinds: ['500', '502', '503', '429', 'hangUp', 'cut'] });
    emulator.control.setLatency(20);
    past.push(emulator);
    return emulator;
  };
  let current = await start(0);
  const { url } = current;
  return {
    url,
    credentials,
    revokeTokens: () => current.control.revokeTokens(),
    restart: async (awayMs) => {
      await current.close();
      await new Promise((resolve) => setTimeout(resolve, awayMs));
      current = await start(Number(new URL(url).port));
    },
    calls: () => past.reduce((sum, { control }) => sum + control.calls(), 0),
    mostUnderWayFor: (trackingIds) =>
      Math.max(...past.flatMap(({ control }) => trackingIds.map((id) => control.maxUnderWayFor(id)))),
    clear: () => {
      for (const { control } of past) control.clear();
    },
    mostUnderWay: () => Math.max(...past.map(({ control }) => control.maxUnderWay())),
    close: () => current.close(),
  };
}
