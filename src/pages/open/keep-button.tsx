/** Keeps an opened record in the gateway's history, by choice: until then nothing of it is sent anywhere. */
import { useMutation } from '@tanstack/react-query';
import { keepRecord } from '#api/history-query.ts';
import { failureText } from '#features/problem/failure-text.ts';
import { Button } from '#ui/button.tsx';
import { useViewer } from '#ui/viewer.tsx';

interface KeepButtonProps {
  /** The record's own text. */
  readonly text: string;
  /** False where the record names no tracking ID to keep it under. */
  readonly hasId: boolean;
}

export function KeepButton({ text, hasId }: KeepButtonProps) {
  const { catalogue } = useViewer();
  const texts = catalogue.history;
  const { mutate, isPending, isSuccess, error } = useMutation({ mutationFn: () => keepRecord(text) });
  return (
    <span className="flex flex-wrap items-center gap-2">
      <Button
        title={hasId ? texts.keepHint : texts.noId}
        disabled={!hasId || isPending || isSuccess}
        onClick={() => mutate()}
      >
        {isPending ? texts.keeping : texts.keep}
      </Button>
      <span role="status" className="text-[0.8125rem] text-ink2">
        {isSuccess && texts.kept}
        {error !== null && texts.notKept(failureText(error, catalogue).title)}
      </span>
    </span>
  );
}
