import { canonicalOf, compareOrder, createCurrentRecords, localDay, spellsOf, type Link, type SpellFact, type StayOrder } from '@da06/domain';
import { parseEvent, personLinkedType } from '@da06/events';
import { findRecordEvent, isRegisterKey } from './register-events.ts';
import { walkStays } from './walk-stays.ts';
import type { OnRecords, ReadableLog } from './walk-stays.ts';

export type RegisterRetention = { /** Records that are due and have an envelope. */ readonly registerRecords: number; readonly due: ReadonlySet<string>; readonly kept: ReadonlySet<string> };

/** An envelope of a record: of which event, taken in on which local day. */
type SealedEnvelope = { readonly key: string; readonly keyId: string; readonly sealedBy: string; readonly id: string; readonly recordedOn: string; readonly on: string };
type Current = ReturnType<ReturnType<typeof createCurrentRecords<string>>['all']>;
/** The person behind the newest event of a record that names one. */
type Persons = Map<string, { readonly order: StayOrder; readonly personKey: string }>;

/**
 * Keys of envelopes of residents and workers, and whether they are due: a person's identity is kept while any track of theirs holds, and until it has
 * been over for as long as the rule says. So one who lives here, is away or works keeps every envelope, old ones too; an envelope is that of the person
 * its record is about now, even if a wrong number sealed it. What no longer says anything (an overridden or withdrawn record) counts from its receipt, and
 * a birth, which is under a key of its own, from its registration. One walk; some hundred bytes of each record are kept in memory.
 */
export const planRegisterRetention = async (log: ReadableLog, cutoff: string, onRecords: OnRecords): Promise<RegisterRetention> => {
  const current = createCurrentRecords<string>();
  const envelopes: SealedEnvelope[] = [];
  const persons: Persons = new Map();
  const links: Link[] = [];
  const linkType = Buffer.from(`"${personLinkedType}"`);
  await walkStays(
    log,
    ({ key }, bytes) => {
      if (bytes.includes(linkType)) {
        const parsed = parseEvent(bytes);
        if (parsed.ok && parsed.event.type === personLinkedType) links.push(parsed.event.data as Link);
      }
      const record = isRegisterKey(key) ? findRecordEvent(bytes) : undefined;
      if (record === undefined) return;
      const { event, order, personKey, keyId, sealedBy } = record;
      current.add(event, event.id);
      const known = persons.get(key);
      if (personKey !== '' && (known === undefined || compareOrder(known.order, order) < 0)) persons.set(key, { order, personKey });
      const { on = '' } = event.data as { readonly on?: string };
      if (keyId !== undefined && sealedBy !== undefined) envelopes.push({ key, keyId, sealedBy, id: event.id, recordedOn: localDay(Date.parse(event.recordedtime)), on });
    },
    onRecords,
  );
  const canonical = canonicalOf(links);
  const ownerOf = ({ key, sealedBy }: SealedEnvelope): string => canonical(persons.get(key)?.personKey ?? sealedBy);
  const ends = endsOf(envelopes, { current: current.all(), canonical, ownerOf });
  return decide(envelopes, (envelope) => ends.get(ownerOf(envelope)) ?? '', cutoff);
};

type Owners = { readonly current: Current; readonly canonical: (person: string) => string; readonly ownerOf: (envelope: SealedEnvelope) => string };

/** The day from which on nothing holds of each owner of envelopes. */
const endsOf = (envelopes: readonly SealedEnvelope[], { current, canonical, ownerOf }: Owners): ReadonlyMap<string, string> => {
  const facts = new Map<string, SpellFact[]>();
  for (const { fact, personKey } of current.values()) {
    if (fact === undefined) continue;
    const person = canonical(personKey);
    facts.set(person, [...(facts.get(person) ?? []), fact]);
  }
  const ends = new Map<string, string>();
  const atLeast = (person: string, day: string): void => {
    if ((ends.get(person) ?? '') < day) ends.set(person, day);
  };
  for (const [person, of] of facts) {
    for (const { on } of of) atLeast(person, on);
    for (const { until } of spellsOf(of)) atLeast(person, until);
  }
  for (const envelope of envelopes) {
    const isCurrent = current.get(envelope.key)?.place === envelope.id;
    atLeast(ownerOf(envelope), isCurrent && envelope.on !== '' ? envelope.on : envelope.recordedOn);
  }
  return ends;
};

const decide = (envelopes: readonly SealedEnvelope[], endOf: (envelope: SealedEnvelope) => string, cutoff: string): RegisterRetention => {
  const [due, kept, records] = [new Set<string>(), new Set<string>(), new Set<string>()];
  for (const envelope of envelopes) {
    const over = endOf(envelope) < cutoff;
    (over ? due : kept).add(envelope.keyId);
    if (over) records.add(envelope.key);
  }
  return { registerRecords: records.size, due, kept };
};
