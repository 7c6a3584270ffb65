import { departureFields, foreignFields, vietnameseFields } from './fields/kbtt-fields.ts';
import { jsonSchemaOf, type JsonSchema, type Lists } from './fields/json-schema.ts';
import { shapesOf } from './register/change-rules.ts';
import { changes } from './register/resident-fields.ts';
import { withdrawalFields } from './register/withdrawal-fields.ts';
import { workerFields } from './register/worker-fields.ts';
import { businessFields } from '../businesses/business-fields.ts';
import { incidentFields } from '../incidents/incident-fields.ts';
import { tripFields } from './trip/trip-fields.ts';
import { cancelFields, checkOutFields, patchFields, stayFields } from './fields/stay-fields.ts';

type RecordSchema = 'Stay' | 'StayPatch' | 'CheckOut' | 'Cancellation' | 'KbttForeign' | 'KbttVietnamese' | 'KbttDeparture' | 'Resident' | 'Worker' | 'Withdrawal' | 'Trip' | 'Business' | 'Incident';

/** JSON Schemas of every body of one record, by name, for the documentation of the API. */
export const recordSchemas = (lists: Lists): Readonly<Record<RecordSchema, JsonSchema>> => {
  const none: Lists = { documentKinds: [], reasons: [] };
  return {
    Stay: jsonSchemaOf(stayFields, lists),
    StayPatch: jsonSchemaOf(patchFields, lists),
    CheckOut: jsonSchemaOf(checkOutFields, lists),
    Cancellation: jsonSchemaOf(cancelFields, lists),
    KbttForeign: jsonSchemaOf(foreignFields, none),
    KbttVietnamese: jsonSchemaOf(vietnameseFields, none),
    KbttDeparture: jsonSchemaOf(departureFields, none),
    // What is required depends on the change: one shape for each.
    Resident: { anyOf: changes.flatMap(shapesOf).map((fields) => jsonSchemaOf(fields, lists)) },
    Worker: jsonSchemaOf(workerFields, lists),
    Withdrawal: jsonSchemaOf(withdrawalFields, none),
    Trip: jsonSchemaOf(tripFields, none),
    Business: jsonSchemaOf(businessFields, none),
    Incident: jsonSchemaOf(incidentFields, none),
  };
};
