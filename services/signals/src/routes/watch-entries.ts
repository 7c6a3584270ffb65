import { instant, localDay } from '@da06/domain';
import { AppError } from '@da06/errors';
import { watchEntryRemovedType, WatchEntryRemovedData } from '@da06/events';
import { actorOf, assertJson, inProcessOf, InvalidBody, mediaTypeOf, type KeyHolder } from '@da06/service-kit';
import type { Context, Hono } from 'hono';
import { compose } from '../compose.ts';
import { readEntry, readItems } from '../entries/read-entries.ts';
import { takeEntries, type EntryItem, type EntrySender } from '../entries/take-entries.ts';
import type { KnownEntry } from '../known/types.ts';
import type { Service } from '../service.ts';
import { holderOf, police, receiptTimeOf } from './context.ts';

const causes = WatchEntryRemovedData.shape.cause;
const lineTypes = ['application/x-ndjson', 'application/ndjson'];

/** The watch-list: adding one or many, taking away, and the list without anybody's number. */
export const watchEntryRoutes = (app: Hono, service: Service): void => {
  app.post('/v1/watch-entries', async (c) => {
    const sender = senderOf(service, c, await holderOf(service, c.req.raw, police));
    const isLines = lineTypes.includes(mediaTypeOf(c.req.raw));
    if (!isLines) assertJson(c.req.raw);
    const setting = { locality: service.locality, hashes: service.vault(), today: sender.today };
    const { one, read } = await service.withBody(c.req.raw, (bytes) => {
      const items = readItems(bytes, isLines);
      return { one: !isLines && !isArray(bytes), read: items.map((item) => readEntry(item, setting)) };
    });
    const items = await takeEntries(service, sender, read);
    return one ? singleAnswer(items) : batchAnswer(items);
  });
  app.delete('/v1/watch-entries/:entry', async (c) => {
    const sender = senderOf(service, c, await holderOf(service, c.req.raw, police));
    const cause = causes.safeParse(c.req.query('cause') ?? 'other');
    if (!cause.success) throw new AppError('request.invalid', { detail: 'cause: error, found, expired or other is expected.' });
    const id = c.req.param('entry');
    return await service.decide(async (keep) => {
      const held = service.known().entry(id);
      if (held === undefined) throw new AppError('watch-entry.unknown');
      if (held.removed === null) await keep([compose(service, { type: watchEntryRemovedType, subject: id, ...sender, data: { entry: id, cause: cause.data } })]);
      return c.json(shownEntry(service.known().entry(id) ?? held, sender.today));
    });
  });
  app.get('/v1/watch-entries', async (c) => {
    await holderOf(service, c.req.raw, police);
    const today = localDay(service.now());
    const { status, reasonClass } = c.req.query();
    const entries = [...service.known().entries()].map((entry) => shownEntry(entry, today)).filter((entry) => (status === undefined || entry.status === status) && (reasonClass === undefined || entry.reasonClass === reasonClass));
    return c.json({ count: entries.length, entries: entries.sort((a, b) => (a.addedAt < b.addedAt ? 1 : a.addedAt > b.addedAt ? -1 : a.entry < b.entry ? -1 : 1)) });
  });
};

const senderOf = (service: Service, c: Context, holder: KeyHolder): EntrySender => {
  const receivedAt = receiptTimeOf(service, c);
  return { actor: actorOf(holder), receivedAt, today: localDay(receivedAt), simulated: inProcessOf(c.env).simulated ?? false };
};

const isArray = (bytes: Uint8Array): boolean => new TextDecoder().decode(bytes.subarray(0, 256)).trimStart().startsWith('[');

const shownEntry = ({ entry, reasonClass, validFrom, expiresOn, simulated, added, removed }: KnownEntry, today: string) => ({
  entry, reasonClass, validFrom, expiresOn, status: removed !== null ? ('removed' as const) : expiresOn < today ? ('expired' as const) : ('live' as const),
  addedAt: instant(added.recordedAt), removedAt: removed === null ? null : instant(removed.recordedAt), cause: removed?.cause ?? null, simulated,
});

const singleAnswer = ([item]: readonly EntryItem[]): Response => {
  if (item === undefined || item.status === 'rejected') throw new InvalidBody(item?.faults ?? []);
  const { index: _, ...shown } = item;
  return Response.json(shown, { status: item.status === 'accepted' ? 201 : 200 });
};

const batchAnswer = (items: readonly EntryItem[]): Response => {
  const count = (status: EntryItem['status']): number => items.filter((item) => item.status === status).length;
  const [duplicate, rejected] = [count('duplicate'), count('rejected')];
  const counts = { received: items.length, accepted: items.length - rejected, duplicate, rejected };
  return Response.json({ ...counts, items }, { status: rejected === 0 && items.length > 0 ? 200 : counts.accepted === 0 ? 422 : 207 });
};
