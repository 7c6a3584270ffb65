import { isDemonstration } from '@da06/domain';
import { dayOf } from '@da06/service-kit';
import { workbookType } from '@da06/workbook';
import type { Context, Hono } from 'hono';
import { daySheetRows } from '../portal-sheet/day-sheet.ts';
import { dayXml } from '../portal-sheet/day-xml.ts';
import { exportedOf, type ExportedStay } from '../portal-sheet/exported.ts';
import { writeSheet } from '../portal-sheet/write-sheet.ts';
import { arrivalsOf } from '../records/arrivals.ts';
import { foldStay, openStay, type FoldedStay, type StayRecord } from '../records/read-stay.ts';
import { recordReading } from '../records/record-reading.ts';
import type { Service } from '../service.ts';
import { facilityFor, holderOf, writers } from './context.ts';

/** A day's arrivals as the files the lodging portal imports: Vietnamese guests in its sheet, foreigners in its XML. */
export const exportRoutes = (app: Hono, service: Service): void => {
  const { locality } = service;
  const file = (ending: 'xlsx' | 'xml', type: string, bodyOf: (stays: readonly ExportedStay[], simulated: boolean) => ReadableStream<Uint8Array> | string): void => {
    app.get(`/v1/facilities/:facility/days/:date/portal.${ending}`, async (c) => {
      const { name, simulated, inFile, leftOut } = await dayOfFacility(service, c, ending === 'xlsx');
      const headers = {
        'content-type': type, 'cache-control': 'no-store', 'content-disposition': `attachment; filename="${name}.${ending}"`,
        'DA06-Count': String(inFile.length), 'DA06-Left-Out': String(leftOut),
      };
      return new Response(bodyOf(inFile.map(exportedOf), simulated), { headers });
    });
  };
  file('xlsx', workbookType, (stays, simulated) => writeSheet({ rows: daySheetRows(stays, locality), simulated }));
  file('xml', 'application/xml; charset=utf-8', (stays, simulated) => dayXml(stays, locality.labels, simulated));
};

type Day = { readonly name: string; /** Of the demonstration. */ readonly simulated: boolean; readonly inFile: readonly StayRecord[]; /** Stays of the day that are not in this file: they belong in the other, or were erased. */ readonly leftOut: number };

/** Reads the day's arrivals; only identities that go into the file are opened, and each of them is recorded first. */
const dayOfFacility = async (service: Service, c: Context, vietnamese: boolean): Promise<Day> => {
  const holder = await holderOf(service, c.req.raw, writers);
  const facility = facilityFor(service, holder, c.req.param('facility') ?? '').registered.id;
  const date = dayOf(c.req.param('date') ?? '', 'date');
  const folded: FoldedStay[] = [];
  for (const { key, state } of arrivalsOf(service, facility, date)) folded.push(await foldStay(service, key, state));
  const belonging = folded.filter(({ merged }) => (merged.groups.nationality === 'VNM') === vietnamese);
  await recordReading(service, { holder, facility, purpose: 'portal-export' }, belonging.map(({ state }) => state.personKey));
  const inFile = belonging.map((stay) => openStay(service, stay)).filter(({ identity }) => identity === 'shown');
  const simulated = isDemonstration(facility);
  return { name: `${simulated ? 'MO-PHONG-' : ''}luu-tru-${facility}-${date}`, simulated, inFile, leftOut: folded.length - inFile.length };
};
