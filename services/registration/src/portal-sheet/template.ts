import type { ClaimField } from '../take-in/fields/claim.ts';

/** A column of the sheet: its header as the portal writes it, blanks at its edges included, and the field of a stay it holds. */
export type SheetColumn = { readonly header: string; readonly field: ClaimField | undefined };

/** Name of the sheet the lodging portal imports Vietnamese guests from. */
export const sheetName = 'DS_KHACH_VIET_NAM_LUU_TRU';

/** In the place of a name that the portal looks for, where the guests are invented: it then takes the file for none of its own. */
export const simulatedName = 'DU_LIEU_MO_PHONG';
export const simulatedTitle = 'DỮ LIỆU MÔ PHỎNG – không phải khách thật – KHÔNG GỬI LÊN CỔNG';

/** The sheet's columns A to S in order. `(*)` marks what the portal requires. */
export const sheetColumns: readonly SheetColumn[] = [
  { header: 'STT', field: undefined },
  { header: 'HỌ TÊN (*)', field: 'fullName' },
  { header: 'NGÀY SINH (*)', field: 'birthDate' },
  { header: 'GIỚI TÍNH (*)', field: 'sex' },
  { header: 'QUỐC TỊCH (*)', field: 'nationality' },
  { header: 'LOẠI GIẤY TỜ (*)', field: 'documentKind' },
  { header: 'TÊN GIẤY TỜ', field: 'documentName' },
  { header: 'SỐ GIẤY TỜ (*)', field: 'documentNumber' },
  { header: 'SỐ ĐIỆN THOẠI', field: 'phone' },
  { header: 'NƠI CƯ TRÚ HIỆN NAY', field: 'residenceStatus' },
  { header: 'TỈNH/ THÀNH PHỐ ', field: 'province' },
  { header: 'PHƯỜNG/ XÃ/ ĐẶC KHU', field: 'ward' },
  { header: 'ĐỊA CHỈ CHI TIẾT', field: 'address' },
  { header: 'NGÀY ĐẾN (*)', field: 'arrival' },
  { header: 'NGÀY ĐI DỰ KIẾN (*)', field: 'expectedDeparture' },
  { header: 'SỐ PHÒNG/ KHOA', field: 'room' },
  { header: ' LÝ DO CƯ TRÚ (*)', field: 'reason' },
  { header: 'NHẬP LÝ DO', field: 'reasonText' },
  { header: 'GHI CHÚ', field: 'note' },
];

/** Rows 1 to 3 are headers, row 4 is an example that is passed over by its position, guests begin in row 5. */
export const lastHeaderRow = 3;
export const exampleRow = 4;
export const firstGuestRow = 5;

/** Where the result of a row is written in a file that is given back: beside the portal's own columns, which it leaves as they are. */
export const resultHeaders = ['KẾT QUẢ', 'SỐ ĐĂNG KÝ', 'LỖI VÀ CẢNH BÁO'] as const;
