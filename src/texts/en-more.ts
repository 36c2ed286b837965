/** The English texts of what is loaded after the first of a page, or only on some pages. */
import { cards } from './en/cards.ts';
import { detailedStatus } from './en/detailed-status.ts';
import { errors } from './en/errors.ts';
import { evidence } from './en/evidence.ts';
import { explore } from './en/explore.ts';
import { fieldMeanings } from './en/field-meanings.ts';
import { fields } from './en/fields.ts';
import { findings } from './en/findings.ts';
import { findingsPanel } from './en/findings-panel.ts';
import { home } from './en/home.ts';
import { keysHelp } from './en/keys-help.ts';
import { latency } from './en/latency.ts';
import { open } from './en/open.ts';
import { price } from './en/price.ts';
import { raw } from './en/raw.ts';

export const enMore = {
  cards,
  detailedStatus,
  errors,
  evidence,
  explore,
  fieldMeanings,
  fields,
  findings,
  findingsPanel,
  home,
  keysHelp,
  latency,
  open,
  price,
  raw,
};
