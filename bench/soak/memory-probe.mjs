/** Loaded beside the gateway (`node --expose-gc --import`): tells its memory after a collection, when asked. */
process.on('message', () => {
  globalThis.gc?.();
  process.send?.(process.memoryUsage());
});
// Waiting for questions must not keep a gateway alive that has been told to stop.
process.channel?.unref();
