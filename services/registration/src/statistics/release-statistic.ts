import { suppress } from '@da06/domain';
import { identityReadType, parseEvent, statisticReleasedType, topics, type Sealed, type StatisticReleased } from '@da06/events';
import type { Locality } from '@da06/reference';
import { addEvent } from '../commit/unit.ts';
import { openSealed } from '../records/open-sealed.ts';
import type { Service } from '../service.ts';
import { eachOfResidents, findCounted, placeOf, type Counted } from './counted-persons.ts';
import { nameOfCode } from './names.ts';
import { sealedStatistics, type Statistic } from './sealed-statistics.ts';

export type ReleaseRequest = { readonly statistic: Statistic; readonly asOf: string; readonly actor: string; readonly receivedAt: number };
export type Release = { readonly eventId: string; readonly data: StatisticReleased['data'] };

type Deps = Pick<Service, 'log' | 'vault' | 'locality' | 'committer'>;

/**
 * Counts what is sealed of those who were resident, or away, at the end of a local day, as known now, and publishes it with the small cells left out.
 * That envelopes are opened is recorded before the first is: one event for the count, as nobody is shown anybody; who was counted follows from the
 * log. One envelope is open at a time, and only a person's code is kept of it.
 */
export const releaseStatistic = async (deps: Deps, { statistic, asOf, actor, receivedAt }: ReleaseRequest): Promise<Release> => {
  const to = await deps.log.ends(topics.stays);
  const definition = sealedStatistics[statistic];
  const { persons, wanted } = await findCounted(deps.log, to, definition, asOf);
  if (wanted.size > 0) await deps.committer.submit((unit) => addEvent(unit, { topic: topics.security, type: identityReadType, subject: statistic, receivedAt, actor, data: { purpose: `statistic-${statistic}`, facility: '', personKey: '' } }));

  const vault = { open: deps.vault.newOpener() };
  const envelopes = { opened: 0, unknown: 0 };
  await eachOfResidents(deps.log, to, (record) => {
    const of = wanted.get(placeOf(record));
    const parsed = of === undefined ? undefined : parseEvent(record.value);
    const sealed = parsed?.ok === true ? (parsed.event.data['sealed'] as Sealed | undefined) : undefined;
    if (of === undefined || sealed === undefined) return;
    const code = definition.codeIn(openSealed({ vault }, sealed));
    envelopes.opened += 1;
    if (code === '') envelopes.unknown += 1;
    else if (of.rank > of.person.rank) Object.assign(of.person, { code, rank: of.rank });
  });

  const data = { statistic, asOf, ...envelopes, cells: cellsOf(deps.locality, persons, { statistic, asOf }) };
  const eventId = await deps.committer.submit((unit) => addEvent(unit, { topic: topics.registry, type: statisticReleasedType, subject: statistic, receivedAt, actor, data }));
  return { eventId, data };
};

/** Persons of whom nothing is known are no part of the table: their number would be one more sum to compute with. */
const cellsOf = (locality: Locality, persons: readonly Counted[], { statistic, asOf }: Pick<ReleaseRequest, 'statistic' | 'asOf'>): StatisticReleased['data']['cells'] => {
  const counts = new Map<string, { readonly row: string; readonly column: string; persons: number }>();
  for (const { unit, code } of persons) {
    if (code === '') continue;
    const row = unitOn(locality, unit, asOf);
    const key = `${row} ${code}`;
    const cell = counts.get(key) ?? { row, column: code, persons: 0 };
    cell.persons += 1;
    counts.set(key, cell);
  }
  const table = suppress([...counts.values()]);
  const cell = (unit: string, code: string, shown: number | null) => ({ unit, code, vi: nameOfCode(statistic, code), persons: shown });
  return [
    ...table.cells.map(({ row, column, persons: shown }) => cell(row, column, shown)),
    ...[...table.rows].map(([unit, shown]) => cell(unit, '', shown)),
    ...[...table.columns].map(([code, shown]) => cell('', code, shown)),
    cell('', '', table.total),
  ];
};

/** The unit that a record's unit was whole merged into by a day; itself while it is there, or where it was divided: a person is in one unit. */
const unitOn = (locality: Locality, uid: string, day: string): string => {
  const unit = locality.unitByUid(uid);
  const [successor, another] = unit?.successors ?? [];
  if (unit === undefined || successor === undefined || another !== undefined || day <= (unit.valid_to ?? '9999')) return uid;
  return unitOn(locality, successor, day);
};
