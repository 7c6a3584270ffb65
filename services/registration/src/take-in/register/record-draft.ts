import { instant, localMidnight } from '@da06/domain';
import type { StayGroupName } from '@da06/events';
import { sealedJson } from '../draft/data-json.ts';
import { revisionOf } from '../draft/groups.ts';
import { stored } from '../draft/outcome.ts';
import type { Papers } from '../rules/check-papers.ts';
import type { StayDraft } from '../types.ts';
import type { Telling } from './check-days.ts';
import type { RecordShape, RegisterPreparing } from './preparing.ts';
import { recordHead } from './record-data.ts';
import type { RecordIdentity } from './record-identity.ts';
import { placeOfRegister, prefixOf } from './register-setting.ts';

/** An accepted record before it is written down. */
export type AcceptedRecord = {
  readonly type: string;
  readonly ref: string;
  readonly on: string;
  readonly unit: string;
  /** Undefined = the record is under its own key, and names no person: a birth. */
  readonly papers: Papers | undefined;
  /** It ends or interrupts what other records of its person began. */
  readonly ends: boolean;
  /** Members of the event's data that are this kind of record's own. */
  readonly members: Readonly<Record<string, unknown>>;
  readonly identity: RecordIdentity;
};

/** One list for all: lists are told apart by themselves where records are packed. */
const noGroups: readonly StayGroupName[] = [];

/** Makes the draft of a record's event: who it is about is sealed under the person, or under the record itself. */
export const recordDraft = (record: AcceptedRecord, { claim, found }: Telling, shape: RecordShape, { setting, sealer }: RegisterPreparing): StayDraft => {
  const { hashes, register } = setting;
  const { type, ref, on, unit, papers, ends } = record;
  const place = placeOfRegister(register);
  const personKey = papers === undefined ? undefined : hashes.personKey(papers);
  const registrationNumber = hashes.registrationNumber(place, ref, prefixOf(register));
  const members = JSON.stringify(record.members).slice(1, -1);
  const identity = JSON.stringify(record.identity);
  const contentMac = hashes.mac('content', place, type, members, identity);
  const person = personKey === undefined ? '' : `,"personKey":"${personKey}"`;
  return {
    kind: 'check-in', type, ref, registrationNumber, revision: revisionOf(claim), time: instant(localMidnight(on)), sets: noGroups, contentMac,
    dataJson: `${recordHead(register, shape, ref, registrationNumber)}${person},${members}${sealedJson(sealer.sealJson(personKey ?? hashes.mac('reference', place, ref), identity))},"contentMac":"${contentMac}"`,
    storedFaults: stored(found), late: false, syncedLate: false, unit,
    ...(personKey === undefined ? {} : { personKey }),
    ...(ends ? { ends } : {}),
    ...(personKey !== undefined && papers?.kind === 'cccd' && papers.former !== '' && papers.former !== papers.number
      ? { link: { cccdKey: personKey, cmndKey: hashes.personKey({ kind: 'cmnd', issuingState: 'VNM', number: papers.former }) } }
      : {}),
  };
};
