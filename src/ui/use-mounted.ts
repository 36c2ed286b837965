/** Whether this is drawn by a browser that has taken the page over. */
import { useSyncExternalStore } from 'react';

const never = () => () => {};

/** False on a server and while a browser takes over what the server drew, so that both draw the same; then true. */
export function useMounted(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
