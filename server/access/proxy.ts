/** `ACCESS=proxy`: a proxy in front signs people in and names them in a header. Nobody else may say who they are. */
import type { ProxyAccess } from '../config.ts';
import { Problem } from '../problem.ts';
import { type Access, isMasked, type MaskingRule } from './access.ts';
import { addressTest } from './addresses.ts';

const longestName = 200;

function listed(header: string | string[] | undefined): string[] {
  const text = Array.isArray(header) ? header.join(',') : (header ?? '');
  return text.split(',').map((item) => item.trim());
}

export function proxyAccess(config: ProxyAccess, rule: MaskingRule): Access {
  const isProxy = addressTest(config.addresses);
  return {
    isOpen: () => false,
    personOf: async (request) => {
      if (!isProxy(request.socket.remoteAddress)) {
        throw new Problem('not-allowed', 'This gateway answers only through its proxy.');
      }
      const user = request.headers[config.userHeader];
      if (typeof user !== 'string' || user.trim() === '' || user.length > longestName) {
        throw new Problem('not-allowed', 'The proxy has not said who asks.');
      }
      const groups = config.groupsHeader === null ? [] : listed(request.headers[config.groupsHeader]);
      return { name: user.trim(), masked: isMasked(rule, groups) };
    },
  };
}
