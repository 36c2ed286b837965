/** The English catalogue: the one whose keys every other language must have. */
import { app } from './en/app.ts';
import { cards } from './en/cards.ts';
import { choice } from './en/choice.ts';
import { compare } from './en/compare.ts';
import { customer } from './en/customer.ts';
import { detailedStatus } from './en/detailed-status.ts';
import { errors } from './en/errors.ts';
import { evidence } from './en/evidence.ts';
import { explore } from './en/explore.ts';
import { facts } from './en/facts.ts';
import { failing } from './en/failing.ts';
import { fieldMeanings } from './en/field-meanings.ts';
import { fields } from './en/fields.ts';
import { findings } from './en/findings.ts';
import { findingsPanel } from './en/findings-panel.ts';
import { flow } from './en/flow.ts';
import { heading } from './en/heading.ts';
import { history } from './en/history.ts';
import { home } from './en/home.ts';
import { keys } from './en/keys.ts';
import { keysHelp } from './en/keys-help.ts';
import { kin } from './en/kin.ts';
import { latency } from './en/latency.ts';
import { links } from './en/links.ts';
import { lookup } from './en/lookup.ts';
import { open } from './en/open.ts';
import { outcome } from './en/outcome.ts';
import { ownId } from './en/own-id.ts';
import { price } from './en/price.ts';
import { raw } from './en/raw.ts';
import { recipient } from './en/recipient.ts';
import { search } from './en/search.ts';
import { timeline } from './en/timeline.ts';
import { trouble } from './en/trouble.ts';
import { verdict } from './en/verdict.ts';

export const en = {
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

/** What every language must have; a missing key or parameter fails the type check. */
export type Catalogue = typeof en;
