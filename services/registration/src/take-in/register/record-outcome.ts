import type { Outcome } from '../draft/outcome.ts';
import type { JsonObject } from '../fields/read-claim.ts';
import type { Finding, TakeInFormat } from '../types.ts';
import type { RecordShape, RegisterPreparing } from './preparing.ts';
import { prepareResident } from './resident.ts';
import { prepareWithdrawal } from './withdrawal.ts';
import { prepareWorker } from './worker.ts';

/** What a record of a register comes to, by the format it came in. */
export const recordOutcome = (value: JsonObject, before: readonly Finding[], format: TakeInFormat, preparing: RegisterPreparing): Outcome => {
  switch (format) {
    case 'put':
    case 'json':
    case 'ndjson':
      return prepareRecord(value, 'native', before, preparing);
    case 'csv':
    case 'xlsx':
      return prepareRecord(value, format, before, preparing);
    case 'cancel':
      return prepareWithdrawal(value, preparing);
    case 'patch':
    case 'check-out':
    case 'xml':
    case 'qr':
    case 'kbtt-foreign':
    case 'kbtt-vietnamese':
    case 'kbtt-departure':
      throw new TypeError(`A register takes no ${format}.`);
  }
};

const prepareRecord = (value: JsonObject, shape: RecordShape, before: readonly Finding[], preparing: RegisterPreparing): Outcome =>
  preparing.setting.register === 'residents' ? prepareResident(value, shape, before, preparing) : prepareWorker(value, shape, before, preparing);
