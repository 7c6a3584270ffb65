/** How often a board asks again by itself, as Grafana writes it; '' is never. */
export const refreshChoices: readonly string[] = ['', '30s', '1m', '5m', '15m', '1h'];

const units: Readonly<Record<string, Readonly<Record<'vi' | 'en', string>>>> = { s: { vi: 'giây', en: 's' }, m: { vi: 'phút', en: 'min' }, h: { vi: 'giờ', en: 'h' }, d: { vi: 'ngày', en: 'd' } };

/** `5m` as people read it: `5 phút`; what is no interval stays as it is. */
export const refreshText = (text: string, language: 'vi' | 'en'): string => {
  const [, count, unit = ''] = /^(\d+)([smhd])$/.exec(text) ?? [];
  const word = units[unit];
  return count === undefined || word === undefined ? text : `${count} ${word[language]}`;
};

const seconds: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3_600, d: 86_400 };

/** Milliseconds of `30s`, `5m`, `1h`; undefined for never, and for what is no interval. Never less than 5 s. */
export const refreshMs = (text: string): number | undefined => {
  const [, count, unit = ''] = /^(\d+)([smhd])$/.exec(text) ?? [];
  const factor = seconds[unit];
  return count === undefined || factor === undefined || Number(count) === 0 ? undefined : Math.max(5, Number(count) * factor) * 1_000;
};
