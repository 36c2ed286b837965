/** The analysis of the loaded rows, kept up to date without keeping the page busy. */
import { useEffect, useRef, useState } from 'react';
import type { FlowRow } from '#model/explore/row.ts';
import { type Analysis, Analyst, emptyAnalysis, type Question } from './analysis.ts';

export interface Analysed extends Analysis {
  /** The question these answer, and how many loaded rows they cover. */
  readonly question: Question | null;
  readonly looked: number;
}

const nothing: Analysed = { ...emptyAnalysis, question: null, looked: 0 };

/** `version` grows when `rows`, which may be the same array, holds other rows than before. */
export function useAnalysis(rows: readonly FlowRow[], version: number, question: Question): Analysed {
  const [answer, setAnswer] = useState<Analysed>(nothing);
  const asked = useRef({ question, looked: 0 });
  const [analyst] = useState(() => new Analyst((analysis) => setAnswer({ ...analysis, ...asked.current })));
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version stands for what is in the rows
  useEffect(() => {
    asked.current = { question, looked: rows.length };
    void analyst.ask(rows, question);
  }, [analyst, rows, version, question]);
  useEffect(() => () => analyst.stop(), [analyst]);
  return answer;
}
