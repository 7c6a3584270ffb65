import { createPopulation, sendAll, tally, type Difference, type PopulationOptions, type TruthRecord } from '@da06/simulator';
import type { Envelope } from '@da06/events';
import { describe, expect, it } from 'vitest';
import { receivingRegistration } from './in-process.fixture.ts';

/** More of everything that goes wrong than is believable, so that a short time has all of it. */
const faults = { amendment: 0.15, withdrawal: 0.06, duplicate: 0.15, malformed: 0.08, late: 0.2, oldPaper: 0.4, otherTimeCode: 0.1, outOfOrder: 0.5 };

const play = async (options: PopulationOptions) => {
  const population = createPopulation(options);
  const { transport, events } = await receivingRegistration();
  const differences: Difference[] = [];
  const summary = await sendAll({
    // One after the other: the clock is moved to each sending's time.
    sendings: population.sendings(), transport, receiptTime: 'sent', concurrency: 1, patienceMs: 0, now: () => 0, sleep: () => Promise.resolve(), onDifference: (difference) => differences.push(difference),
  });
  return { population, differences, summary, events: await events() };
};

const words: Readonly<Record<TruthRecord['what'], string>> = {
  permanent: 'residence.registered', temporary: 'residence.registered', renewal: 'residence.registered', move: 'residence.moved', end: 'residence.ended', return: 'residence.ended', absence: 'absence.declared',
  household: 'household.changed', birth: 'birth.registered', death: 'death.registered', worker: 'worker.declared', withdraw: 'record.withdrawn',
};

/** Fields that a change's event has by another word than its record. */
const kindAndCause = (record: TruthRecord): object => {
  switch (record.what) {
    case 'permanent':
      return { kind: 'permanent', cause: record.cause, until: '' };
    case 'temporary':
      return { kind: 'temporary', cause: record.cause, until: record.until };
    case 'renewal':
      return { kind: 'temporary', cause: 'renewal', until: record.until };
    case 'end':
      return { kind: record.ends, cause: record.cause };
    case 'return':
      return { kind: 'absence', cause: 'returned' };
    case 'move':
      return { destination: record.destination };
    case 'household':
      return { kind: record.kind };
    case 'absence':
      return { until: record.until };
    case 'birth':
      return { month: record.month };
    case 'worker': {
      const { status, position, occupation, contract, socialInsurance, unemploymentInsurance, training, unemployedSince } = record;
      return { status, position, occupation, contract, socialInsurance, unemploymentInsurance, training, unemployedSince };
    }
    default:
      return {};
  }
};

const expectedOf = (record: TruthRecord): Record<string, unknown> => {
  const common = { recordedtime: record.receivedAt, type: `vn.da06.${words[record.what]}.v1`, subject: `${record.register}/${record.ref}`, revision: record.revision };
  if (record.what === 'withdraw') return common;
  const { on, unit, formerUnit, sex } = record;
  const holder = 'person' in record ? { birthYear: record.birthYear, nationality: record.nationality } : {};
  return { ...common, on, unit, formerUnit, sex, ...holder, ...('relation' in record ? { relation: record.relation } : {}), ...kindAndCause(record) };
};

const toldOf = ({ recordedtime, type, subject, data }: Envelope, names: readonly string[]): Record<string, unknown> => Object.fromEntries(names.map((name) => [name, { recordedtime, type, subject, ...data }[name]]));

describe('a population played into registration', () => {
  it.each<PopulationOptions>([
    { preset: 'reform', seed: 4, from: '2025-06-15', days: 45, residents: 700, faults },
    { preset: 'present', seed: 5, from: '2026-01-10', days: 60, residents: 700, faults },
  ])('$preset: is answered to the count and the code as its truth has it, and leaves of every record the event that its truth has', async (options) => {
    const { population, differences, summary, events } = await play(options);
    expect(differences.map(({ sending, wrong }) => [sending.method, sending.path, ...wrong])).toEqual([]);
    expect(summary).toMatchObject({ ...tally(population.sendings()) });

    const { records } = population.truth();
    const sequenceOf = ({ sequence }: Envelope): string => String(sequence);
    const ofRegisters = events.filter(({ subject }) => /^(residents|workers)\//.test(subject)).sort((a, b) => (sequenceOf(a) < sequenceOf(b) ? -1 : 1));
    expect(ofRegisters.length).toBe(records.length);
    expect(records.length).toBeGreaterThan(1_000);
    const told = ofRegisters.map((event, place) => toldOf(event, Object.keys(expectedOf(records[place] as TruthRecord))));
    expect(told).toEqual(records.map(expectedOf));

    // One person, one hash, and the other way round: of the paper that was shown. Households alike.
    const papers = new Map<string, Set<string>>();
    const households = new Map<string, Set<string>>();
    const note = (of: Map<string, Set<string>>, key: string, value: string): void => void of.set(key, (of.get(key) ?? new Set()).add(value));
    records.forEach((record, place) => {
      const data = ofRegisters[place]?.data ?? {};
      if ('person' in record) note(papers, `${record.paper.kind} ${record.paper.number} ${record.paper.issuingState}`, String(data['personKey']));
      if ('household' in record) note(households, record.household, String(data['household']));
    });
    for (const of of [papers, households]) {
      expect([...of].filter(([, hashes]) => hashes.size !== 1)).toEqual([]);
      expect(new Set([...of.values()].flatMap((hashes) => [...hashes])).size).toBe(of.size);
    }
    expect(households.get('')).toEqual(new Set(['']));
  });
});
