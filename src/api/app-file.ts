/** Whether a file of the app is still there: a new version takes the old one's files away. */

/** True where the gateway says that it has no such file; false where it has, or does not answer. */
export async function isFileGone(url: string): Promise<boolean> {
  const answer = await fetch(url, { method: 'HEAD', redirect: 'manual' }).catch(() => null);
  return answer?.status === 404 || answer?.status === 410;
}
