/** `ACCESS=local`: one person, on this machine. The listening address keeps others out; this keeps their web pages out. */
import type { FastifyRequest } from 'fastify';
import { Problem } from '../problem.ts';
import { type Access, isMasked, type MaskingRule } from './access.ts';
import { isLoopback } from './addresses.ts';

/** A page whose name has been pointed at this machine (DNS rebinding) asks under its own name. */
function hostName(request: FastifyRequest): string {
  const host = request.headers.host ?? '';
  return URL.canParse(`http://${host}`) ? new URL(`http://${host}`).hostname : '';
}

export function localAccess(rule: MaskingRule): Access {
  const person = { name: null, masked: isMasked(rule, []) };
  return {
    isOpen: () => false,
    personOf: async (request) => {
      if (isLoopback(hostName(request))) return person;
      throw new Problem('not-allowed', 'This gateway answers only under localhost, 127.0.0.1 or [::1].');
    },
  };
}
