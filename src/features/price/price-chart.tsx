/** Each step's share of the price as one stacked bar. Drawn in floats; the table beside it is exact. */
import { Bar, BarChart, ResponsiveContainer, XAxis, YAxis } from 'recharts';

export interface PriceSegment {
  readonly key: string;
  readonly value: number;
  readonly colour: string;
}

export const priceChartHeight = 26;

export function PriceChart({ segments }: { readonly segments: readonly PriceSegment[] }) {
  const total = segments.reduce((sum, segment) => sum + segment.value, 0);
  const data = [Object.fromEntries(segments.map(({ key, value }) => [key, value]))];
  return (
    <ResponsiveContainer
      width="100%"
      height={priceChartHeight}
      initialDimension={{ width: 480, height: priceChartHeight }}
    >
      <BarChart layout="vertical" data={data} margin={noMargin} barCategoryGap={0} accessibilityLayer={false}>
        <XAxis type="number" domain={[0, total]} hide />
        <YAxis type="category" hide />
        {segments.map(({ key, colour }) => (
          <Bar
            key={key}
            dataKey={key}
            stackId="price"
            barSize={priceChartHeight}
            fill={colour}
            stroke="var(--panel)"
            isAnimationActive={false}
          />
        ))}
      </BarChart>
    </ResponsiveContainer>
  );
}

const noMargin = { top: 0, right: 0, bottom: 0, left: 0 };
