import type { Labels, Locality, PortalCode } from '@da06/reference';
import type { ClaimField } from '../take-in/fields/claim.ts';
import { birthText, dayText, type ExportedStay } from './exported.ts';
import { sheetColumns } from './template.ts';
import type { SheetRow } from './write-sheet.ts';

const sexes: Readonly<Record<string, string>> = { M: 'M - Nam', F: 'F - Nữ' };
const residences: Readonly<Record<string, string>> = { permanent: '1 - Thường trú', temporary: '2 - Tạm trú', other: '3 - Khác' };

/** Vietnamese guests as rows of the portal's sheet. What the portal has no code for (sex X) stays empty, for a person to decide. */
export const daySheetRows = (stays: readonly ExportedStay[], locality: Pick<Locality, 'labels' | 'province'>): SheetRow[] =>
  stays.map((stay, index) => {
    const cells = cellsOf(stay, locality);
    return sheetColumns.map(({ field }) => (field === undefined ? String(index + 1) : cells[field]));
  });

const cellsOf = (stay: ExportedStay, { labels, province }: Pick<Locality, 'labels' | 'province'>): Partial<Record<ClaimField, string>> => ({
  fullName: stay.fullName,
  birthDate: stay.birth === undefined ? '' : birthText(stay.birth),
  sex: sexes[stay.sex] ?? '',
  nationality: coded(labels.portalNationality(stay.nationality)),
  documentKind: coded(labels.portalDocument(stay.documentKind, stay.documentCode)),
  documentName: stay.documentName,
  documentNumber: stay.documentNumber,
  phone: stay.phone.replace(/^\+84/, '0'),
  residenceStatus: residences[stay.residenceStatus] ?? '',
  province: provinceCell(stay.province, labels, province),
  ward: stay.ward,
  address: stay.address,
  arrival: dayText(stay.arrival),
  expectedDeparture: dayText(stay.expectedDeparture),
  room: stay.room,
  reason: coded(labels.portalReason(stay.reason)),
  reasonText: stay.reasonText,
  note: stay.note,
});

const coded = (code: PortalCode | undefined): string => (code === undefined ? '' : `${code.code} - ${code.label}`);

const provinceCell = (text: string, labels: Labels, provinceOf: Locality['province']): string => {
  const code = provinceOf(text) ?? provinceOf(text.split(' - ', 1)[0] ?? '');
  return code === undefined ? '' : coded(labels.portalProvince(code));
};
