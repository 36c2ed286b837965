/** Routee's token that replicas share: asked for by one, sealed in the store until it is to be renewed. */
import * as z from 'zod/mini';
import type { Grant, TokenShare } from '../routee/token.ts';
import type { Flights, Landed, Landing } from './flights.ts';
import { problemBytes, problemIn } from './flow-values.ts';
import type { Sealing } from './sealing.ts';

/** Of the time limit, so that there is time left for a call of our own. */
const shareOfWaiting = 2 / 3;

const tokenSchema = z.object({
  value: z.string(),
  /** How long it is good after it is to be renewed, milliseconds. */
  spareMs: z.number().check(z.nonnegative()),
});

function landingOf({ value, lifeMs, renewMs }: Grant): Landing {
  const plain = Buffer.from(JSON.stringify({ value, spareMs: lifeMs - renewMs }));
  return { kind: 'running', plain, keepMs: renewMs };
}

function landingOfError(error: unknown): Landing | null {
  const plain = problemBytes(error);
  return plain === null ? null : { kind: 'problem', plain, keepMs: 0 };
}

function tokenIn(plain: Buffer): z.infer<typeof tokenSchema> | null {
  try {
    return tokenSchema.safeParse(JSON.parse(plain.toString())).data ?? null;
  } catch {
    return null;
  }
}

async function read({ kind, plain, leftMs }: Landed): Promise<Grant | null> {
  const problem = kind === 'problem' ? problemIn(plain) : null;
  if (problem !== null) throw problem;
  const token = kind === 'problem' ? null : tokenIn(plain);
  return token === null ? null : { value: token.value, renewMs: leftMs, lifeMs: leftMs + token.spareMs };
}

/** Tokens by their value, with the flight that brought them, so that a refused one can be dropped for all. */
export function sharedToken(flights: Flights, sealing: Sealing, totalMs: number): TokenShare {
  const name = sealing.name('token', 'token');
  let last = { value: '', flight: '' };
  const refusedFlights = new Set<string>();
  return {
    get: (grant) =>
      flights.share(
        {
          kind: 'token',
          name,
          fresh: false,
          waitMs: totalMs * shareOfWaiting,
          call: async (_signal: AbortSignal, flight: string) => {
            const granted = await grant();
            last = { value: granted.value, flight };
            return granted;
          },
          landing: landingOf,
          landingOfError,
          read: async (landed: Landed) => {
            // The store may have kept what it was told to drop.
            if (refusedFlights.has(landed.flight)) return null;
            const granted = await read(landed);
            if (granted !== null) last = { value: granted.value, flight: landed.flight };
            return granted;
          },
        },
        new AbortController().signal,
      ),
    drop: (refused) => {
      if (refused !== last.value) return;
      refusedFlights.add(last.flight);
      if (refusedFlights.size > 100) refusedFlights.clear();
      flights.drop(name, last.flight);
    },
  };
}
