import { fault, type Fault } from '@da06/errors';
import { incidentRecordedType, incidentUpdatedType, topics, type IncidentUpdatedData } from '@da06/events';
import { countItems, type AnswerItem, type Outcome } from '../commit/answer.ts';
import { addEvent } from '../commit/unit.ts';
import { incidentAfter, repeatedId, type IncidentState } from '../registry/incidents.ts';
import { isRepeat } from '../registry/revisions.ts';
import type { Service } from '../service.ts';
import type { At } from '../take-in/types.ts';
import type { ReadIncident } from './read-incident.ts';

export type SentIncident = ReadIncident & { readonly index: number; readonly at?: At; readonly hash: string };
export type IncidentSender = { readonly actor: string; readonly receivedAt: number; readonly ownUnits: ReadonlySet<string> | undefined; /** Nothing is recorded. */ readonly validateOnly: boolean };

type Decision = { readonly status: AnswerItem['status']; readonly faults: readonly Fault[]; /** What is to be recorded. */ readonly data?: IncidentUpdatedData; /** What was recorded before, here or in an earlier request. */ readonly repeats?: IncidentUpdatedData; readonly isFirst: boolean };

/** Records what is new of the incidents of one request, all or none, each seeing those before it; durable when resolved. */
export const takeIncidents = (service: Service, sender: IncidentSender, sent: readonly SentIncident[]): Promise<Outcome> =>
  service.inTurn(async () => {
    const changed = new Map<string, IncidentState>();
    const decided = sent.map((one) => {
      const known = changed.get(one.ref) ?? service.registry.incident(one.ref);
      const decision = decide(one, known, sender);
      if (decision.data !== undefined) changed.set(one.ref, incidentAfter(known, decision.data, ''));
      return decision;
    });
    const fresh = decided.flatMap(({ data, isFirst }) => (data === undefined ? [] : [{ data, isFirst }]));
    const ids = fresh.length === 0 || sender.validateOnly ? [] : await record(service, sender, fresh);
    let next = 0;
    const items = decided.map(({ status, faults, data, repeats }, place): AnswerItem => {
      const { index, at, ref, hash } = sent[place] as SentIncident;
      const eventId = data !== undefined ? ids[next++] : repeats !== undefined ? eventOf(service, repeats) : undefined;
      return { index, ref, status, late: false, registrationNumber: null, eventId: eventId ?? null, hash, ...(at !== undefined && { at }), faults };
    });
    return { counts: countItems(items), items, seen: items.map(() => true) };
  });

/** The event of an earlier request, or of an item before it in this one, which is recorded by now. */
const eventOf = ({ registry }: Service, told: IncidentUpdatedData): string | undefined => {
  const known = registry.incident(told.ref);
  return known && repeatedId(known, told);
};

const record = async (service: Service, { actor, receivedAt }: IncidentSender, fresh: readonly { readonly data: IncidentUpdatedData; readonly isFirst: boolean }[]): Promise<readonly string[]> => {
  const events = fresh.map(({ data, isFirst }) => {
    const { withdrawn, ...whole } = data;
    return isFirst && !withdrawn ? { type: incidentRecordedType, data: whole } : { type: incidentUpdatedType, data };
  });
  const ids = await service.committer.submit((unit) => events.map(({ type, data }) => addEvent(unit, { topic: topics.security, type, subject: `incidents/${data.ref}`, receivedAt, actor, data })), events.length);
  events.forEach((event, place) => service.registry.apply({ ...event, id: ids[place] ?? '' }));
  return ids;
};

const decide = ({ found, incident }: SentIncident, known: IncidentState | undefined, { ownUnits }: IncidentSender): Decision => {
  const faults = found.map(({ pointer, code, received }) => (received === undefined ? fault(pointer, code) : fault(pointer, code, received)));
  const isFirst = known === undefined;
  if (incident === undefined) return { status: 'rejected', faults, isFirst };
  if (known !== undefined && ownUnits?.has(known.held.unit) === false) return { status: 'rejected', faults: [...faults, fault('/ref', 'incident.not-your-unit')], isFirst };
  const data = { ...incident, revision: incident.revision ?? known?.held.revision ?? 0 };
  if (isRepeat(known, data)) return { status: 'duplicate', faults, isFirst, repeats: data };
  return { status: isFirst ? 'accepted' : 'amended', faults, data, isFirst };
};
