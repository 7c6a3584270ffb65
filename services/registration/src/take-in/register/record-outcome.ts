import type { Outcome } from '../draft/outcome.ts';
import type { JsonObject } from '../fields/read-claim.ts';
import type { Finding, TakeInFormat } from '../types.ts';
import type { RegisterPreparing } from './preparing.ts';
import { prepareResident } from './resident.ts';
import { prepareWithdrawal } from './withdrawal.ts';

/** What a record of a register comes to, by the format it came in. */
export const recordOutcome = (value: JsonObject, before: readonly Finding[], format: TakeInFormat, preparing: RegisterPreparing): Outcome => {
  switch (format) {
    case 'put':
    case 'json':
    case 'ndjson':
      return prepareResident(value, 'native', before, preparing);
    case 'csv':
    case 'xlsx':
      return prepareResident(value, format, before, preparing);
    case 'cancel':
      return prepareWithdrawal(value, preparing);
    default:
      throw new TypeError(`A register takes no ${format}.`);
  }
};
