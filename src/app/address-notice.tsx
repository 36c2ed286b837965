/** Says that personal data was taken out of the address, why, and how to go on. */
import { RecipientLinks } from '#features/search/recipient-links.tsx';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { useViewer } from '#ui/viewer.tsx';
import { noteRemoved, useRemoved } from './address-guard.ts';

export function AddressNotice() {
  const texts = useViewer().catalogue.app.address;
  const removed = useRemoved();
  if (removed === null) return null;
  const dismiss = () => noteRemoved(null);
  return (
    <div className="mb-4">
      <Notice
        tone="warn"
        alert
        title={texts[removed.kind]}
        actions={<Button onClick={dismiss}>{texts.dismiss}</Button>}
      >
        <p>{texts.why}</p>
        {removed.kind === 'mail' ? (
          <p>{texts.mailNext}</p>
        ) : (
          <>
            <p>{texts.numberNext}</p>
            <RecipientLinks numbers={[removed.number]} onChoose={dismiss} />
          </>
        )}
      </Notice>
    </div>
  );
}
