import { industrySections } from '@da06/reference';
import type { PopulationTruth, TruthRecord } from '@da06/simulator';
import { dayNumber, dayText } from '../local-time.ts';
import { nothingTold, type Facts, type Told } from './facts.ts';

/** What of the facts a simulated population tells; units, guests and the newest day come from elsewhere. Persons are papers as texts, households their numbers. */
export const factsOfTruth = ({ records }: Pick<PopulationTruth, 'records'>): Pick<Facts, 'told' | 'links'> => {
  const revisions = new Map<string, number>();
  const told = records.map((record) => {
    const key = `${record.register}/${record.ref}`;
    const highest = Math.max(record.revision, revisions.get(key) ?? 0);
    revisions.set(key, highest);
    // Who withdraws a record names no revision: the newest is withdrawn.
    return { ...toldOf(record), revision: record.what === 'withdraw' ? highest : record.revision };
  });
  const links = records.flatMap((record) => ('formerNumber' in record && record.formerNumber !== '' ? [{ cmnd: named('cmnd', 'VNM', record.formerNumber), cccd: paperOf(record) }] : []));
  return { told, links };
};

const named = (kind: string, state: string, number: string): string => `${kind} ${state} ${number}`;
const paperOf = ({ paper: { kind, issuingState, number } }: Extract<TruthRecord, { readonly paper: object }>): string => named(kind, issuingState, number);

const toldOf = (record: TruthRecord): Told => {
  const { register, ref, n, receivedAt } = record;
  const base = { ...nothingTold, register, ref, order: String(n).padStart(12, '0'), recordedOn: dayText(dayNumber(Date.parse(receivedAt))) };
  if (record.what === 'withdraw') return { ...base, what: 'record.withdrawn' };
  if (record.what === 'birth') return { ...base, what: 'birth.registered', on: record.on, month: record.month, sex: record.sex, unit: record.unit, formerUnit: record.formerUnit };
  const { on, unit, formerUnit, sex, birthYear, nationality } = record;
  const own = { ...base, paper: paperOf(record), on, unit, formerUnit, sex, birthYear, nationality };
  if (record.what === 'worker') {
    const { status, position, occupation, industry, contract, socialInsurance, unemploymentInsurance, training, unemployedSince } = record;
    const sections = industry.scheme === '' ? undefined : industrySections(industry.scheme, industry.code);
    return {
      ...own, what: 'worker.declared', status, position, occupation, section2018: sections?.section2018 ?? '', section2025: sections?.section2025 ?? '', /* Nothing told, nothing doubtful. */ sectionExact: sections?.exact ?? true, contract, socialInsurance, unemploymentInsurance, training,
      unemployedSince,
    };
  }
  const living = 'household' in record ? { household: record.household, relation: record.relation } : {};
  switch (record.what) {
    case 'permanent': return { ...own, ...living, what: 'residence.registered', kind: 'permanent', cause: record.cause };
    case 'temporary': return { ...own, ...living, what: 'residence.registered', kind: 'temporary', cause: record.cause, until: record.until };
    case 'renewal': return { ...own, ...living, what: 'residence.registered', kind: 'temporary', cause: 'renewal', until: record.until };
    case 'move': return { ...own, ...living, what: 'residence.moved', destination: record.destination };
    case 'end': return { ...own, what: 'residence.ended', kind: record.ends, cause: record.cause };
    case 'return': return { ...own, what: 'residence.ended', kind: 'absence', cause: 'returned' };
    case 'absence': return { ...own, what: 'absence.declared', until: record.until };
    case 'household': return { ...own, ...living, what: 'household.changed', kind: record.kind };
    case 'death': return { ...own, what: 'death.registered' };
  }
};
