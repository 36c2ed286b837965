/** Who asks, and whether they may: one of three ways, chosen by `ACCESS`. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { RouteKind } from '../routes/kind.ts';
import { isInGroup } from './groups.ts';

export interface Person {
  /** As the access log names them; null where nobody signs in. */
  readonly name: string | null;
  /** Their ID at the provider, which stays when the name changes; null where there is none. */
  readonly sub: string | null;
  /** Recipients and texts are masked before they leave the gateway. */
  readonly masked: boolean;
  /** May see who opened a flow. */
  readonly seesOpenings: boolean;
}

export interface Access {
  /** True for what anybody may ask for. */
  readonly isOpen: (kind: RouteKind) => boolean;
  /** The one who asks. Throws a Problem when they may not, or must sign in first. */
  readonly personOf: (request: FastifyRequest, reply: FastifyReply) => Promise<Person>;
  /** Routes of its own. */
  readonly addRoutes?: (app: FastifyInstance) => void;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Null until access has been granted, and on requests that anybody may make. */
    person: Person | null;
  }
}

/** Of the configuration, what decides on what a person sees. */
export interface MaskingRule {
  readonly mask: 'toggle' | 'always' | 'off';
  readonly unmaskGroup: string | null;
  readonly openingsGroup: string | null;
}

/** Whether somebody of these groups gets masked answers. */
export function isMasked({ mask, unmaskGroup }: MaskingRule, groups: readonly string[]): boolean {
  return mask === 'always' || (unmaskGroup !== null && !isInGroup(unmaskGroup, groups));
}

/** Whether somebody of these groups may see who opened a flow. */
export function maySeeOpenings({ openingsGroup }: MaskingRule, groups: readonly string[]): boolean {
  return openingsGroup !== null && isInGroup(openingsGroup, groups);
}
