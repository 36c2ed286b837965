/** The Greek catalogue. */
import { app } from './el/app.ts';
import { cards } from './el/cards.ts';
import { choice } from './el/choice.ts';
import { compare } from './el/compare.ts';
import { customer } from './el/customer.ts';
import { detailedStatus } from './el/detailed-status.ts';
import { errors } from './el/errors.ts';
import { evidence } from './el/evidence.ts';
import { explore } from './el/explore.ts';
import { facts } from './el/facts.ts';
import { failing } from './el/failing.ts';
import { fieldMeanings } from './el/field-meanings.ts';
import { fields } from './el/fields.ts';
import { findings } from './el/findings.ts';
import { findingsPanel } from './el/findings-panel.ts';
import { flow } from './el/flow.ts';
import { heading } from './el/heading.ts';
import { history } from './el/history.ts';
import { home } from './el/home.ts';
import { keys } from './el/keys.ts';
import { keysHelp } from './el/keys-help.ts';
import { kin } from './el/kin.ts';
import { latency } from './el/latency.ts';
import { links } from './el/links.ts';
import { lookup } from './el/lookup.ts';
import { open } from './el/open.ts';
import { outcome } from './el/outcome.ts';
import { ownId } from './el/own-id.ts';
import { price } from './el/price.ts';
import { raw } from './el/raw.ts';
import { recipient } from './el/recipient.ts';
import { search } from './el/search.ts';
import { timeline } from './el/timeline.ts';
import { trouble } from './el/trouble.ts';
import { verdict } from './el/verdict.ts';
import type { Catalogue } from './en.ts';

export const el: Catalogue = {
  app,
  cards,
  choice,
  compare,
  customer,
  detailedStatus,
  errors,
  evidence,
  explore,
  facts,
  failing,
  fieldMeanings,
  fields,
  findings,
  findingsPanel,
  flow,
  heading,
  history,
  home,
  keys,
  keysHelp,
  kin,
  latency,
  links,
  lookup,
  open,
  outcome,
  ownId,
  price,
  raw,
  recipient,
  search,
  timeline,
  trouble,
  verdict,
};
