/**
 * Leads to Explore, filtered by a recipient. The number travels in this tab's history beside the address, where Explore
 * keeps what is personal (see pages/explore/use-view.ts), and never in the address itself.
 */
import type { EpochMs } from '#model/values/time.ts';

export interface RecipientSearch {
  readonly path: string;
  readonly state: object;
}

/**
 * Flows to this number. Routee may keep it with or without its plus sign and country, so the end of it is searched for;
 * a viewer who may search for whole numbers only gets it as it was given.
 */
export function recipientSearch(number: string, wholeNumbersOnly: boolean, now: EpochMs): RecipientSearch {
  const operator = wholeNumbersOnly ? '' : 'ends_with:';
  const value = wholeNumbersOnly ? number : number.replace(/^\+/, '');
  return {
    path: `/explore?to=${operator}~`,
    state: { explore: { at: now, withheld: { '0.0': value }, repairs: [], opened: null } },
  };
}
