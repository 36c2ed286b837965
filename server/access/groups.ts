/** A person's groups, as providers and proxies write them. */

/** What a provider said of somebody's groups. */
export interface Groups {
  /** As they came, in order, without what is no group's name. */
  readonly names: readonly string[];
  /** Items that are no group's name: null, numbers, objects, empty texts. */
  readonly oddItems: number;
  /**
   * `given`; `missing`: the claim is not there; `tooMany`: Microsoft Entra leaves groups out above a number of them and
   * says so by `_claim_names` or `hasgroups`.
   * https://learn.microsoft.com/en-us/entra/identity-platform/access-token-claims-reference#groups-overage-claim
   */
  readonly state: 'given' | 'missing' | 'tooMany';
}

type Claims = Readonly<Record<string, unknown>>;

function isClaims(value: unknown): value is Claims {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The claim of that name or, where there is none, the one that its dots lead to: Keycloak's `realm_access.roles`. */
function claimAt(claims: Claims, name: string): unknown {
  if (Object.hasOwn(claims, name)) return claims[name];
  let value: unknown = claims;
  for (const part of name.split('.')) value = isClaims(value) && Object.hasOwn(value, part) ? value[part] : undefined;
  return value;
}

function isLeftOut(claims: Claims, name: string): boolean {
  const elsewhere = claims._claim_names;
  return (isClaims(elsewhere) && Object.hasOwn(elsewhere, name)) || String(claims.hasgroups) === 'true';
}

/** The groups of the claim `name`; a text alone is one group. Never throws. */
export function groupsIn(claims: Claims, name: string): Groups {
  const claim = claimAt(claims, name) ?? null;
  if (claim === null) return { names: [], oddItems: 0, state: isLeftOut(claims, name) ? 'tooMany' : 'missing' };
  const items: readonly unknown[] = Array.isArray(claim) ? claim : [claim];
  const names = items.filter((item) => typeof item === 'string').filter((item) => item.trim() !== '');
  const state = names.length === 0 && isLeftOut(claims, name) ? 'tooMany' : 'given';
  return { names, oddItems: items.length - names.length, state };
}

/** One spelling for the forms of one group's name. Keycloak writes a group's whole path, with a slash before it. */
function plain(name: string): string {
  return name.normalize('NFC').trim().replace(/^\//, '');
}

/**
 * Whether somebody of these groups is in `group`. "ops" and "/ops" are the same group; "/sales/ops" is another one than
 * "ops" and is meant by its whole path only, for anybody who may make groups below `sales` could make that one.
 */
export function isInGroup(group: string, names: readonly string[]): boolean {
  const wanted = plain(group);
  return wanted !== '' && names.some((name) => plain(name) === wanted);
}

const longestList = 10;

function listed(names: readonly string[]): string {
  const shown = names.slice(0, longestList).map((name) => `“${name.slice(0, 80)}”`);
  const more = names.length - shown.length;
  return `${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

/** What came, as a sentence for the person and for whoever runs the gateway. */
export function whatCame({ names, oddItems, state }: Groups, claim: string): string {
  if (state === 'tooMany') {
    return `The sign-in service left their groups out, because there are too many of them. Whoever runs it can send only the groups that are assigned to this application.`;
  }
  if (state === 'missing') return `The sign-in service said nothing of groups (no claim “${claim}”).`;
  const odd = oddItems === 0 ? '' : ` ${oddItems} of the items in the claim “${claim}” cannot be read as groups.`;
  return names.length === 0
    ? `The sign-in service named no group in the claim “${claim}”.${odd}`
    : `The sign-in service named these groups: ${listed(names)}.${odd}`;
}
