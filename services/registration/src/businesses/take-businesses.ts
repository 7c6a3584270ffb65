import { fault, type Fault } from '@da06/errors';
import { businessRegisteredType, topics, type BusinessRegisteredData } from '@da06/events';
import { isDeepStrictEqual } from 'node:util';
import { addEvent } from '../commit/unit.ts';
import { businessOn, withVersion, type BusinessRecord } from '../registry/business-record.ts';
import type { Service } from '../service.ts';
import type { At } from '../take-in/types.ts';
import type { ReadBusiness } from './read-business.ts';

/** One record of an answer. `status`: accepted = not known before, amended = says something new, duplicate = what holds already. */
export type BusinessItem = { readonly index: number; readonly at?: At; readonly id: string; readonly status: 'accepted' | 'amended' | 'duplicate' | 'rejected'; readonly eventId: string | null; readonly faults: readonly Fault[] };
export type Sent = ReadBusiness & { readonly index: number; readonly at?: At };

export type BusinessSender = { readonly actor: string; readonly receivedAt: number; readonly today: string; readonly ownUnits: ReadonlySet<string> | undefined };

/** Records what is new of the businesses of one request, all or none, each seeing those before it; durable when resolved. */
export const takeBusinesses = (service: Service, sender: BusinessSender, sent: readonly Sent[]): Promise<readonly BusinessItem[]> =>
  service.inTurn(async () => {
    const changed = new Map<string, BusinessRecord>();
    const decided = sent.map((one) => {
      const known = changed.get(one.id) ?? service.registry.business(one.id);
      const { status, faults } = decide(one, known, sender);
      if (one.business !== undefined && (status === 'accepted' || status === 'amended')) changed.set(one.id, withVersion(known ?? [], one.business));
      return { one, status, faults };
    });
    const fresh = decided.flatMap(({ one, status }) => (one.business !== undefined && (status === 'accepted' || status === 'amended') ? [one.business] : []));
    const eventIds = fresh.length === 0 ? [] : await service.committer.submit((unit) => fresh.map((data) => addEvent(unit, { topic: topics.registry, type: businessRegisteredType, subject: `businesses/${data.id}`, receivedAt: sender.receivedAt, actor: sender.actor, data })), fresh.length);
    for (const data of fresh) service.registry.apply({ type: businessRegisteredType, data });
    const ids = new Map(fresh.map((data, place) => [data, eventIds[place]]));
    return decided.map(({ one, status, faults }) => ({ index: one.index, ...(one.at !== undefined && { at: one.at }), id: one.id, status, eventId: (status === 'duplicate' || one.business === undefined ? undefined : ids.get(one.business)) ?? null, faults }));
  });

type Decision = Pick<BusinessItem, 'status' | 'faults'>;

const decide = ({ found, business, namesDay }: Sent, known: BusinessRecord | undefined, { today, ownUnits }: BusinessSender): Decision => {
  const faults = found.map(({ pointer, code, received }) => (received === undefined ? fault(pointer, code) : fault(pointer, code, received)));
  if (business === undefined) return { status: 'rejected', faults };
  if (known === undefined) return { status: 'accepted', faults };
  if (ownUnits?.has(businessOn(known, today).unit) === false) return { status: 'rejected', faults: [...faults, fault('/id', 'business.not-your-unit')] };
  // What names no day is compared with what holds: sent again tomorrow, it says nothing new.
  const held = namesDay ? known.find(({ validFrom }) => validFrom === business.validFrom) : businessOn(known, today);
  return { status: held !== undefined && says(held, business, namesDay) ? 'duplicate' : 'amended', faults };
};

const says = (held: BusinessRegisteredData, told: BusinessRegisteredData, namesDay: boolean): boolean => isDeepStrictEqual(namesDay ? held : { ...held, validFrom: told.validFrom }, told);
