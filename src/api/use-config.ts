/** What the gateway said of itself, for components; null until it has answered. */
import { useQuery } from '@tanstack/react-query';
import { type Config, configOptions } from './config-query.ts';

export function useConfig(): Config | null {
  return useQuery(configOptions()).data ?? null;
}
