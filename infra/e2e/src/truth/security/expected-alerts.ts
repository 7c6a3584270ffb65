import type { PopulationTruth, Truth, TruthPaper, TruthStay } from '@da06/simulator';
import { linksOfRecords, personsOf } from '../expected-persons.ts';
import { dayNumber, dayText } from '../local-time.ts';
import { phases, type Judged, type Moment, type WatchFacts, type Watched } from './facts.ts';

/** A row of the view `alerts`, without what no truth can know (ids of the alert and of events). Moments in Unix milliseconds. */
export type AlertRow = {
  readonly rule: string; readonly rule_version: number; readonly severity: string; readonly raised_at: number; readonly happened_at: number; readonly day: string; readonly unit_uid: string; readonly facility_id: string;
  readonly ref: string; readonly entry: string; readonly figures: object; readonly status: string; readonly judged: string; readonly reason: string; readonly confirmed_at: number | null; readonly dismissed_at: number | null;
  readonly closed_at: number | null; readonly simulated: number;
};

export type AlertsOf = { readonly truth: Pick<Truth, 'stays' | 'links'>; readonly population: Pick<PopulationTruth, 'records'>; readonly watch: WatchFacts };

const lookBack = { closed: 30, open: 366 };
const isBefore = (a: Moment, b: Moment): boolean => a.phase < b.phase || (a.phase === b.phase && a.at < b.at);
const newest = (moments: readonly Moment[]): Moment => moments.reduce((last, one) => (isBefore(last, one) ? one : last));

/** The number of twelve digits is a person's own, whichever paper it was read from. */
const asCard = (paper: TruthPaper): TruthPaper => (/^\d{12}$/.test(paper.number) && ['cccd', 'cmnd', 'number-notice'].includes(paper.kind) ? { ...paper, kind: 'cccd', issuingState: 'VNM' } : paper);
const nameOf = ({ kind, number, issuingState }: TruthPaper): string => `${kind} ${issuingState} ${number}`;

/** When the system was first told that an old paper is one person's with a card. */
const linkTimes = ({ truth, population }: AlertsOf): ReadonlyMap<string, Moment> => {
  const times = new Map<string, Moment>();
  const tell = (cmnd: string, moment: Moment): void => {
    const held = times.get(cmnd);
    if (held === undefined || isBefore(moment, held)) times.set(cmnd, moment);
  };
  for (const { cmnd, firstReceivedAt } of truth.links) tell(cmnd, { phase: phases.stays, at: Date.parse(firstReceivedAt) });
  for (const record of population.records) if ('formerNumber' in record && record.formerNumber !== '') tell(record.formerNumber, { phase: phases.records, at: Date.parse(record.receivedAt) });
  return times;
};

/** Rows of the view `alerts`: of every stay of somebody who is watched for, when the last of what says so was told, while the entry holds. */
export const expectedAlerts = (of: AlertsOf): AlertRow[] => {
  const { truth, population, watch } = of;
  const personOf = personsOf({ links: [...truth.links, ...linksOfRecords(population)] });
  const times = linkTimes(of);
  const entriesOf = new Map<string, Watched[]>();
  for (const one of watch.watched) entriesOf.set(personOf(asCard(one.paper)), [...(entriesOf.get(personOf(asCard(one.paper))) ?? []), one]);
  const judgements = new Map(watch.judged.map((judged) => [`${judged.entry}/${judged.facility}/${judged.ref}`, judged]));
  return truth.stays.flatMap((stay) => {
    const shown = asCard(stay.paper);
    return (entriesOf.get(personOf(shown)) ?? []).flatMap((watched) => {
      const named = asCard(watched.paper);
      const links = nameOf(named) === nameOf(shown) ? [] : [named, shown].flatMap(({ kind, number }) => (kind === 'cmnd' ? (times.get(number) ?? []) : []));
      const told = newest([watched.added, { phase: phases.stays, at: Date.parse(stay.firstReceivedAt) }, ...links]);
      return matches(watched, stay, told) ? [rowOf(watched, stay, told, judgements.get(`${watched.entry}/${stay.facility}/${stay.ref}`))] : [];
    });
  });
};

const matches = ({ validFrom, expiresOn, removed }: Watched, stay: TruthStay, told: Moment): boolean => {
  const on = dayText(dayNumber(told.at));
  if (stay.cancelled || on < validFrom || on > expiresOn || (removed !== undefined && isBefore(removed, told))) return false;
  return dayNumber(told.at) - dayNumber(Date.parse(stay.arrivedAt)) <= lookBack[stay.departedAt === null ? 'open' : 'closed'];
};

const severe: readonly string[] = ['wanted', 'missing', 'entry-ban'];

const rowOf = ({ entry, reasonClass }: Watched, stay: TruthStay, told: Moment, judged: Judged | undefined): AlertRow => {
  const [first, second] = judged?.steps ?? [];
  const verdict = first === undefined ? '' : first.action === 'confirm' ? 'confirmed' : 'dismissed';
  const when = (is: boolean): number | null => (is && judged !== undefined ? judged.at : null);
  return {
    rule: 'watch-list', rule_version: 1, severity: severe.includes(reasonClass) ? 'high' : 'medium', raised_at: told.at, happened_at: Date.parse(stay.arrivedAt), day: dayText(dayNumber(Date.parse(stay.arrivedAt))),
    unit_uid: stay.unit, facility_id: stay.facility, ref: stay.ref, entry, figures: {}, status: second?.action === 'close' ? 'closed' : verdict === '' ? 'raised' : verdict, judged: verdict, reason: first?.reason ?? '',
    confirmed_at: when(verdict === 'confirmed'), dismissed_at: when(verdict === 'dismissed'), closed_at: when(second?.action === 'close'), simulated: stay.facility.startsWith('demo-') ? 1 : 0,
  };
};
