import { compareOrder } from '@da06/domain';
import { AppError } from '@da06/errors';
import { identityReadType, parseEvent, stayCheckedInType, topics, type Envelope, type StayCheckedIn } from '@da06/events';
import { mergePatch } from '@da06/service-kit';
import { compose } from '../compose.ts';
import type { KnownAlert, Place } from '../known/types.ts';
import type { Service } from '../service.ts';

export type Opening = { readonly actor: string; readonly receivedAt: number; /** A code of the list. */ readonly reason: string };

/** Who an alert is about, as far as it was not erased. */
export type OpenedIdentity = { readonly alert: string; readonly facility: string; readonly ref: string; readonly identity: 'shown' | 'partly-erased' | 'erased'; readonly guest: unknown; readonly room: unknown };

type StayEvent = Omit<Envelope, 'data'> & { readonly data: StayCheckedIn['data'] };

/**
 * Opens the sealed identity of the stay an alert is about. That it is read, by whom and why, is in the log before anything is opened.
 * @throws AppError `alert.no-stay`.
 */
export const openIdentity = async (service: Service, { state: { raised: { alert, facility, ref } } }: KnownAlert, { actor, receivedAt, reason }: Opening): Promise<OpenedIdentity> => {
  const stay = ref === '' ? undefined : service.known().stay(`${facility}/${ref}`);
  if (stay === undefined) throw new AppError('alert.no-stay');
  const events = (await Promise.all(stay.events.map(({ place }) => readEvent(service, place)))).filter((event) => event !== undefined).sort(laterOnTop);
  const persons = new Set(events.flatMap(({ data }) => (data.sealed === undefined ? [] : [data.sealed.personKey])));
  await service.decide((keep) => keep([...persons].map((personKey) => compose(service, { type: identityReadType, subject: facility, actor, receivedAt, data: { purpose: `alert/${reason}`, facility, personKey } }))));
  let identity: Record<string, unknown> = {};
  let [sealed, erased] = [0, 0];
  for (const { data } of events) {
    if (data.sealed === undefined) continue;
    sealed += 1;
    const opened = openUnlessErased(service, data.sealed);
    if (opened === undefined) erased += 1;
    else identity = mergePatch(identity, opened);
  }
  return { alert, facility, ref, identity: erased === 0 && sealed > 0 ? 'shown' : erased < sealed ? 'partly-erased' : 'erased', guest: identity['guest'] ?? null, room: identity['room'] ?? null };
};

const readEvent = async ({ log }: Service, [partition, offset]: Place): Promise<StayEvent | undefined> => {
  const [record] = await log.read({ topic: topics.stays, partition, from: BigInt(offset), limit: 1 });
  const parsed = record?.offset === BigInt(offset) ? parseEvent(record.value) : undefined;
  return parsed?.ok === true ? (parsed.event as unknown as StayEvent) : undefined;
};

/** A check-in that came after its corrections lies below them. */
const laterOnTop = (a: StayEvent, b: StayEvent): number => rankOf(a) - rankOf(b) || compareOrder([a.data.revision, a.sequence, a.id], [b.data.revision, b.sequence, b.id]);
const rankOf = ({ type, data }: StayEvent): number => (type === stayCheckedInType && data.yields.length > 0 ? 0 : 1);

const openUnlessErased = (service: Service, sealed: NonNullable<StayEvent['data']['sealed']>): Record<string, unknown> | undefined => {
  try {
    return service.vault().open(sealed);
  } catch (error) {
    if (error instanceof AppError && error.code === 'vault.key-missing') return undefined;
    throw error;
  }
};
