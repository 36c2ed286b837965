/** Says what was just done, at the foot of the window and to screen readers. */
import { useAnnouncement } from '#ui/announce.ts';

export function Announcements() {
  const said = useAnnouncement();
  const looks =
    said === null || said.unseen
      ? 'sr-only'
      : 'rounded-lg border border-line bg-ink px-3.5 py-2 text-[13px] text-panel shadow-lg';
  return (
    <div role="status" className={looks}>
      {said?.text}
    </div>
  );
}
