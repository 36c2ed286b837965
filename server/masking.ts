/** Masks answers before they leave the gateway, for people who may not see recipients and texts. */
import { deepestNesting, type NotMasked } from '#model/masking/json-bytes.ts';
import type { MaskingPool } from './masking-pool.ts';
import { Problem } from './problem.ts';
import type { AnswerMemory, Lease } from './routee/memory.ts';
import { orAborted } from './routee/patience.ts';
import type { Fetched } from './routee/read-answer.ts';

/** Larger ones are masked anew for the next who asks, instead of being kept beside the answer itself. */
const rememberedBytes = 256 * 1024;

const why: Readonly<Record<NotMasked, string>> = {
  notJson: 'Routee’s answer cannot be masked, so it is not shown.',
  tooDeep: `Routee’s answer nests deeper than ${deepestNesting} levels. It cannot be masked, so it is not shown.`,
  tooLarge: 'Routee’s answer is too large when it is masked, so it is not shown.',
};

async function mask(bytes: Buffer, pool: MaskingPool, signal: AbortSignal, onTurn: () => void): Promise<Buffer> {
  const masked = await pool.mask(bytes, signal, onTurn);
  if (!masked.ok) throw new Problem(masked.why === 'tooLarge' ? 'too-large' : 'upstream-unreadable', why[masked.why]);
  const { buffer, byteOffset, byteLength } = masked.bytes;
  return Buffer.from(buffer, byteOffset, byteLength);
}

/** What a person gets of an answer, and the memory that it has: whoever got it releases it. */
export interface Shown {
  readonly bytes: Buffer;
  readonly lease: Lease;
}

/** One masked form, for all who wait for it. */
interface Job {
  readonly shown: Promise<Shown>;
  readonly controller: AbortController;
  waiting: number;
  isDone: boolean;
}

function full(): Problem {
  return new Problem('rate-limited', 'The gateway holds as many large answers as it has memory for.', {
    retryAfter: 5,
  });
}

/**
 * A small form lives and dies with its answer, and is charged to it. A large one has memory of its own, taken when its turn to
 * be made has come; the answer is no longer needed then, so that the two are held together by one at a time only.
 */
async function charged({ bytes, lease }: Fetched, pool: MaskingPool, memory: AnswerMemory, signal: AbortSignal) {
  const own = memory.lease();
  try {
    const made = await mask(bytes, pool, signal, () => {
      if (!own.tryReserve(bytes.length)) throw full();
    });
    if (made.length <= rememberedBytes) {
      own.release();
      if (!lease.tryReserve(made.length)) throw full();
      return { bytes: made, lease };
    }
    if (made.length > own.bytes && !own.tryReserve(made.length - own.bytes)) throw full();
    own.giveBack(own.bytes - made.length);
    return { bytes: made, lease: own };
  } catch (error) {
    own.release();
    throw error;
  }
}

/**
 * Masks answers: the same one once for all who wait for it, and a small one once for all. Takes over the caller's hold on the
 * answer's memory when it resolves. Rejects with a Problem, or with the signal's reason; what nobody waits for any more is
 * given up.
 */
export function answerMasking(pool: MaskingPool, memory: AnswerMemory) {
  const jobs = new WeakMap<Buffer, Job>();

  function begun(answer: Fetched): Job {
    const { bytes, lease } = answer;
    const controller = new AbortController();
    // Whoever waits may leave before the job has ended, and its memory is not free before that.
    lease.hold();
    const shown = charged(answer, pool, memory, controller.signal).finally(() => lease.release());
    const job: Job = { shown, controller, waiting: 0, isDone: false };
    jobs.set(bytes, job);
    const forget = () => jobs.get(bytes) === job && jobs.delete(bytes);
    const done = (made: Shown) => {
      job.isDone = true;
      if (made.lease !== lease) forget();
    };
    shown.then(done, forget);
    return job;
  }

  function left(answer: Fetched, job: Job): void {
    job.waiting--;
    if (job.waiting > 0) return;
    if (!job.isDone) jobs.delete(answer.bytes);
    job.controller.abort(new Error('Nobody waits for the masked answer'));
    // The job's own hold: whoever still wants the form has one by now.
    const release = (made: Shown) => made.lease !== answer.lease && made.lease.release();
    job.shown.then(release, () => {});
  }

  return async (answer: Fetched, signal: AbortSignal): Promise<Shown> => {
    const job = jobs.get(answer.bytes) ?? begun(answer);
    job.waiting++;
    try {
      const shown = await orAborted(job.shown, signal);
      if (shown.lease === answer.lease) return shown;
      shown.lease.hold();
      answer.lease.release();
      return shown;
    } finally {
      left(answer, job);
    }
  };
}
