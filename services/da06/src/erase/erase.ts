import { localDay } from '@da06/domain';
import { identityErasedType, topics } from '@da06/events';
import type { EventLog } from '@da06/event-log';
import type { Locality } from '@da06/reference';
import type { ReceiptKeys } from '@da06/registration';
import { createIds } from '@da06/service-kit';
import { createSystemSealer, findKeys, fingerprintOf } from '@da06/vault';
import type { FoundKey, LocalityKeys } from '@da06/vault';
import { randomBytes } from 'node:crypto';
import { checkBackup } from '../backup/rewrap-backup.ts';
import type { RotationPlace } from '../master-key/finish-rotation.ts';
import { nextKeyFor, rotateMasterKey } from '../master-key/rotate.ts';
import { birthKeyOf, personKeyOf } from './person-key.ts';
import { countSharing, planPersons } from './plan-person.ts';
import { planRetention } from './plan-retention.ts';
import { dataOfRecord, keepRecords, signRecord, verifyRecord } from './record.ts';
import type { ErasureRecord } from './record.ts';
import type { Erasure, EraseOutcome, EraseRequest, OnEraseProgress } from './request.ts';
import { createSecurityEvents } from './security-events.ts';

export type EraseDeps = RotationPlace & {
  readonly log: EventLog;
  readonly locality: Locality;
  readonly keys: LocalityKeys;
  readonly receiptKeys: ReceiptKeys;
  readonly identityMonths: number;
  readonly manifestMonths: number;
  /** Who asked: a key's id with its role. */
  readonly actor: string;
  readonly now: () => number;
  /** Does work while nobody seals: what was sealed under the old master key behind its back would be lost. */
  readonly alone: <T>(work: () => Promise<T>) => Promise<T>;
};

type Plan = Pick<EraseOutcome, 'stays' | 'registerRecords' | 'trips' | 'sharedWith'> & { readonly about: Partial<Pick<EraseOutcome, 'asOf' | 'cutoff' | 'tripCutoff' | 'held'>>; readonly named: readonly string[]; readonly found: readonly FoundKey[] };

/**
 * Destroys keys of identities: looks what there is, then, while nobody seals, looks again and changes the master key without them.
 * A dry run, and a request that finds nothing, change nothing.
 */
export const erase = async (deps: EraseDeps, request: EraseRequest, onProgress: OnEraseProgress = () => {}): Promise<EraseOutcome> => {
  const { erasure, dryRun, backups } = request;
  const { source, keys, paths } = deps;
  if (erasure.what === 'replay') for (const record of erasure.records) await verifyRecord(record, deps.receiptKeys.jwks);
  const first = await planOf(deps, erasure, onProgress);
  const idle = first.found.length === 0 && erasure.what !== 'none';
  if (idle || dryRun) {
    // Carried out before: that it was is kept all the same.
    if (idle && !dryRun && erasure.what === 'replay') keepRecords(paths.erasures, erasure.records);
    return outcomeOf(first, { request, records: [], masterKey: null, external: false });
  }
  const next = nextKeyFor(source, request.newMasterKeyFile ?? undefined, keys.masterKey);
  for (const folder of backups) await checkBackup(folder, fingerprintOf(keys.masterKey));
  return await deps.alone(async () => {
    const plan = await planOf(deps, erasure, onProgress);
    const id = createIds({ now: deps.now, random: randomBytes })();
    const records = recordsOf(deps, erasure, plan, id);
    const security = createSecurityEvents({ now: deps.now, newId: createIds({ now: deps.now, random: randomBytes }), actor: deps.actor });
    const sealed = 'note' in erasure && erasure.note !== '' ? createSystemSealer(keys.hashKey).sealSystem(Buffer.from(erasure.note)) : undefined;
    const events = records.flatMap((record) => dataOfRecord(record, { replayed: erasure.what === 'replay', sealed }).map((data) => security({ topic: topics.security, type: identityErasedType, subject: record.id, data })));
    const masterKey = await rotateMasterKey(
      { ...deps, onProgress: (done, total) => onProgress(done, total, 'rewrapping') },
      { id, masterKey: keys.masterKey, next, backups, records, events, security, persons: plan.named, keyIds: plan.found.map(({ keyId }) => keyId) },
    );
    return outcomeOf(plan, { request, records, masterKey, external: next.external });
  });
};

const planOf = async (deps: EraseDeps, erasure: Erasure, onProgress: OnEraseProgress): Promise<Plan> => {
  const { log, keys, locality } = deps;
  const reading = (done: number, total: number): void => onProgress(done, total, 'reading');
  switch (erasure.what) {
    case 'none':
      return { stays: 0, registerRecords: 0, trips: 0, sharedWith: 0, about: {}, named: [], found: [] };
    case 'retention': {
      const asOf = erasure.asOf ?? localDay(deps.now());
      const { cutoff, tripCutoff, stays, registerRecords, trips, held, keyIds } = await planRetention(log, { asOf, identityMonths: deps.identityMonths, manifestMonths: deps.manifestMonths, holdFacilities: locality.retention.holdFacilities }, reading);
      return { stays, registerRecords, trips, sharedWith: 0, about: { asOf, cutoff, tripCutoff, held }, named: [], found: findKeys(log, keys.masterKey, { persons: [], keyIds }) };
    }
    case 'person':
    case 'birth':
    case 'replay': {
      const plan = await planPersons(log, namedBy(erasure, locality, keys.hashKey), reading);
      const recorded = erasure.what === 'replay' ? erasure.records.flatMap(({ keyIds }) => keyIds) : [];
      const found = findKeys(log, keys.masterKey, { persons: plan.persons, keyIds: [...plan.keyIds, ...recorded] });
      return { stays: plan.stays.size, registerRecords: plan.registerRecords.size, trips: plan.trips.size, sharedWith: await countSharing(log, plan), about: {}, named: [...plan.persons], found };
    }
  }
};

/** Keyed hashes of whom an erasure names. */
const namedBy = (erasure: Extract<Erasure, { what: 'person' | 'birth' | 'replay' }>, locality: Locality, hashKey: Uint8Array): readonly string[] => {
  switch (erasure.what) {
    case 'person':
      return [personKeyOf(erasure, locality, hashKey)];
    case 'birth':
      return [birthKeyOf(erasure.ref, hashKey)];
    case 'replay':
      return erasure.records.flatMap(({ persons }) => persons);
  }
};

const recordsOf = ({ now, receiptKeys }: EraseDeps, erasure: Erasure, { named, found }: Plan, id: string): readonly ErasureRecord[] => {
  if (erasure.what === 'none') return [];
  if (erasure.what === 'replay') return erasure.records;
  const keyIds = found.map(({ keyId }) => keyId).sort();
  const reason = 'reason' in erasure ? erasure.reason : 'retention';
  return [signRecord({ id, at: new Date(now()).toISOString(), reason, persons: [...named].sort(), keys: keyIds.length, keyIds }, receiptKeys.sign)];
};

const outcomeOf = (plan: Plan, { request, ...done }: Pick<EraseOutcome, 'records' | 'masterKey' | 'external'> & { readonly request: EraseRequest }): EraseOutcome => ({
  what: request.erasure.what, dryRun: request.dryRun, persons: new Set(plan.found.map(({ personKey }) => personKey)).size, stays: plan.stays, registerRecords: plan.registerRecords, trips: plan.trips, keys: plan.found.length, sharedWith: plan.sharedWith, ...plan.about,
  backups: done.masterKey === null ? [] : request.backups, ...done,
});
