import type { JsonObject } from '../fields/read-claim.ts';
import type { Finding, TakeInFormat } from '../types.ts';
import { prepareCheckIn } from './check-in.ts';
import { prepareCorrection } from './correct.ts';
import { prepareCancellation, prepareCheckOut, prepareDeparture } from './end-stay.ts';
import type { Outcome, Preparing } from './outcome.ts';

/** What a record about a stay comes to, by the format it came in. */
export const stayOutcome = (value: JsonObject, before: readonly Finding[], format: TakeInFormat, preparing: Preparing): Outcome => {
  switch (format) {
    case 'put':
    case 'json':
    case 'ndjson':
      return prepareCheckIn(value, 'native', before, preparing);
    case 'csv':
    case 'xlsx':
    case 'xml':
    case 'qr':
    case 'kbtt-foreign':
    case 'kbtt-vietnamese':
      return prepareCheckIn(value, format, before, preparing);
    case 'kbtt-departure':
      return prepareDeparture(value, preparing);
    case 'patch':
      return prepareCorrection(value, preparing);
    case 'check-out':
      return prepareCheckOut(value, preparing);
    case 'cancel':
      return prepareCancellation(value, preparing);
  }
};
