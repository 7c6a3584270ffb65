import { localDay } from '@da06/domain';
import { AppError } from '@da06/errors';
import { ownUnitsOf } from '@da06/reference';
import { actorOf, assertJson, mediaTypeOf } from '@da06/service-kit';
import type { Context, Hono } from 'hono';
import { incidentColumnPath } from '../incidents/incident-fields.ts';
import { readIncident } from '../incidents/read-incident.ts';
import { takeIncidents, type IncidentSender, type SentIncident } from '../incidents/take-incidents.ts';
import { itemsDigest } from '../receipts/items-digest.ts';
import type { Service } from '../service.ts';
import { hashOf } from '../take-in/prepare-item.ts';
import { readCsv } from '../take-in/read/read-csv.ts';
import { readJsonArray, readOne } from '../take-in/read/read-json.ts';
import { readAllLines } from '../take-in/read/read-ndjson.ts';
import type { RawItem } from '../take-in/types.ts';
import { holderOf, receiptTimeOf, registerWriters } from './context.ts';
import { unitOfCommune } from './registers.ts';
import { batchAnswer, isValidateOnly, itemAnswer, type Taken } from './take-records.ts';

const readers: Readonly<Record<string, (bytes: Uint8Array) => Iterable<RawItem & { readonly row?: object }>>> = {
  'application/json': readJsonArray, 'application/x-ndjson': readAllLines, 'application/ndjson': readAllLines, 'text/csv': (bytes) => readCsv(bytes, incidentColumnPath),
};

/** Incidents (model 40): one, a batch, one as it stands, and a list. A commune's key works with those of its own unit alone. */
export const incidentRoutes = (app: Hono, service: Service): void => {
  app.put('/v1/incidents/:ref', async (c) => {
    const sender = await admitted(service, c);
    assertJson(c.req.raw);
    const sent = await service.withBody(c.req.raw, (bytes) => [sentOf(service, sender, readOne(bytes)[0] as RawItem, c.req.param('ref'))]);
    return itemAnswer(await take(service, sender, sent), true);
  });
  app.post('/v1/incidents', async (c) => {
    const sender = await admitted(service, c);
    const read = readers[mediaTypeOf(c.req.raw)];
    if (read === undefined) throw new AppError('request.media-type');
    const sent = await service.withBody(c.req.raw, (bytes) => [...read(bytes)].map((item) => sentOf(service, sender, item)));
    return batchAnswer(await take(service, sender, sent));
  });
  app.get('/v1/incidents/:ref', async (c) => {
    const sender = await admitted(service, c);
    const known = service.registry.incident(c.req.param('ref'));
    if (known === undefined || sender.ownUnits?.has(known.held.unit) === false) throw new AppError('incident.unknown');
    return c.json(known.held);
  });
  app.get('/v1/incidents', async (c) => {
    const sender = await admitted(service, c);
    const { unit, kind, from = '', to = '' } = c.req.query();
    const uid = unit === undefined ? undefined : (service.locality.unitByUid(unit) ?? service.locality.unitAt(unit, localDay(service.now())))?.uid;
    const dayOf = (incident: { readonly happenedAt: string | null; readonly reportedAt: string }): string => localDay(Date.parse(incident.happenedAt ?? incident.reportedAt));
    const shown = service.registry.incidents().map((incident) => ({ incident, day: dayOf(incident) })).filter(({ incident, day }) =>
      (unit === undefined || incident.unit === uid) && (kind === undefined || incident.kind === kind) && (from === '' || day >= from) && (to === '' || day <= to) && sender.ownUnits?.has(incident.unit) !== false);
    return c.json(shown.sort((a, b) => (a.day === b.day ? (a.incident.ref < b.incident.ref ? -1 : 1) : a.day < b.day ? -1 : 1)).map(({ incident }) => incident));
  });
};

/** The sender, and what it may write. @throws AppError 401, 403; so for an officer of an agency that is none of the police. */
const admitted = async (service: Service, c: Context): Promise<IncidentSender> => {
  const holder = await holderOf(service, c.req.raw, registerWriters);
  if (holder.role === 'officer' && service.locality.programme.agency(holder.agency)?.police !== true) throw new AppError('request.forbidden', { detail: 'Officers of the police alone keep incidents.' });
  const unit = unitOfCommune(holder);
  return { actor: actorOf(holder), receivedAt: receiptTimeOf(service, c), ownUnits: unit === undefined ? undefined : ownUnitsOf(service.locality, unit), validateOnly: isValidateOnly(c) };
};

const sentOf = ({ locality }: Service, sender: IncidentSender, item: RawItem & { readonly row?: object }, given?: string): SentIncident => {
  const place = item.at === undefined ? { index: item.index } : { index: item.index, at: item.at };
  const found = item.found ?? [];
  if ('unreadable' in item) return { ...place, ref: given ?? '', hash: hashOf(item.row ?? {}).hash, found: [item.unreadable, ...found] };
  const { hash } = hashOf(item.row ?? item.value);
  if (hash === '') return { ...place, ref: given ?? '', hash, found: [{ pointer: '', code: 'item.unreadable' }] };
  return { ...place, hash, ...readIncident(item.value, found, { locality, receivedAt: sender.receivedAt, ownUnits: sender.ownUnits }, given) };
};

/** Recorded, then signed. */
const take = async (service: Service, sender: IncidentSender, sent: readonly SentIncident[]): Promise<Taken> => {
  const outcome = await takeIncidents(service, sender, sent);
  if (sender.validateOnly) return { ...outcome, receipt: null };
  const receipt = service.receiptKeys.sign({ iat: Math.floor(sender.receivedAt / 1000), facility: '', register: 'incidents', counts: outcome.counts, items: itemsDigest(outcome.items) });
  return { ...outcome, receipt };
};
