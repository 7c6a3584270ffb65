import { instant } from '@da06/domain';
import { recordWithdrawnType } from '@da06/events';
import { revisionOf } from '../draft/groups.ts';
import { refuses, stored, type Outcome } from '../draft/outcome.ts';
import { textOf } from '../fields/claim.ts';
import { readClaim, type JsonObject } from '../fields/read-claim.ts';
import { checkRef } from '../rules/check-ref.ts';
import type { Finding } from '../types.ts';
import { placeOfRegister, prefixOf } from './register-setting.ts';
import { withdrawalTable } from './tables.ts';
import type { RegisterPreparing } from './preparing.ts';
import { recordHead } from './record-data.ts';

/** Prepares the withdrawal of a record; its reason is sealed by whoever knows the record's person. */
export const prepareWithdrawal = (received: JsonObject, { setting, ref = '' }: RegisterPreparing): Outcome => {
  const found: Finding[] = [];
  const claim = readClaim(received, withdrawalTable, found);
  checkRef({ ref, number: '', phone: '', pointer: '' }, found);
  if (refuses(found)) return { ref, found };
  const { hashes, register, receivedAt } = setting;
  const reason = textOf(claim.withdrawalReason);
  const registrationNumber = hashes.registrationNumber(placeOfRegister(register), ref, prefixOf(register));
  const contentMac = hashes.mac('content', `withdraw ${reason ?? ''}`);
  return {
    ref, found,
    draft: {
      kind: 'cancel', type: recordWithdrawnType, ref, registrationNumber, revision: revisionOf(claim), time: instant(receivedAt), sets: [], contentMac,
      dataJson: `${recordHead(register, 'native', ref, registrationNumber)},"contentMac":"${contentMac}"`,
      storedFaults: stored(found), ...(reason === undefined ? {} : { toSeal: { withdrawalReason: reason } }), late: false, syncedLate: false,
    },
  };
};
