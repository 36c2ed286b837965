import type { OidcAccess } from '../config.ts';
import type { Access, MaskingRule } from './access.ts';

export function oidcAccess(_config: OidcAccess, _rule: MaskingRule): Access {
  throw new Error('Not here yet');
}
