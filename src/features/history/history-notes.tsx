/** What the history adds to the verdict: said apart from it, for the verdict is of the record alone. */
import { useViewer } from '#ui/viewer.tsx';
import type { Observed } from './observed.ts';

/** Nothing where the history adds nothing. `always`: what was used is said all the same. */
export function HistoryNotes({ observed, always = false }: { readonly observed: Observed; readonly always?: boolean }) {
  const { catalogue, format } = useViewer();
  const texts = catalogue.history;
  const { used, onceDelivered: delivered, findings } = observed;
  if (used === null || (!always && delivered.length === 0 && findings.length === 0)) return null;
  return (
    <section aria-label={texts.title} className="text-[0.8125rem] text-ink2 wrap-anywhere">
      {delivered.map(({ stepIndex, channel, status, lastSeen, now }) => (
        <p key={stepIndex} className="font-medium text-warn">
          {texts.onceDelivered(format.channelName(channel), status, format.dateTime(lastSeen), now)}
        </p>
      ))}
      <p className="text-ink3">
        {texts.used(used.versions, format.dateTime(used.first), format.dateTime(used.last), format)}
      </p>
    </section>
  );
}
