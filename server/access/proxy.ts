/** `ACCESS=proxy`: a proxy in front signs people in and names them in a header. Nobody else may say who they are. */
import type { FastifyRequest } from 'fastify';
import type { ProxyAccess } from '../config.ts';
import { Problem } from '../problem.ts';
import { type Access, isMasked, type MaskingRule, maySeeOpenings } from './access.ts';
import { addressTest } from './addresses.ts';

const longestName = 200;

/** Node reads headers byte by byte (latin1); proxies write names in UTF-8. Bytes that are no UTF-8 stay as they were read. */
function headerText(value: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(value, 'latin1'));
  } catch {
    return value;
  }
}

/** The header's values, each as it was sent. Two of them would be the proxy's and one that a client had smuggled in. */
function valuesOf(request: FastifyRequest, name: string): string[] {
  return (request.raw.headersDistinct[name] ?? []).map((value) => headerText(value).trim());
}

function groupsOf(request: FastifyRequest, header: string): string[] {
  return valuesOf(request, header).flatMap((value) => value.split(',').map((item) => item.trim()));
}

export function proxyAccess(config: ProxyAccess, rule: MaskingRule): Access {
  const isProxy = addressTest(config.addresses);
  return {
    isOpen: () => false,
    personOf: async (request) => {
      if (!isProxy(request.socket.remoteAddress)) {
        throw new Problem('not-allowed', 'This gateway answers only through its proxy.');
      }
      const [user = '', ...others] = valuesOf(request, config.userHeader);
      if (user === '' || others.length > 0 || user.length > longestName) {
        throw new Problem('not-allowed', 'The proxy has not said who asks.');
      }
      const groups = config.groupsHeader === null ? [] : groupsOf(request, config.groupsHeader);
      return { name: user, sub: null, masked: isMasked(rule, groups), seesOpenings: maySeeOpenings(rule, groups) };
    },
  };
}
