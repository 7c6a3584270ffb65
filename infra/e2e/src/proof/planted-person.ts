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
  formerNumber: '285987651',
  hamlet: 'Ấp Kín Zyxwvu',
  household: 'HK-KIN-904178',
  destination: 'Nơi Đến Kín Zyxwvu',
  unknownGroup: 'Tộc Kín Zyxwvu',
  childName: 'Đặng Bé Kín Zyxwvu',
  childBirthDay: '2024-02-17',
  withdrawal: 'rút lại kín Zyxwvu 5512',
  // A code of two digits stands everywhere: what must stand nowhere is a record that tells it.
  ethnicity: '"ethnicity":{"scheme"',
  absenceCase: '"absence":{"case"',
} as const;
