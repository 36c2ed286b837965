/** What could not be loaded, while the rest stays usable. */
import { failureText } from '#features/problem/failure-text.ts';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { useViewer } from '#ui/viewer.tsx';
import type { Search } from '../data/use-search.ts';

export function FailedPages({ search }: { readonly search: Search }) {
  const { catalogue, format } = useViewer();
  const texts = catalogue.explore.loading;
  const { failures, store } = search;
  const [first] = failures;
  if (first === undefined && store.unreadable === 0) return null;
  const pages = format.list(failures.map(({ page }) => format.number(page + 1)));
  return (
    <>
      {first !== undefined && (
        <Notice
          tone="warn"
          alert
          title={(failures.length === 1 ? texts.failedOne : texts.failedSome)(
            pages,
            failureText(first.error, catalogue).title,
          )}
          actions={<Button onClick={search.retry}>{texts.retry}</Button>}
        >
          {texts.failedRest}
        </Notice>
      )}
      {store.unreadable > 0 && <Notice tone="warn" title={texts.unreadable(store.unreadable)} />}
    </>
  );
}
