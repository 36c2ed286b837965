/** Long work in short pieces, so that no piece keeps the page from answering. */

/** Leaves room for drawing within a frame of 16 ms. */
const sliceMs = 8;

/** Lets the browser draw and handle input before going on. Timers would wait 4 ms once nested; a message does not. */
function untilFree(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

/** Calls `step` until it says it is done, giving way to the browser between pieces. False when it was stopped before. */
export async function inSlices(step: () => boolean, stopped: () => boolean): Promise<boolean> {
  for (;;) {
    const started = performance.now();
    while (performance.now() - started < sliceMs) {
      if (stopped()) return false;
      if (step()) return true;
    }
    await untilFree();
  }
}
