import { instant, localDay, parseStayTime } from '@da06/domain';
import type { Code } from '@da06/errors';
import { IncidentUpdatedData } from '@da06/events';
import type { Locality } from '@da06/reference';
import { refuses } from '../take-in/draft/outcome.ts';
import { textOf } from '../take-in/fields/claim.ts';
import { isObject, readClaim, requireFields } from '../take-in/fields/read-claim.ts';
import { shown } from '../take-in/fields/read-field.ts';
import { checkRef } from '../take-in/rules/check-ref.ts';
import type { Finding } from '../take-in/types.ts';
import { incidentTable, type IncidentClaim, type IncidentField } from './incident-fields.ts';

export type IncidentSetting = { readonly locality: Locality; /** Unix ms. */ readonly receivedAt: number; /** uids that a commune's key may write of; undefined = any. */ readonly ownUnits: ReadonlySet<string> | undefined };

/** An incident as a record tells it; a revision that is left out is not told. */
export type ToldIncident = Omit<IncidentUpdatedData, 'revision'> & { readonly revision: number | undefined };
/** What a record of an incident says. */
export type ReadIncident = { readonly ref: string; readonly found: readonly Finding[]; /** Present exactly when nothing refuses it. */ readonly incident?: ToldIncident };

/** A phone, a CMND or a CCCD: an incident's own number that is so long does not begin with 0. */
const personalNumber = /^(?:\d{9}|0\d{9}|0\d{11})$/;
const clockSlack = 5 * 60_000;
const [earliest, latest] = [Date.UTC(2000, 0, 1), Date.UTC(2100, 0, 1)];

type Telling = { readonly claim: IncidentClaim; readonly found: Finding[] };
type Times = { readonly happenedAt: number | undefined; readonly reportedAt: number | undefined; readonly handledAt: number | undefined };

/** Reads and checks one record of an incident. `given` = the address's reference, `before` = what the reader of the file found. */
export const readIncident = (value: unknown, before: readonly Finding[], setting: IncidentSetting, given?: string): ReadIncident => {
  const found: Finding[] = [...before];
  if (!isObject(value)) return { ref: given ?? '', found: [...found, { pointer: '', code: 'item.not-an-object', received: shown(value) }] };
  const claim = readClaim(value, incidentTable, found);
  const telling: Telling = { claim, found };
  requireFields(claim, incidentTable.required.filter(({ field }) => field !== 'ref' || given === undefined), found);
  const ref = refOf(telling, given);
  const times = timesOf(telling, setting.receivedAt);
  const unit = unitOf(telling, localDay(times.happenedAt ?? times.reportedAt ?? setting.receivedAt), setting);
  if (textOf(claim.means) !== undefined && textOf(claim.kind) !== undefined && claim.kind !== 'traffic-accident') tell(telling, 'means', 'incident.means-not-used');
  return refuses(found) ? { ref, found } : { ref, found, incident: incidentOf(ref, unit, claim, times) };
};

const incidentOf = (ref: string, unit: string | undefined, claim: IncidentClaim, { happenedAt, reportedAt, handledAt }: Times): ToldIncident => {
  const timeOf = (at: number | undefined): string | null => (at === undefined ? null : instant(at));
  const revision = textOf(claim.revision);
  const told = IncidentUpdatedData.parse({
    ref, revision: Number(revision ?? 0), kind: claim.kind, unit, happenedAt: timeOf(happenedAt), reportedAt: timeOf(reportedAt), handledAt: timeOf(handledAt), channel: textOf(claim.channel) ?? 'other', outcome: textOf(claim.outcome) ?? 'open',
    losses: { deaths: Number(claim.deaths ?? 0), injured: Number(claim.injured ?? 0), damageVnd: Number(claim.damageVnd ?? 0) }, suspects: Number(claim.suspects ?? 0), means: textOf(claim.means) ?? '', withdrawn: claim.status === 'withdrawn',
  });
  return { ...told, revision: revision === undefined ? undefined : told.revision };
};

const tell = ({ claim, found }: Telling, field: IncidentField, code: Code): void => void found.push({ pointer: incidentTable.pointers[field], code, received: shown(claim[field]) });

const refOf = ({ claim, found }: Telling, given: string | undefined): string => {
  const named = textOf(claim.ref);
  if (given !== undefined && named !== undefined && named !== given) found.push({ pointer: incidentTable.pointers.ref, code: 'ref.mismatch', received: named });
  const ref = given ?? named ?? '';
  const pointer = incidentTable.pointers.ref;
  if (given === undefined && named === undefined) return ref;
  if (personalNumber.test(ref.replace(/[^A-Za-z0-9]/g, ''))) found.push({ pointer, code: 'ref.personal', received: ref });
  else checkRef({ ref, number: '', phone: '', pointer }, found);
  return ref;
};

/** What cannot be is refused: a report ahead of its receipt, something that happened after it was reported, or was handled before. */
const timesOf = (telling: Telling, receivedAt: number): Times => {
  const [happenedAt, reportedAt, handledAt] = (['happenedAt', 'reportedAt', 'handledAt'] as const).map((field) => readTime(telling, field));
  for (const [field, at] of [['reportedAt', reportedAt], ['handledAt', handledAt]] as const) if (at !== undefined && at > receivedAt + clockSlack) tell(telling, field, 'incident.in-future');
  if (happenedAt !== undefined && reportedAt !== undefined && happenedAt > reportedAt) tell(telling, 'happenedAt', 'incident.reported-before-happened');
  if (handledAt !== undefined && reportedAt !== undefined && handledAt < reportedAt) tell(telling, 'handledAt', 'incident.handled-before-reported');
  return { happenedAt, reportedAt, handledAt };
};

const readTime = (telling: Telling, field: IncidentField): number | undefined => {
  const text = textOf(telling.claim[field]);
  if (text === undefined) return undefined;
  const at = parseStayTime(text)?.at;
  if (at !== undefined && at >= earliest && at < latest) return at;
  tell(telling, field, at === undefined ? 'date.format' : 'date.out-of-range');
  return undefined;
};

const unitOf = (telling: Telling, on: string, { locality, ownUnits }: IncidentSetting): string | undefined => {
  const sent = textOf(telling.claim.unit);
  if (sent === undefined) return undefined;
  const unit = locality.unitByUid(sent) ?? locality.unitAt(sent, on);
  if (unit === undefined) tell(telling, 'unit', 'unit.unknown');
  else if (unit.level !== 'commune') tell(telling, 'unit', 'unit.not-commune');
  else if (ownUnits?.has(unit.uid) === false) tell(telling, 'unit', 'incident.not-your-unit');
  else if (!locality.isUnitValid(unit.uid, on)) tell(telling, 'unit', 'unit.not-valid-then');
  return unit?.uid;
};
