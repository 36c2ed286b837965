/** The English texts that a page needs before anything else. */
import { app } from './en/app.ts';
import { facts } from './en/facts.ts';
import { flow } from './en/flow.ts';
import { heading } from './en/heading.ts';
import { keys } from './en/keys.ts';
import { outcome } from './en/outcome.ts';
import { search } from './en/search.ts';
import { timeline } from './en/timeline.ts';
import { verdict } from './en/verdict.ts';

export const enCore = { app, facts, flow, heading, keys, outcome, search, timeline, verdict };
