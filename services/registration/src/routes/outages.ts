import { instant, localDay, parseStayTime } from '@da06/domain';
import { fault, type Fault } from '@da06/errors';
import { outageDeclaredType, type OutageDeclaredData } from '@da06/events';
import { assertJson, everyRole, InvalidBody, parseJson } from '@da06/service-kit';
import type { Hono } from 'hono';
import { z } from 'zod';
import type { Service } from '../service.ts';
import { checkRef } from '../take-in/rules/check-ref.ts';
import type { Finding } from '../take-in/types.ts';
import { holderOf, receiptTimeOf } from './context.ts';
import { tellRevised } from './tell-revised.ts';

export const OutageBody = z.object({
  revision: z.int().min(0).max(4_294_967_295).optional().describe('Number of the amendment; a lower one never overrides a higher. The highest that is known if left out.'),
  scope: z.enum(['all', 'unit', 'facility']),
  target: z.string().max(60).default('').describe('uid of the unit (or its GSO code of that day), or id of the facility; left out of all.'),
  from: z.string().max(40).describe('2026-11-18T22:00:00+07:00; without an offset it is Vietnam time.'),
  until: z.string().max(40).nullable().default(null).describe('null = it is not over yet.'),
  cause: z.enum(['power', 'network', 'software', 'central', 'other']),
  withdrawn: z.boolean().default(false).describe('true = there was none, and it excuses nothing.'),
});

const declarers = ['officer', 'standing', 'admin'] as const;
const [earliest, latest] = [Date.UTC(2000, 0, 1), Date.UTC(2100, 0, 1)];

/** The register of outages that excuse lateness. */
export const outageRoutes = (app: Hono, service: Service): void => {
  app.put('/v1/outages/:ref', async (c) => {
    const holder = await holderOf(service, c.req.raw, declarers);
    assertJson(c.req.raw);
    const { revision, ...body } = await service.withBody(c.req.raw, (bytes) => parseJson(bytes, OutageBody));
    const ref = c.req.param('ref');
    const told = outageOf(service, ref, body);
    const telling = { type: outageDeclaredType, subject: `outages/${ref}`, find: () => service.registry.outage(ref), holder, receivedAt: receiptTimeOf(service, c), revision };
    const { isNew, held } = await tellRevised<OutageDeclaredData>(service, telling, told);
    return c.json(held, isNew ? 201 : 200);
  });
  app.get('/v1/outages', async (c) => {
    await holderOf(service, c.req.raw, everyRole);
    return c.json([...service.registry.outages()].sort((a, b) => (a.from === b.from ? (a.ref < b.ref ? -1 : 1) : a.from < b.from ? -1 : 1)));
  });
};

/** The outage a body declares. @throws InvalidBody with every fault. */
const outageOf = (service: Service, ref: string, { target, from, until, ...rest }: Omit<z.infer<typeof OutageBody>, 'revision'>): Omit<OutageDeclaredData, 'revision'> => {
  const found: Finding[] = [];
  checkRef({ ref, number: '', phone: '', pointer: '/ref' }, found);
  const faults = found.map(({ pointer, code, received }) => fault(pointer, code, received));
  const fromAt = readTime('/from', from, faults);
  const untilAt = until === null ? null : readTime('/until', until, faults);
  if (fromAt !== undefined && typeof untilAt === 'number' && untilAt <= fromAt) faults.push(fault('/until', 'outage.until-before-from', until));
  const of = targetOf(service, rest.scope, target, fromAt);
  if (of === undefined) faults.push(fault('/target', rest.scope === 'all' ? 'outage.target-not-used' : 'outage.target-unknown', target));
  if (faults.length > 0 || fromAt === undefined || untilAt === undefined || of === undefined) throw new InvalidBody(faults);
  return { ref, ...rest, target: of, from: instant(fromAt), until: untilAt === null ? null : instant(untilAt) };
};

const targetOf = ({ locality, registry }: Service, scope: OutageDeclaredData['scope'], target: string, fromAt = 0): string | undefined => {
  if (scope === 'all') return target === '' ? '' : undefined;
  if (scope === 'facility') return registry.facility(target)?.registered.id;
  return (locality.unitByUid(target) ?? locality.unitAt(target, localDay(fromAt)))?.uid;
};

const readTime = (pointer: string, text: string, faults: Fault[]): number | undefined => {
  const time = parseStayTime(text);
  const at = time !== undefined && time.at >= earliest && time.at < latest ? time.at : undefined;
  if (at === undefined) faults.push(fault(pointer, time === undefined ? 'date.format' : 'date.out-of-range', text));
  return at;
};
