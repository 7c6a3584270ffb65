/** Major groups of occupations, VSCO 2020 (Decision 34/2020/QĐ-TTg, in the shape of ISCO-08); the first digit of an occupation's code. */
export const occupationGroups: readonly { readonly code: string; readonly vi: string }[] = [
  { code: '0', vi: 'Lực lượng vũ trang' },
  { code: '1', vi: 'Lãnh đạo, quản lý trong các ngành, các cấp và các đơn vị' },
  { code: '2', vi: 'Nhà chuyên môn bậc cao' },
  { code: '3', vi: 'Nhà chuyên môn bậc trung' },
  { code: '4', vi: 'Nhân viên trợ lý văn phòng' },
  { code: '5', vi: 'Nhân viên dịch vụ và bán hàng' },
  { code: '6', vi: 'Lao động có kỹ năng trong nông nghiệp, lâm nghiệp và thủy sản' },
  { code: '7', vi: 'Lao động thủ công và các nghề nghiệp có liên quan khác' },
  { code: '8', vi: 'Thợ lắp ráp và vận hành máy móc, thiết bị' },
  { code: '9', vi: 'Lao động giản đơn' },
];

/** The major group of a VSCO code of 1 to 5 digits; undefined if it is none. Deeper levels are not checked. */
export const occupationGroup = (code: string): string | undefined => (/^\d{1,5}$/.test(code) ? code.charAt(0) : undefined);
