/** Which of the catalogue's words belong to an error. */
import { ApiError } from '#api/api-error.ts';
import type { Catalogue } from '#texts/en.ts';

export interface FailureText {
  readonly title: string;
  readonly meaning: string;
  readonly next: string | null;
}

/** The words for any error; one that is not the gateway's or the way's to it is this program's own. */
export function failureText(error: Error, { errors }: Catalogue): FailureText {
  if (!(error instanceof ApiError)) return errors.program;
  const { failure } = error;
  if (failure.kind === 'offline' && navigator.onLine === false) return errors.noNetwork;
  return failure.kind === 'problem' ? errors.problem[failure.code] : errors[failure.kind];
}
