import type { Warehouse } from '@da06/warehouse';
import type { FindEvents, SeenEvent } from './compare.ts';

/** Ids in one statement: it stays below the engine's limit on a query's text (256 KiB). */
const idsPerQuery = 5_000;
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Events that are the first of their reference: a check-in of a stay, a record of a register, a trip. */
const firsts = ['stay.checked-in.', 'residence.registered.', 'residence.moved.', 'residence.ended.', 'absence.declared.', 'household.changed.', 'birth.registered.', 'death.registered.', 'worker.declared.', 'coach-trip.reported.'];

/** Looks events up in the view that queries see. What is no event id at all is simply not found. */
export const createFindEvents = (warehouse: Pick<Warehouse, 'query'>): FindEvents => async (eventIds) => {
  const seen = new Map<string, SeenEvent>();
  const ids = eventIds.filter((id) => uuid.test(id));
  for (let from = 0; from < ids.length; from += idsPerQuery) {
    const list = ids.slice(from, from + idsPerQuery).map((id) => `'${id}'`).join(',');
    const rows = await warehouse.query<{ id: string; type: string; rows: string }>(
      `SELECT toString(event_id) AS id, any(type) AS type, toString(count()) AS rows FROM da06.events WHERE event_id IN (${list}) GROUP BY event_id`,
    );
    for (const { id, type, rows: count } of rows) seen.set(id, { rows: Number(count), checkIn: firsts.some((name) => type.includes(name)) });
  }
  return seen;
};
