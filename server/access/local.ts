/** `ACCESS=local`: one person, on this machine. The listening address keeps others out; this keeps their web pages out. */
import { Problem } from '../problem.ts';
import { type Access, isMasked, type MaskingRule } from './access.ts';
import { isLoopback } from './addresses.ts';
import { askedHost } from './host.ts';

export function localAccess(rule: MaskingRule): Access {
  const person = { name: null, sub: null, masked: isMasked(rule, []), seesOpenings: false };
  return {
    isOpen: () => false,
    personOf: async (request) => {
      // A page whose name has been pointed at this machine (DNS rebinding) asks under its own name.
      if (isLoopback(askedHost(request)?.name ?? '')) return person;
      throw new Problem('not-allowed', 'This gateway answers only under localhost, 127.0.0.1 or [::1].');
    },
  };
}
