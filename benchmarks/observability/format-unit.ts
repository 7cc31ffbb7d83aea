/** Formats a value in one of Grafana's units that the dashboard uses. @throws for others, which would be drawn wrongly */
export function formatUnit(value: number, unit: string): string {
  switch (unit) {
    case 'short':
      return short(value);
    case 'reqps':
      return `${short(value)} req/s`;
    case 'ops':
      return `${short(value)} ops/s`;
    case 'percentunit':
      return `${short(value * 100)} %`;
    case 's':
      return value !== 0 && Math.abs(value) < 1 ? `${short(value * 1000)} ms` : `${short(value)} s`;
    case 'bytes':
      return `${short(value / 2 ** 20)} MiB`;
    default:
      throw new Error(`unknown unit ${unit}`);
  }
}

function short(value: number): string {
  return String(Number(value.toPrecision(3)));
}
