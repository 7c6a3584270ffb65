import type { Labels } from '@da06/reference';
import { birthText, dayText, type ExportedStay } from './exported.ts';
import { simulatedName, simulatedTitle } from './template.ts';

/** Foreign guests as the portal's XML: root KHAI_BAO_TAM_TRU, one THONG_TIN_KHACH a guest. An element without a value is written empty. Invented guests stand under another root, which the portal does not take. */
export const dayXml = (stays: readonly ExportedStay[], labels: Pick<Labels, 'portalNationality'>, simulated = false): string => {
  const root = simulated ? simulatedName : 'KHAI_BAO_TAM_TRU';
  const mark = simulated ? `<!-- ${simulatedTitle} -->\n` : '';
  return `<?xml version="1.0" encoding="UTF-8"?>\n${mark}<${root}>\n${stays.map((stay, index) => guestXml(stay, index + 1, labels)).join('')}</${root}>\n`;
};

const guestXml = (stay: ExportedStay, number: number, labels: Pick<Labels, 'portalNationality'>): string => {
  const departure = dayText(stay.departure);
  const elements: readonly (readonly [string, string])[] = [
    ['so_thu_tu', String(number)],
    ['ho_ten', stay.fullName],
    ['ngay_sinh', fullBirth(stay)],
    ['ngay_sinh_dung_den', precisionOf(stay)],
    ['gioi_tinh', stay.sex === 'M' || stay.sex === 'F' ? stay.sex : ''],
    ['ma_quoc_tich', labels.portalNationality(stay.nationality)?.code ?? stay.nationality],
    ['so_ho_chieu', stay.documentNumber],
    ['so_phong', stay.room],
    ['ngay_den', dayText(stay.arrival)],
    ['ngay_di_du_kien', dayText(stay.expectedDeparture)],
    ...(departure === '' ? [] : [['ngay_tra_phong', departure] as const]),
    ['thoi_han_tam_tru', dayText(stay.permittedUntil)],
  ];
  return `  <THONG_TIN_KHACH>\n${elements.map(([name, text]) => `    <${name}>${escapeXml(text)}</${name}>\n`).join('')}  </THONG_TIN_KHACH>\n`;
};

/** dd/MM/yyyy; what is not known of it is 01, and `ngay_sinh_dung_den` says how far it is true. */
const fullBirth = ({ birth }: ExportedStay): string => (birth === undefined ? '' : birthText({ year: birth.year, month: Math.max(birth.month, 1), day: Math.max(birth.day, 1) }));

const precisionOf = ({ birth }: ExportedStay): string => (birth === undefined ? '' : birth.month === 0 ? 'Y' : birth.day === 0 ? 'M' : 'D');

// eslint-disable-next-line no-control-regex -- XML 1.0 cannot hold these in any form
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };

/** A text as it can stand between tags. */
const escapeXml = (text: string): string => text.replace(unwritable, '').replace(/\p{Cs}/gu, '').replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
