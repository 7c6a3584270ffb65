import { field, type Field } from './field.ts';

/**
 * The portal's sheet and its XML. A record of a file is made into a native item, so that its faults point into that; only what a field
 * may hold is the file's own: list numbers with their labels, and how precise a birth is.
 */
export const sheetFields: readonly Field[] = [
  field('fullName', 'guest.fullName', 'text', 'HỌ TÊN: full name.', { required: true }),
  field('birthDate', 'guest.birthDate', 'code', 'NGÀY SINH: dd/MM/yyyy, MM/yyyy or yyyy.', { max: 40, required: true }),
  field('sex', 'guest.sex', 'text', 'GIỚI TÍNH: "M - Nam", "F - Nữ".', { max: 40, required: true }),
  field('nationality', 'guest.nationality', 'text', 'QUỐC TỊCH: "VNM - Viet Nam".', { max: 100, required: true }),
  field('documentKind', 'guest.document.kind', 'number', 'LOẠI GIẤY TỜ: "1 - Thẻ CCCD".', { required: true }),
  field('documentName', 'guest.document.name', 'text', 'TÊN GIẤY TỜ, for 9.'),
  field('documentNumber', 'guest.document.number', 'code', 'SỐ GIẤY TỜ.', { max: 60, required: true }),
  field('phone', 'guest.phone', 'code', 'SỐ ĐIỆN THOẠI.', { max: 40 }),
  field('residenceStatus', 'guest.residence.status', 'number', 'NƠI CƯ TRÚ HIỆN NAY: 1 permanent, 2 temporary, 3 other.', { allowed: ['1', '2', '3'], refusal: 'field.not-allowed-value' }),
  field('province', 'guest.residence.province', 'code', 'TỈNH/ THÀNH PHỐ: code, name, or both.', { max: 100 }),
  field('ward', 'guest.residence.ward', 'code', 'PHƯỜNG/ XÃ/ ĐẶC KHU.', { max: 100 }),
  field('address', 'guest.residence.address', 'text', 'ĐỊA CHỈ CHI TIẾT.', { max: 500 }),
  field('arrival', 'arrival', 'time', 'NGÀY ĐẾN: dd/MM/yyyy.', { required: true }),
  field('expectedDeparture', 'expectedDeparture', 'time', 'NGÀY ĐI DỰ KIẾN.'),
  field('room', 'room', 'code', 'SỐ PHÒNG/ KHOA.', { max: 60 }),
  field('reason', 'reason', 'number', 'LÝ DO CƯ TRÚ: "1 - Du lịch".', { required: true }),
  field('reasonText', 'reasonText', 'text', 'NHẬP LÝ DO, for 20.', { max: 500 }),
  field('note', 'note', 'text', 'GHI CHÚ.', { max: 2000 }),
];

/** The XML's guests are foreigners with a passport. */
export const xmlFields: readonly Field[] = [
  field('fullName', 'guest.fullName', 'text', 'ho_ten: full name.', { required: true }),
  field('birthDate', 'guest.birthDate', 'code', 'ngay_sinh: dd/MM/yyyy.', { max: 40, required: true }),
  // The native item has no such field: it is part of what the birth date says.
  { ...field('birthPrecision', 'guest.birthPrecision', 'text', 'ngay_sinh_dung_den: D, M or Y.', { max: 10, allowed: ['D', 'M', 'Y'], refusal: 'field.not-allowed-value' }), pointer: '/guest/birthDate' },
  field('sex', 'guest.sex', 'text', 'gioi_tinh: M or F.', { max: 40, required: true }),
  field('nationality', 'guest.nationality', 'text', 'ma_quoc_tich.', { max: 100, required: true }),
  field('documentNumber', 'guest.document.number', 'code', 'so_ho_chieu.', { max: 60, required: true }),
  field('room', 'room', 'code', 'so_phong.', { max: 60 }),
  field('arrival', 'arrival', 'time', 'ngay_den.', { required: true }),
  field('expectedDeparture', 'expectedDeparture', 'time', 'ngay_di_du_kien.'),
  field('departure', 'departure', 'time', 'ngay_tra_phong: real departure.'),
  field('permittedUntil', 'permittedUntil', 'time', 'thoi_han_tam_tru.'),
];
