import type { ClaimField } from '../fields/claim.ts';
import { xmlFields } from '../fields/file-fields.ts';

export const rootElement = 'KHAI_BAO_TAM_TRU';
export const guestElement = 'THONG_TIN_KHACH';

/** The children of a guest in the portal's XML, and the field each is; the number in the list is none. */
export const xmlElements: readonly (readonly [element: string, field: ClaimField | undefined])[] = [
  ['so_thu_tu', undefined], ['ho_ten', 'fullName'], ['ngay_sinh', 'birthDate'], ['ngay_sinh_dung_den', 'birthPrecision'], ['gioi_tinh', 'sex'], ['ma_quoc_tich', 'nationality'],
  ['so_ho_chieu', 'documentNumber'], ['so_phong', 'room'], ['ngay_den', 'arrival'], ['ngay_di_du_kien', 'expectedDeparture'], ['ngay_tra_phong', 'departure'], ['thoi_han_tam_tru', 'permittedUntil'],
];

const pathOf = new Map(xmlFields.map(({ field, path }) => [field, path]));

/** Path of each child's field in the native item; undefined for the one that is passed over. */
export const elementPaths: ReadonlyMap<string, readonly string[] | undefined> = new Map(xmlElements.map(([element, field]) => [element, field === undefined ? undefined : pathOf.get(field)]));
