/** Texts of the latency panel. */
export const latency = {
  title: 'Latency',
  scale: 'log scale',
  byTimestamps: 'by timestamps',
  asReported: 'as reported',
  step: (number: string, channel: string) => `${number} ${channel}`,
  chart: 'How long each step took, on a logarithmic scale',
  nothing: 'The record holds no times from which a latency could be told.',
  split: {
    title: 'Where the time went',
    channel: 'Channels',
    ttl: 'Waiting for a TTL',
    handover: 'Handing over',
    other: 'Unaccounted for',
    total: 'Total',
  },
  seconds: (step: string, value: string, asWritten: string, measured: string) =>
    `${step} reports ${value}, which the reference defines as ${asWritten}; its timestamps say ${measured}, so the field is probably in seconds.`,
  neither: (step: string, value: string, measured: string) =>
    `${step} reports ${value}; its timestamps say ${measured}, which fits neither milliseconds nor seconds.`,
  moreDoubts: (count: string) => `The same holds for ${count} more messages.`,
  table: 'The figures as a table',
  caption: 'Latency of each message, by timestamps and as reported',
  columns: { step: 'Step', part: 'Part', measured: 'By timestamps', reported: 'As reported' },
  soFar: (duration: string) => `${duration} so far`,
  reported: (value: string, unit: string | null) => (unit === null ? value : `${value} (${unit})`),
  units: { milliseconds: 'milliseconds', seconds: 'probably seconds', either: null, neither: 'fits no unit' },
  before: (duration: string) => `−${duration}`,
  none: '—',
  drawn: (shown: string, all: string) => `${shown} of ${all} steps are drawn; the table has more.`,
  showMore: (left: string) => `Show more (${left} left)`,
};
