import { localDay } from '@da06/domain';
import { fault } from '@da06/errors';
import type { FacilityFields } from '@da06/events';
import type { Locality } from '@da06/reference';
import { InvalidBody } from '@da06/service-kit';
import { z } from 'zod';

const facilityId = /^[a-z0-9][a-z0-9-]{2,47}$/;

/** What `POST` and `PUT /v1/facilities` take (contracts.md, Facilities). */
export const FacilityBody = z.object({
  id: z.string().optional(),
  kind: z.string(),
  name: z.string().trim().max(200),
  unit: z.string(),
  rooms: z.int().min(0).max(100_000).nullish(),
  beds: z.int().min(0).max(1_000_000).nullish(),
  stars: z.int().min(0).max(5).nullish(),
  remote: z.boolean().nullish(),
  lat: z.number().min(-90).max(90).nullish(),
  lon: z.number().min(-180).max(180).nullish(),
  validFrom: z.iso.date().nullish(),
});
export type FacilityBody = z.infer<typeof FacilityBody>;

/** The facility a body describes. @throws InvalidBody with every fault: id, kind, name, unit. */
export const facilityFieldsOf = (body: FacilityBody, given: { readonly id: string; readonly validFrom: string }, locality: Locality): FacilityFields => {
  const validFrom = body.validFrom ?? given.validFrom;
  const kind = locality.facilityKind(body.kind);
  const unit = locality.unitByUid(body.unit) ?? locality.unitAt(body.unit, validFrom);
  const faults = [
    ...(facilityId.test(given.id) ? [] : [fault('/id', 'facility.id-format', given.id)]),
    ...(kind === undefined ? [fault('/kind', 'facility.kind-unknown', body.kind)] : []),
    ...(body.name === '' && body.kind !== 'household' ? [fault('/name', 'field.required')] : []),
    ...(unit === undefined ? [fault('/unit', 'unit.unknown', body.unit)] : []),
  ];
  if (kind === undefined || unit === undefined || faults.length > 0) throw new InvalidBody(faults);
  return {
    id: given.id, kind: kind.kind,
    // A household is named after people: its name is not kept.
    name: kind.kind === 'household' ? '' : body.name.normalize('NFC'),
    unit: unit.uid, model: kind.model, tourism: kind.tourism, rooms: body.rooms ?? null, beds: body.beds ?? null, stars: body.stars ?? null, remote: body.remote ?? false,
    lat: body.lat ?? null, lon: body.lon ?? null, validFrom,
  };
};

/** Whether two facilities say the same: their fields are flat values in one order. */
export const sameFacility = (a: FacilityFields, b: FacilityFields): boolean => JSON.stringify(Object.entries(a).sort()) === JSON.stringify(Object.entries(b).sort());

export const today = localDay;
