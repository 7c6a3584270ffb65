import { sheetColumns } from '../portal-sheet/template.ts';

/** Made-up people and places: no example names anybody. */
export const stayExample = {
  ref: 'FD-2026-001873',
  revision: 0,
  guest: {
    fullName: 'Trần Thị Mẫu', birthDate: '1990-05-15', sex: 'F', nationality: 'VNM',
    document: { kind: 'cccd', number: '070190000123', formerNumber: '', issuingState: 'VNM' },
    phone: '0912345678',
    residence: { status: 'permanent', province: '709', ward: '', address: 'Số 1, đường Mẫu' },
  },
  arrival: '2026-11-20T14:00:00+07:00', expectedDeparture: '2026-11-22T12:00:00+07:00', departure: null, permittedUntil: null,
  room: '101', reason: 'tourism', reasonText: '', note: '', notifiedAt: null, captured: 'typed',
};

export const facilityExample = {
  id: 'ks-tan-khai-01', kind: 'hotel', name: 'Khách sạn Tân Khai', unit: 'W25357@2025', rooms: 24, beds: 40, stars: 2, remote: false, lat: 11.53, lon: 106.54, validFrom: '2026-01-01',
};

export const unitExample = {
  uid: 'W25349@2025', code: '25349', nameVi: 'Xã Minh Đức', level: 'commune', type: 'xã', urban: false, parent: 'P75@2025', validFrom: '2025-07-01', validTo: '', areaKm2: 167.1, population: 16944, lat: 11.6242, lon: 106.522,
  projections: [
    ...['W25339@old', 'W25348@old', 'W25349@old'].map((unit) => ({ from: '', to: '2025-06-30', unit, weight: 0.3333333333333333, exact: false })),
    { from: '2025-07-01', to: '', unit: 'W25349@2025', weight: 1, exact: true },
  ],
  areas: [{ area: 'D694@2009', nameVi: 'Hớn Quản (địa giới cũ)', weight: 1, exact: true }],
};

export const indicatorExample = {
  code: 'dc.sex-ratio', model: 37, vi: 'Tỷ số giới tính', en: 'Sex ratio', definitionVi: 'Số nam thường trú trên 100 nữ thường trú.', definitionEn: 'Male permanent residents per 100 female ones.', formula: 'nam / nữ × 100', unit: 'nam/100 nữ',
  source: 'Sổ đăng ký cư trú ghi nhận trong hệ thống', scope: 'Người có thường trú đang hiệu lực', nature: 'register', kind: 'ratio', direction: 'none',
};

export const itemExample = {
  index: 0, ref: 'FD-2026-001873', status: 'accepted', late: false, registrationNumber: 'LT5R2W8M0Q4T7X9ZKJ', eventId: '019a9d0e-5c1b-7d41-9d0a-0242ac120002',
  hash: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08', faults: [],
};

export const rejectedExample = {
  index: 1, ref: 'FD-2026-001874', status: 'rejected', late: false, registrationNumber: null, eventId: null, hash: '2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae',
  faults: [{ pointer: '/guest/sex', code: 'sex.unknown', severity: 'reject', vi: 'Giới tính phải là M (nam), F (nữ) hoặc X.', en: 'The sex must be M, F or X.', received: 'Q' }],
};

export const batchExample = { received: 2, accepted: 1, duplicate: 0, amended: 0, late: 0, rejected: 1, receipt: 'eyJhbGciOiJFZERTQSJ9.eyJpYXQiOjE3OTV9.c2ln', items: [itemExample, rejectedExample] };

export const foreignExample = [
  {
    hoTen: 'MARTIN EXAMPLE', quocTich: 'DEU', soHoChieu: 'C01X00T47', gioiTinh: 'M', loaiNgayThangNamSinh: 'D', ngayThangNamSinhStr: '1984-02-11', ngayDenCsltStr: '2026-11-20 14:00:00',
    ngayDiDuKienStr: '2026-11-22 12:00:00', soPhong: '102', thoiHanTamTruStr: '2026-12-31',
  },
];
export const vietnameseExample = [
  {
    hoTen: 'Nguyễn Văn Thử', gioiTinh: 'M', soDienThoai: '0912345679', ngayThangNamSinhStr: '1988-03-09', noiCuTru: 1, diaChi: 'Số 2, đường Mẫu', ngayDenCsltStr: '2026-11-20 20:00:00',
    ngayDiDuKienStr: '2026-11-21 12:00:00', soPhong: '103', lyDoCuTru: 1, loaiGiayTo: 1, soGiayTo: '070088000321',
  },
];
export const departureExample = [{ loai: 'TS', loaiGiayTo: 1, soGiayTo: '070088000321' }, { loai: 'GH', loaiGiayTo: 1, soGiayTo: '070190000123', thoiGianStr: '2026-11-24 12:00:00' }];
export const csvExample = 'ref,full_name,birth_date,sex,nationality,document_kind,document_number,arrival,room,reason\nFD-2,Lê Hoàng Ví Dụ,1979,M,VNM,cccd,070079000222,2026-11-20 21:30,104,business\n';
export const readExample = {
  captured: 'qr',
  guest: {
    fullName: 'Trần Thị Mẫu', birthDate: '1990-05-15', sex: 'F', nationality: 'VNM', document: { kind: 'cccd', number: '070190000123', issuingState: 'VNM' },
    residence: { status: 'permanent', province: '713', address: 'Số 1, đường Mẫu, Đồng Nai' },
  },
  faults: [],
};

export const guestsExample = {
  facility: 'ks-tan-khai-01', on: '2026-11-20', count: 1,
  guests: [
    {
      ref: 'FD-2026-001873', registrationNumber: 'LT5R2W8M0Q4T7X9ZKJ', status: 'open', late: false, identity: 'shown', arrival: '2026-11-20T07:00:00.000Z', arrivalTimeKnown: true,
      expectedDeparture: '2026-11-22T05:00:00.000Z', departure: null, room: '101',
      guest: { fullName: 'Trần Thị Mẫu', birthDate: '1990-05-15', sex: 'F', nationality: 'VNM', document: { kind: 'cccd', number: '070190000123' } },
    },
  ],
};

export const xmlExample = `<?xml version="1.0" encoding="UTF-8"?>
<KHAI_BAO_TAM_TRU>
  <THONG_TIN_KHACH>
    <so_thu_tu>1</so_thu_tu><ho_ten>MARTIN EXAMPLE</ho_ten><ngay_sinh>11/02/1984</ngay_sinh><ngay_sinh_dung_den>D</ngay_sinh_dung_den><gioi_tinh>M</gioi_tinh>
    <ma_quoc_tich>DEU</ma_quoc_tich><so_ho_chieu>C01X00T47</so_ho_chieu><so_phong>102</so_phong><ngay_den>20/11/2026</ngay_den><ngay_di_du_kien>22/11/2026</ngay_di_du_kien>
    <thoi_han_tam_tru>31/12/2026</thoi_han_tam_tru>
  </THONG_TIN_KHACH>
</KHAI_BAO_TAM_TRU>
`;
export const qrExample = '070190000123|285000123|Trần Thị Mẫu|15051990|Nữ|Số 1, đường Mẫu, Xã Mẫu, Hớn Quản, Bình Phước|01072021\t101\n';
/** A workbook is no text: what is shown of it are the sheet's headers and a row under them. */
export const sheetExample = `${sheetColumns.map(({ header }) => header.trim()).join(' | ')}\n1 | TRẦN THỊ MẪU | 15/05/1990 | F - Nữ | VNM - Viet Nam | 1 - Thẻ CCCD | | 070190000123 | 0912345678 | 1 - Thường trú | 713 - Đồng Nai | | Số 1, đường Mẫu | 20/11/2026 | 22/11/2026 | 101 | 1 - Du lịch | | `;

export const releaseExample = {
  eventId: '01a1f82f-1e80-7436-8069-515ed08ad757', statistic: 'ethnicity', asOf: '2026-10-31', opened: 1204, unknown: 12,
  cells: [{ unit: 'W25357@2025', code: '01', vi: 'Kinh', persons: 820 }, { unit: 'W25357@2025', code: '22', vi: 'Xtiêng', persons: null }, { unit: '', code: '', vi: 'Tất cả', persons: 1180 }],
};
