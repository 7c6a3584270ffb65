import { departureFields, foreignFields, vietnameseFields } from './fields/kbtt-fields.ts';
import { jsonSchemaOf, type JsonSchema, type Lists } from './fields/json-schema.ts';
import { cancelFields, checkOutFields, patchFields, stayFields } from './fields/stay-fields.ts';

/** JSON Schemas of every body of one record, by name, for the documentation of the API. */
export const recordSchemas = (lists: Lists): Readonly<Record<'Stay' | 'StayPatch' | 'CheckOut' | 'Cancellation' | 'KbttForeign' | 'KbttVietnamese' | 'KbttDeparture', JsonSchema>> => {
  const none: Lists = { documentKinds: [], reasons: [] };
  return {
    Stay: jsonSchemaOf(stayFields, lists),
    StayPatch: jsonSchemaOf(patchFields, lists),
    CheckOut: jsonSchemaOf(checkOutFields, lists),
    Cancellation: jsonSchemaOf(cancelFields, lists),
    KbttForeign: jsonSchemaOf(foreignFields, none),
    KbttVietnamese: jsonSchemaOf(vietnameseFields, none),
    KbttDeparture: jsonSchemaOf(departureFields, none),
  };
};
