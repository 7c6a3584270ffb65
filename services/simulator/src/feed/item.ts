import { instant, localDay } from '@da06/domain';
import type { Stay } from '../stays/stay.ts';
import type { TruthStay } from '../truth/truth.ts';
import type { Flaw } from './flaws.ts';

const offset = 7 * 3_600_000;

/** A moment as ISO 8601 with Vietnam's offset. */
export const isoLocal = (at: number): string => `${instant(at + offset).slice(0, 19)}+07:00`;

/** A whole record in the native shape (contracts.md, A stay), spoilt if told so. What has no value is undefined: it is not written. */
export const itemOf = (stay: Stay, flaw: Flaw | undefined): Record<string, unknown> => {
  const { record, person } = stay;
  const scanned = flaw === undefined && isScanned(stay);
  const item: Record<string, unknown> = {
    ref: stay.ref,
    revision: record.revision > 0 ? record.revision : undefined,
    qr: scanned ? qrOf(stay) : undefined,
    guest: !scanned ? guestOf(stay) : person.phone === '' ? undefined : { phone: person.phone },
    arrival: record.hourKnown ? isoLocal(record.arrivedAt) : localDay(record.arrivedAt),
    expectedDeparture: isoLocal(record.expectedAt),
    departure: record.departedAt === undefined ? undefined : isoLocal(record.departedAt),
    permittedUntil: record.permittedUntil,
    room: record.room,
    reason: record.reason,
    reasonText: record.reason === 'other' ? 'Việc riêng (mô phỏng)' : undefined,
    notifiedAt: record.notifiedAt === undefined ? undefined : isoLocal(record.notifiedAt),
    captured: capturedOf(stay, scanned),
  };
  if (flaw !== undefined) spoil(item, flaw, record.arrivedAt);
  return item;
};

/** Whether the card's QR text stands for the guest: then the commune of the home is not told. */
export const isScanned = ({ facility, paper, record }: Stay): boolean => facility.scans && paper.kind === 'cccd' && record.birthDate.length === 10;

/** How a record of a stay came to be. */
export const capturedOf = ({ facility }: Stay, scanned: boolean): TruthStay['captured'] => (scanned ? 'qr' : facility.style === 'single' ? 'typed' : 'file');

const guestOf = ({ record, person, paper, former }: Stay): Record<string, unknown> => ({
  fullName: record.fullName,
  birthDate: record.birthDate,
  sex: record.sex,
  nationality: person.nationality,
  document: { kind: paper.kind, number: paper.number, formerNumber: former?.number, issuingState: paper.issuingState === 'VNM' ? undefined : paper.issuingState },
  phone: person.phone === '' ? undefined : person.phone,
  residence: record.home === undefined ? undefined : { status: 'permanent', province: record.home.province.code, ward: record.home.ward === '' ? undefined : record.home.ward, address: record.home.address },
});

const dayOfCard = '15032022';

/** The text of an identity card's QR code: number | old number | name | birth | sex | address | day of issue. */
const qrOf = ({ record, paper, former }: Stay): string => {
  const [year = '', month = '', day = ''] = record.birthDate.split('-');
  const address = record.home === undefined ? '' : `${record.home.address}, ${record.home.province.name}`;
  return [paper.number, former?.number ?? '', record.fullName, `${day}${month}${year}`, record.sex === 'F' ? 'Nữ' : 'Nam', address, dayOfCard].join('|');
};

/** An expected departure that comes before the arrival. */
export const spoiltExpected = (arrivedAt: number): number => arrivedAt - 3_600_000;

const spoil = (item: Record<string, unknown>, { field }: Flaw, arrivedAt: number): void => {
  const guest = item['guest'] as Record<string, unknown>;
  switch (field) {
    case 'fullName':
      delete guest['fullName'];
      return;
    case 'birthDate':
      guest['birthDate'] = '1990-13-01';
      return;
    case 'sex':
      guest['sex'] = 'Z';
      return;
    case 'nationality':
      guest['nationality'] = 'QQQ';
      return;
    case 'number':
      (guest['document'] as Record<string, unknown>)['number'] = '0709';
      return;
    case 'reason':
      item['reason'] = 'nghỉ mát';
      return;
    case 'expected':
      item['expectedDeparture'] = isoLocal(spoiltExpected(arrivedAt));
      delete item['departure'];
      return;
    case 'room':
      delete item['room'];
      return;
    case 'line':
  }
};
