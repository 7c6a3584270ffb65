import { localDay } from '@da06/domain';
import { AppError, fault, type Fault } from '@da06/errors';
import { inspectionRecordedType, type InspectionRecordedData } from '@da06/events';
import { ownUnitsOf } from '@da06/reference';
import { assertJson, InvalidBody, parseJson, type KeyHolder } from '@da06/service-kit';
import type { Context, Hono } from 'hono';
import { z } from 'zod';
import type { FacilityRecord } from '../registry/registry.ts';
import type { Service } from '../service.ts';
import { checkRef } from '../take-in/rules/check-ref.ts';
import type { Finding } from '../take-in/types.ts';
import { facilityFor, holderOf, receiptTimeOf, registerWriters } from './context.ts';
import { unitOfCommune } from './registers.ts';
import { tellRevised } from './tell-revised.ts';

const mostGuests = 100_000;

export const InspectionBody = z.object({
  revision: z.int().min(0).max(4_294_967_295).optional().describe('Number of the amendment; a lower one never overrides a higher. The highest that is known if left out.'),
  on: z.iso.date().describe('Local day of the inspection.'),
  by: z.string().min(1).max(60).describe('Who inspected: code of an agency of the plan, or uid of a unit.'),
  guestsFound: z.int().min(0).max(mostGuests).describe('Guests who were there.'),
  unreported: z.int().min(0).max(mostGuests).describe('Guests among them who had not been reported.'),
  withdrawn: z.boolean().default(false).describe('true = it was wrong from the beginning, and counts no more.'),
});

/** Inspections of facilities: recorded by the police and the communes, of whom a key of one works with the facilities of its unit. */
export const inspectionRoutes = (app: Hono, service: Service): void => {
  app.put('/v1/facilities/:facility/inspections/:ref', async (c) => {
    const { holder, facility } = await admitted(service, c);
    assertJson(c.req.raw);
    const body = await service.withBody(c.req.raw, (bytes) => parseJson(bytes, InspectionBody));
    const receivedAt = receiptTimeOf(service, c);
    const ref = c.req.param('ref');
    const faults = faultsOf(service, ref, body, localDay(receivedAt));
    if (faults.length > 0) throw new InvalidBody(faults);
    const { revision, ...told } = body;
    const telling = { type: inspectionRecordedType, subject: `${facility}/inspections/${ref}`, find: () => service.registry.inspection(facility, ref), holder, receivedAt, revision };
    const { isNew, held } = await tellRevised<InspectionRecordedData>(service, telling, { facility, ref, ...told });
    return c.json(held, isNew ? 201 : 200);
  });
  app.get('/v1/facilities/:facility/inspections', async (c) => {
    const { facility } = await admitted(service, c);
    return c.json([...service.registry.inspectionsOf(facility)].sort((a, b) => (a.on === b.on ? (a.ref < b.ref ? -1 : 1) : a.on < b.on ? -1 : 1)));
  });
};

/** @throws AppError 401, 403, 404. */
const admitted = async (service: Service, c: Context): Promise<{ readonly holder: KeyHolder; readonly facility: string }> => {
  const holder = await holderOf(service, c.req.raw, registerWriters);
  const unit = unitOfCommune(holder);
  const record = facilityFor(service, holder, c.req.param('facility') ?? '');
  if (unit !== undefined && !isOfUnits(record, ownUnitsOf(service.locality, unit))) throw new AppError('request.forbidden');
  return { holder, facility: record.registered.id };
};

const isOfUnits = ({ registered, versions }: FacilityRecord, units: ReadonlySet<string>): boolean => units.has((versions.at(-1) ?? registered).unit);

const faultsOf = ({ locality }: Service, ref: string, { on, by, guestsFound, unreported }: z.infer<typeof InspectionBody>, today: string): readonly Fault[] => {
  const found: Finding[] = [];
  checkRef({ ref, number: '', phone: '', pointer: '/ref' }, found);
  return [
    ...found.map(({ pointer, code, received }) => fault(pointer, code, received)),
    ...(on > today ? [fault('/on', 'inspection.in-future', on)] : on < '2000-01-01' ? [fault('/on', 'date.out-of-range', on)] : []),
    ...(locality.programme.agency(by) === undefined && locality.unitByUid(by) === undefined ? [fault('/by', 'inspection.by-unknown', by)] : []),
    ...(unreported > guestsFound ? [fault('/unreported', 'inspection.more-than-found', unreported)] : []),
  ];
};
