/** Why there is nothing to show: the search itself failed. A range that Routee refuses can be shortened from here. */
import { ApiError } from '#api/api-error.ts';
import { useMoments } from '#features/explore/moments.ts';
import { ProblemNotice } from '#features/problem/problem-notice.tsx';
import { latestLengths, type Range } from '#model/explore/range.ts';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { useViewer } from '#ui/viewer.tsx';
import { rangeText } from '../filters/range-text.ts';

interface SearchFailureProps {
  readonly error: Error;
  readonly onRetry: () => void;
  readonly onRange: (range: Range) => void;
}

export function SearchFailure({ error, onRetry, onRange }: SearchFailureProps) {
  const viewer = useViewer();
  const moments = useMoments();
  const texts = viewer.catalogue.explore.failure;
  const failure = error instanceof ApiError ? error.failure : null;
  if (failure?.kind !== 'problem' || failure.code !== 'refused-by-routee') {
    return <ProblemNotice error={error} onRetry={onRetry} />;
  }
  const offered = latestLengths.slice(-2).map((lengthMs): Range => ({ kind: 'latest', lengthMs }));
  return (
    <Notice
      tone="bad"
      alert
      title={texts.title}
      actions={offered.reverse().map((range) => (
        <Button key={rangeText(range, viewer, moments)} onClick={() => onRange(range)}>
          {texts.shorter(rangeText(range, viewer, moments))}
        </Button>
      ))}
    >
      <p>
        {texts.refused} <q>{failure.routee?.developerMessage ?? failure.detail ?? viewer.catalogue.explore.none}</q>
      </p>
      <p>{texts.refusedHint}</p>
    </Notice>
  );
}
