/** Said on every page while Routee refuses the gateway: nothing else can work then. */
import { useConfig } from '#api/use-config.ts';
import { Notice } from '#ui/notice.tsx';
import { useViewer } from '#ui/viewer.tsx';

export function CredentialsNotice() {
  const texts = useViewer().catalogue.app.credentials;
  const state = useConfig()?.credentials;
  if (state !== 'refused' && state !== 'roleMissing') return null;
  const refused = state === 'refused';
  return (
    <div className="mb-4">
      <Notice tone="bad" alert title={refused ? texts.refused : texts.roleMissing}>
        {refused ? texts.refusedNext : texts.roleMissingNext}
      </Notice>
    </div>
  );
}
