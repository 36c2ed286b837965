/** Many flows at once: a list is pasted, dropped or handed over, and each of its rows gets its answer. */
import { useTitle } from '#ui/use-title.ts';
import { useViewer } from '#ui/viewer.tsx';
import { ListForm } from './list-form.tsx';
import { LookupResult } from './lookup-result.tsx';
import { useHandedOver } from './use-handed-over.ts';
import { useLookup } from './use-lookup.ts';

export function LookupPage() {
  const texts = useViewer().catalogue.lookup;
  const lookup = useLookup();
  useTitle(texts.tabTitle);
  useHandedOver();
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
      <h1 className="text-[1.375rem] leading-tight font-semibold tracking-[-0.01em]">{texts.title}</h1>
      {lookup === null ? <ListForm /> : <LookupResult lookup={lookup} />}
    </div>
  );
}
