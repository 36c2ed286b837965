/** A failure in words: what happened, what it means, what to do, and everything that helps to follow it. */
import { Link, useLocation } from 'react-router';
import { ApiError, isSignInEnded } from '#api/api-error.ts';
import type { EpochMs } from '#model/values/time.ts';
import { Button, buttonLooks } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { useViewer } from '#ui/viewer.tsx';
import { failureText } from './failure-text.ts';
import { ProblemFacts } from './problem-facts.tsx';
import { ReceivedText } from './received-text.tsx';
import { useCountdown } from './use-countdown.ts';

export interface ProblemNoticeProps {
  readonly error: Error;
  readonly onRetry?: () => void;
  readonly retrying?: boolean;
  readonly trackingId?: string;
  /** When what is still shown was fetched. */
  readonly lastGood?: EpochMs;
}

export function ProblemNotice({ error, onRetry, retrying = false, trackingId, lastGood }: ProblemNoticeProps) {
  const { catalogue, format } = useViewer();
  const texts = catalogue.errors;
  const { title, meaning, next } = failureText(error, catalogue);
  const failure = error instanceof ApiError ? error.failure : null;
  const received = failure !== null && 'received' in failure ? failure.received : null;
  return (
    <Notice
      tone={lastGood === undefined ? 'bad' : 'warn'}
      // Only the title is read out: a countdown in an alert would be, every second.
      title={<Title text={title} whole={trackingId !== undefined && lastGood === undefined} />}
      actions={<ProblemActions error={error} onRetry={onRetry} retrying={retrying} />}
    >
      <p>{meaning}</p>
      {next !== null && <p className="mt-0.5">{next}</p>}
      {lastGood !== undefined && <p className="mt-0.5">{texts.lastGood(format.clock(lastGood))}</p>}
      {failure !== null && <ProblemFacts failure={failure} trackingId={trackingId} />}
      {received !== null && <ReceivedText text={received} />}
      {failure === null && <ReceivedText text={error.stack ?? error.message} />}
    </Notice>
  );
}

/** A failure that is all there is on a flow's page is its heading too. */
function Title({ text, whole }: { readonly text: string; readonly whole: boolean }) {
  const spoken = <span role="alert">{text}</span>;
  return whole ? <h1 className="text-[17px]">{spoken}</h1> : spoken;
}

interface ProblemActionsProps {
  readonly error: Error;
  readonly onRetry: (() => void) | undefined;
  readonly retrying: boolean;
}

function ProblemActions({ error, onRetry, retrying }: ProblemActionsProps) {
  const { catalogue, format } = useViewer();
  const { pathname, search } = useLocation();
  const texts = catalogue.errors;
  const problem = error instanceof ApiError && error.failure.kind === 'problem' ? error.failure : null;
  const leftMs = useCountdown(error, problem?.retryAfterMs ?? null);
  const label = retrying ? texts.retrying : leftMs > 0 ? texts.retryIn(format.duration(leftMs)) : texts.retry;
  return (
    <>
      {problem?.code === 'sign-in' && problem.signIn !== null && (
        <a
          href={`${problem.signIn}?to=${encodeURIComponent(pathname + search)}`}
          className={buttonLooks({ tone: 'accent' })}
        >
          {texts.signIn}
        </a>
      )}
      {(problem?.code === 'not-found' || problem?.code === 'bad-request') && (
        <Link to="/" className={buttonLooks()}>
          {texts.searchAgain}
        </Link>
      )}
      {onRetry !== undefined && !isSignInEnded(error) && (
        <Button onClick={onRetry} disabled={retrying || leftMs > 0}>
          {label}
        </Button>
      )}
    </>
  );
}
