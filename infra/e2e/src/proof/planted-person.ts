/** Values that stand nowhere else, so that one find is one leak. */
export const planted = {
  name: 'Đặng Thị Kín Đáo Zyxwvu',
  number: '070190987654',
  passport: 'QZ7654321',
  phone: '0987601234',
  address: 'Số 4711 ngõ Bí Ẩn Zyxwvu',
  birthDay: '1990-09-17',
  note: 'ghi chú kín Zyxwvu 8842',
  reasonText: 'lý do kín Zyxwvu 3391',
  room: 'P-Kin-90417',
} as const;
