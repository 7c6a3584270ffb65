import type { FacilityContext, QrShared } from './types.ts';

/** An invented stay in our own shape, whole and valid on the sample's day. */
export const sampleStay = (number = 1): Record<string, unknown> => ({
  ref: `FD-2026-${String(number).padStart(6, '0')}`, revision: 0,
  guest: {
    fullName: 'Nguyễn Thị Bông', birthDate: '1990-05-15', sex: 'F', nationality: 'VNM',
    document: { kind: 'cccd', number: `070190${String(104_729 * number % 900_000 + 100_000)}`, formerNumber: '' },
    phone: '0912345678', residence: { status: 'permanent', province: '701', ward: '', address: '12 đường Mẫu' },
  },
  arrival: '2026-11-20T14:00:00+07:00', expectedDeparture: '2026-11-22T12:00:00+07:00', departure: null, permittedUntil: null,
  room: String(100 + (number % 40)), reason: 'tourism', reasonText: '', note: '', notifiedAt: null, captured: 'typed',
});

/** An invented body of the portal's API 4. */
export const sampleForeign = (number = 1): Record<string, unknown> => ({
  hoTen: 'JANE SAMPLE', quocTich: 'D', soHoChieu: `C0${String(number).padStart(6, '0')}`, gioiTinh: 'F', loaiNgayThangNamSinh: 'D', ngayThangNamSinhStr: '1985-03-02',
  ngayDenCsltStr: '2026-11-20 15:30:00', ngayDiDuKienStr: '2026-11-23 12:00:00', soPhong: '204', thoiHanTamTruStr: '2026-12-31',
});

/** An invented body of the portal's API 5. */
export const sampleVietnamese = (number = 1): Record<string, unknown> => ({
  hoTen: 'Trần Văn Mẫu', gioiTinh: 'M', soDienThoai: '0987654321', ngayThangNamSinhStr: '1985-03-02', ghiChu: '', noiCuTru: 1, maTT: '101', maPX: '101900070', diaChi: 'số 3 phố Mẫu',
  ngayDenCsltStr: '2026-11-20', ngayDiDuKienStr: '2026-11-22', soPhong: '12', lyDoCuTru: 1, lyDoChiTiet: '', loaiGiayTo: 1, soGiayTo: `001085${String(104_729 * number % 900_000 + 100_000)}`,
});

/** An invented body of the portal's API 12. */
export const sampleDeparture = (number = 1): Record<string, unknown> => ({
  loai: 'GH', soGiayTo: `001085${String(104_729 * number % 900_000 + 100_000)}`, loaiGiayTo: 1, thoiGianStr: '2026-11-25 12:00:00',
});

/** A hotel and a moment that the samples fit. */
export const sampleContext: FacilityContext = {
  facility: { id: 'ks-mau-01', versions: [{ kind: 'hotel', unit: 'W25357@2025', tourism: true, remote: false, validFrom: '2026-01-01' }], closedOn: null },
  receivedAt: Date.parse('2026-11-20T20:00:00+07:00'),
};

/** What the samples' list of QR texts has in common. */
export const sampleShared: QrShared = { arrival: '2026-11-20T14:00:00+07:00', expectedDeparture: '2026-11-22', room: '101', reason: 'tourism' };

/** An invented guest of the portal's XML: its children in order. */
export const sampleXmlGuest = (number = 1): Record<string, string> => ({
  so_thu_tu: String(number), ho_ten: 'JANE SAMPLE', ngay_sinh: '02/03/1985', ngay_sinh_dung_den: 'D', gioi_tinh: 'F', ma_quoc_tich: 'GBR', so_ho_chieu: `C1${String(number).padStart(6, '0')}`,
  so_phong: '204', ngay_den: '20/11/2026 15:30', ngay_di_du_kien: '23/11/2026', ngay_tra_phong: '', thoi_han_tam_tru: '31/12/2026',
});

/** An invented text of an identity card's QR code. */
export const sampleQr = (number = 1): string => `070190${String((104_729 * number) % 900_000 + 100_000)}|285123456|Nguyễn Thị Bông|15051990|Nữ|12 đường Mẫu, Xã Mẫu, Hớn Quản, Bình Phước|01072021`;
