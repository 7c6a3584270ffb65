import { tableOf } from '../fields/read-claim.ts';
import { emptyRecord } from './record-claim.ts';
import { residentFields } from './resident-fields.ts';
import { workerFields } from './worker-fields.ts';
import { withdrawalFields } from './withdrawal-fields.ts';

/** The registers' tables of fields, ready for reading. */
export const residentTable = tableOf(residentFields, emptyRecord);
export const workerTable = tableOf(workerFields, emptyRecord);
export const withdrawalTable = tableOf(withdrawalFields, emptyRecord);
