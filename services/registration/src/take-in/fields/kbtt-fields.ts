import { field, type Field } from './field.ts';

/** Keys of the portal's bodies that hold images: dropped before anything else reads the record. */
export const imageKeys: ReadonlySet<string> = new Set(['anhHoChieuB64', 'anhTruocB64', 'anhSauB64', 'anhB64', 'anh']);

/** The portal's API 4 (foreigners). Required are the fields the law needs; the portal's others only if sent. */
export const foreignFields: readonly Field[] = [
  field('fullName', 'hoTen', 'text', 'Full name.', { required: true }),
  field('nationality', 'quocTich', 'text', 'Nationality, code of catalogue API 6.', { max: 100, required: true }),
  field('documentNumber', 'soHoChieu', 'code', 'Passport number.', { max: 60, required: true }),
  field('sex', 'gioiTinh', 'text', 'M or F.', { max: 40, required: true }),
  field('birthPrecision', 'loaiNgayThangNamSinh', 'text', 'D = full date, M = month, Y = year only.', { max: 10, allowed: ['D', 'M', 'Y'], refusal: 'field.not-allowed-value' }),
  field('birthDate', 'ngayThangNamSinhStr', 'code', 'YYYY-MM-DD.', { max: 40, required: true }),
  field('arrival', 'ngayDenCsltStr', 'time', 'YYYY-MM-DD HH:mm:ss.', { required: true }),
  field('expectedDeparture', 'ngayDiDuKienStr', 'time', 'Expected departure.'),
  field('room', 'soPhong', 'code', 'Room.', { max: 60 }),
  field('permittedUntil', 'thoiHanTamTruStr', 'time', 'Permitted stay until.'),
];

/** The portal's API 5 (Vietnamese guests). */
export const vietnameseFields: readonly Field[] = [
  field('fullName', 'hoTen', 'text', 'Full name.', { required: true }),
  field('sex', 'gioiTinh', 'text', 'M or F.', { max: 40, required: true }),
  field('phone', 'soDienThoai', 'code', 'Phone number.', { max: 40 }),
  field('birthDate', 'ngayThangNamSinhStr', 'code', 'YYYY-MM-DD.', { max: 40, required: true }),
  field('note', 'ghiChu', 'text', 'Note.', { max: 2000 }),
  field('residenceStatus', 'noiCuTru', 'number', '1 permanent, 2 temporary, 3 other.', { allowed: ['1', '2', '3'], refusal: 'field.not-allowed-value' }),
  field('province', 'maTT', 'code', 'Province code.', { max: 100 }),
  field('ward', 'maPX', 'code', 'Ward code.', { max: 100 }),
  field('address', 'diaChi', 'text', 'Address.', { max: 500 }),
  field('arrival', 'ngayDenCsltStr', 'time', 'Arrival.', { required: true }),
  field('expectedDeparture', 'ngayDiDuKienStr', 'time', 'Expected departure.'),
  field('room', 'soPhong', 'code', 'Room.', { max: 60 }),
  field('reason', 'lyDoCuTru', 'number', 'Reason, 1–20.', { required: true }),
  field('reasonText', 'lyDoChiTiet', 'text', 'Reason in words, for 20.', { max: 500 }),
  field('documentKind', 'loaiGiayTo', 'number', 'Kind of document, 1–9.', { required: true }),
  field('documentNumber', 'soGiayTo', 'code', 'Number of the document.', { max: 60, required: true }),
];

/** The portal's API 12 (early leave, extension). */
export const departureFields: readonly Field[] = [
  field('change', 'loai', 'text', 'TS = left early, GH = extended.', { max: 40, required: true, allowed: ['TS', 'GH'], refusal: 'change.kind-unknown' }),
  field('documentNumber', 'soGiayTo', 'code', 'Number of the document.', { max: 60, required: true }),
  field('documentKind', 'loaiGiayTo', 'number', 'Kind of document, 1–9.', { required: true }),
  field('departure', 'thoiGianStr', 'time', 'The new departure, YYYY-MM-DD HH:mm:ss; needed for GH.'),
];
