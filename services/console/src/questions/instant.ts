const formats = new Map<string, Intl.DateTimeFormat>();
const formatOf = (zone: string): Intl.DateTimeFormat => {
  const known = formats.get(zone) ?? new Intl.DateTimeFormat('en-GB', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' });
  formats.set(zone, known);
  return known;
};

/** How far the clocks of a zone are before UTC at an instant, in milliseconds; whole seconds, as ancient offsets have them. */
const offsetAt = (instant: number, zone: string): number => {
  const second = Math.floor(instant / 1000) * 1000;
  const part = Object.fromEntries(formatOf(zone).formatToParts(second).map(({ type, value }) => [type, Number(value)]));
  return Date.UTC(part['year'] ?? 0, (part['month'] ?? 1) - 1, part['day'], part['hour'], part['minute'], part['second']) - second;
};

/** Offsets that were looked up, by zone and hour of the clock: a column of times is mostly of few hours, and the look-up takes microseconds. */
const offsets = new Map<string, number>();
const mostOffsets = 50_000;

const offsetOf = (clock: number, zone: string): number => {
  const key = `${zone} ${Math.floor(clock / 900_000)}`;
  const known = offsets.get(key);
  if (known !== undefined) return known;
  // The offset at the instant that the clock would be in UTC is off by that of the zone: near a change of it once more.
  const offset = offsetAt(clock - offsetAt(clock, zone), zone);
  if (offsets.size >= mostOffsets) offsets.clear();
  offsets.set(key, offset);
  return offset;
};

/** `2026-11-20 18:30:00[.123]` of the clocks of a zone, as the engine writes it, in Unix milliseconds. */
export const instantOf = (text: string, zone: string): number => {
  const clock = Date.parse(`${text.replace(' ', 'T')}Z`);
  return zone === 'UTC' || Number.isNaN(clock) ? clock : clock - offsetOf(clock, zone);
};
