import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { initialFlowView } from '#features/flow-view/flow-view-state.ts';
import { flowPath, readFlowView, withFlowView } from './url.ts';

const optionalPlace = fc.option(fc.nat({ max: 9999 }), { nil: null });
const scale = fc.oneof(
  fc.record({ scale: fc.constantFrom(null, 'true' as const, 'even' as const), opened: fc.constant([]) }),
  fc.record({ scale: fc.constant('folded' as const), opened: fc.array(fc.nat({ max: 1e9 }), { maxLength: 5 }) }),
);
const rest = fc.record({
  step: optionalPlace,
  finding: optionalPlace,
  zoom: fc.option(
    fc.tuple(fc.integer({ min: -1e6, max: 1e9 }), fc.integer({ min: 1, max: 1e9 })).map(([from, length]) => ({
      from,
      to: from + length,
    })),
    { nil: null },
  ),
  raw: fc.boolean(),
});
const view = fc.tuple(scale, rest).map(([chosen, others]) => ({ ...others, ...chosen }));

describe('the address of a flow’s page', () => {
  it('gives back any view that was put into it', () => {
    fc.assert(
      fc.property(view, (seen) => {
        expect(readFlowView(new URLSearchParams(withFlowView(new URLSearchParams(), seen).toString()))).toEqual(seen);
      }),
    );
  });

  it('stays bare for what is seen first, and keeps the zone', () => {
    expect(withFlowView(new URLSearchParams('tz=Europe/Athens&step=2'), initialFlowView).toString()).toBe(
      'tz=Europe%2FAthens',
    );
  });

  it.each([
    'step=0',
    'step=-1',
    'step=two',
    'step=1e3',
    'scale=log',
    'open=0',
    'scale=true,',
    'zoom=5',
    'zoom=9~3',
    'view=timeline',
    '',
  ])('reads %s as what is seen first', (text) => {
    expect(readFlowView(new URLSearchParams(text))).toEqual(initialFlowView);
  });

  it.each(['open=1,x', 'open=-1', 'open=1e3', 'open=', `open=${'1,'.repeat(200)}1`])(
    'reads %s as nothing opened',
    (text) => {
      expect(readFlowView(new URLSearchParams(`scale=folded&${text}`)).opened).toEqual([]);
    },
  );

  it('writes a tracking ID so that it stays one part of the path', () => {
    expect(flowPath('a/b?c')).toBe('/flows/a%2Fb%3Fc');
  });
});
