/** Must be imported before anything that parses: compiled validators would need `eval`, which the policy forbids. */
import * as z from 'zod/mini';

z.config({ jitless: true });
