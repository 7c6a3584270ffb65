import type { LiveLine } from '@da06/console/api';
import type { LiveState } from '../api/live.ts';
import type { Language } from '../panels/renderer.ts';
import { shell } from '../words/shell.ts';

/** Accepted events that cannot be seen yet; below it is the usual ripple of a busy minute. */
const behind = 1_000;

const inVietnam = (time: number): string => new Date(time + 7 * 3_600_000).toISOString();

/** `14:05:09`, with the day before it (`25/11 14:05:09`) when that is not today's. */
export const asOfText = (asOf: number, at: number): string => {
  const [then, now] = [inVietnam(asOf), inVietnam(at)];
  const clock = then.slice(11, 19);
  return then.slice(0, 10) === now.slice(0, 10) ? clock : `${then.slice(8, 10)}/${then.slice(5, 7)}${then.slice(0, 4) === now.slice(0, 4) ? '' : `/${then.slice(0, 4)}`} ${clock}`;
};

export type Light = { readonly colour: 'good' | 'note' | 'bad' | 'none'; readonly text: string };

/** What the light says: red, nobody answers; amber, there is more than is shown; green, what is accepted is shown. */
export const lightOf = (line: LiveLine | undefined, state: LiveState, language: Language): Light => {
  if (state === 'lost') return { colour: 'bad', text: shell.cut[language] };
  if (line === undefined) return { colour: 'none', text: shell.waiting[language] };
  if (line.lag !== null && line.lag > behind) return { colour: 'note', text: shell.behind[language].replace('{n}', new Intl.NumberFormat(language === 'vi' ? 'vi-VN' : 'en-GB').format(line.lag)) };
  return { colour: 'good', text: shell.fresh[language] };
};
