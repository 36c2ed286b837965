/** Loaded beside the gateway (`node --expose-gc --import`): tells its memory when asked, after a collection or as it is. */
process.on('message', (question) => {
  if (question === 'memory') globalThis.gc?.();
  process.send?.(process.memoryUsage());
});
// Waiting for questions must not keep a gateway alive that has been told to stop.
process.channel?.unref();
