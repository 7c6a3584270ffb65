import { localDay } from '@da06/domain';
import { AppError } from '@da06/errors';
import { ownUnitsOf } from '@da06/reference';
import { actorOf, assertJson, InvalidBody, mediaTypeOf, type KeyHolder } from '@da06/service-kit';
import type { Context, Hono } from 'hono';
import { businessColumnPath } from '../businesses/business-fields.ts';
import { readBusiness, type BusinessSetting } from '../businesses/read-business.ts';
import { takeBusinesses, type BusinessItem, type BusinessSender, type Sent } from '../businesses/take-businesses.ts';
import { businessOn } from '../registry/business-record.ts';
import type { Service } from '../service.ts';
import { readCsv } from '../take-in/read/read-csv.ts';
import { readJsonArray, readOne } from '../take-in/read/read-json.ts';
import { readAllLines } from '../take-in/read/read-ndjson.ts';
import type { RawItem } from '../take-in/types.ts';
import { holderOf, receiptTimeOf, registerWriters } from './context.ts';
import { unitOfCommune } from './registers.ts';

const readers: Readonly<Record<string, (bytes: Uint8Array) => Iterable<RawItem>>> = {
  'application/json': readJsonArray, 'application/x-ndjson': readAllLines, 'application/ndjson': readAllLines, 'text/csv': (bytes) => readCsv(bytes, businessColumnPath),
};

/** Businesses that have to have ID-card readers (model 16): one, a batch, and a list. */
export const businessRoutes = (app: Hono, service: Service): void => {
  app.put('/v1/businesses/:id', async (c) => {
    const holder = await holderOf(service, c.req.raw, registerWriters);
    const sender = senderOf(service, c, holder);
    assertJson(c.req.raw);
    const sent = await service.withBody(c.req.raw, (bytes) => sentOf(readOne(bytes)[0] as RawItem, settingOf(service, sender), c.req.param('id')));
    const [item] = await takeBusinesses(service, sender, [sent]);
    if (item === undefined || item.status === 'rejected' || sent.business === undefined) throw new InvalidBody(item?.faults ?? []);
    return c.json({ ...sent.business, status: item.status, eventId: item.eventId, faults: item.faults }, item.status === 'accepted' ? 201 : 200);
  });
  app.post('/v1/businesses', async (c) => {
    const holder = await holderOf(service, c.req.raw, registerWriters);
    const sender = senderOf(service, c, holder);
    const read = readers[mediaTypeOf(c.req.raw)];
    if (read === undefined) throw new AppError('request.media-type');
    const sent = await service.withBody(c.req.raw, (bytes) => [...read(bytes)].map((item) => sentOf(item, settingOf(service, sender))));
    return batchAnswer(await takeBusinesses(service, sender, sent));
  });
  app.get('/v1/businesses', async (c) => {
    await holderOf(service, c.req.raw, businessReaders);
    const { unit, kind } = c.req.query();
    const on = localDay(service.now());
    const uid = unit === undefined ? undefined : (service.locality.unitByUid(unit) ?? service.locality.unitAt(unit, on))?.uid;
    const shown = service.registry.businesses().map((versions) => businessOn(versions, on));
    return c.json(shown.filter((business) => (unit === undefined || business.unit === uid) && (kind === undefined || business.kind === kind)));
  });
};

/** Who sees which business has a reader. */
const businessReaders = [...registerWriters, 'analyst'] as const;

const senderOf = (service: Service, c: Context, holder: KeyHolder): BusinessSender => {
  const unit = unitOfCommune(holder);
  const receivedAt = receiptTimeOf(service, c);
  return { actor: actorOf(holder), receivedAt, today: localDay(receivedAt), ownUnits: unit === undefined ? undefined : ownUnitsOf(service.locality, unit) };
};

const settingOf = ({ locality }: Service, { today: day, ownUnits }: BusinessSender): BusinessSetting => ({ locality, today: day, ownUnits });

const sentOf = (item: RawItem, setting: BusinessSetting, given?: string): Sent => {
  const place = item.at === undefined ? { index: item.index } : { index: item.index, at: item.at };
  const found = item.found ?? [];
  if ('unreadable' in item) return { ...place, id: given ?? '', found: [item.unreadable, ...found], namesDay: false };
  return { ...place, ...readBusiness(item.value, found, setting, given) };
};

const batchAnswer = (items: readonly BusinessItem[]): Response => {
  const count = (...statuses: readonly BusinessItem['status'][]): number => items.filter(({ status }) => statuses.includes(status)).length;
  const counts = { received: items.length, accepted: count('accepted', 'amended', 'duplicate'), duplicate: count('duplicate'), amended: count('amended'), rejected: count('rejected') };
  return Response.json({ ...counts, items }, { status: counts.rejected === 0 ? 200 : counts.accepted === 0 ? 422 : 207 });
};
