/** What the axes and tooltips of Explore's charts share. */
export const tick = { fill: 'var(--ink3)', fontSize: 11 } as const;

export const tooltip = {
  cursor: { fill: 'var(--line2)' },
  isAnimationActive: false,
  contentStyle: {
    background: 'var(--panel)',
    border: '1px solid var(--line)',
    borderRadius: 8,
    fontSize: 12,
    color: 'var(--ink)',
    padding: '6px 10px',
  },
  itemStyle: { color: 'var(--ink2)', padding: 0 },
} as const;
