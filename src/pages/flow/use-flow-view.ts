/** What of a flow's page a person chose to see, kept in its address. */
import { useCallback, useMemo } from 'react';
import { useLocation, useSearchParams } from 'react-router';
import { changedFlowView, type FlowViewChange, type FlowViewState } from '#features/flow-view/flow-view-state.ts';
import { readFlowView, withFlowView } from './url.ts';

export function useFlowView(): { readonly view: FlowViewState; readonly onView: (change: FlowViewChange) => void } {
  const [search, setSearch] = useSearchParams();
  const { state } = useLocation();
  const view = useMemo(() => readFlowView(search), [search]);
  const onView = useCallback(
    (change: FlowViewChange) => {
      // Of two keys in quick succession, the second may come before the first one's change is drawn.
      const latest = new URLSearchParams(location.search);
      const changed = withFlowView(latest, changedFlowView(readFlowView(latest), change));
      setSearch(changed, { replace: true, preventScrollReset: true, state });
    },
    [setSearch, state],
  );
  return { view, onView };
}
