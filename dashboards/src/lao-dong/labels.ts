import type { Text } from '../text.ts';

export type Labels = readonly (readonly [code: string, text: Text])[];

const unknown: Labels[number] = ['unknown', { vi: 'không khai', en: 'not told' }];

export const positions: Labels = [
  ['employee', { vi: 'Làm công hưởng lương', en: 'Employee' }], ['own-account', { vi: 'Tự làm', en: 'Own-account worker' }], ['family-worker', { vi: 'Lao động gia đình', en: 'Family worker' }],
  ['employer', { vi: 'Chủ cơ sở', en: 'Employer' }], ['cooperative-member', { vi: 'Xã viên hợp tác xã', en: 'Member of a cooperative' }], unknown,
];
export const contracts: Labels = [
  ['indefinite', { vi: 'Không xác định thời hạn', en: 'Indefinite' }], ['fixed-term', { vi: 'Xác định thời hạn', en: 'Fixed-term' }], ['seasonal', { vi: 'Thời vụ', en: 'Seasonal' }],
  ['verbal', { vi: 'Thỏa thuận miệng', en: 'Verbal' }], ['none', { vi: 'Không có hợp đồng', en: 'None' }], unknown,
];
export const insurances: Labels = [['compulsory', { vi: 'Bắt buộc', en: 'Compulsory' }], ['voluntary', { vi: 'Tự nguyện', en: 'Voluntary' }], ['none', { vi: 'Không tham gia', en: 'None' }], unknown];
export const trainings: Labels = [
  ['none', { vi: 'Chưa qua đào tạo', en: 'None' }], ['no-certificate', { vi: 'Kỹ thuật không bằng', en: 'Skilled, no certificate' }], ['certificate', { vi: 'Chứng chỉ', en: 'Certificate' }], ['elementary', { vi: 'Sơ cấp', en: 'Elementary' }],
  ['intermediate', { vi: 'Trung cấp', en: 'Intermediate' }], ['college', { vi: 'Cao đẳng', en: 'College' }], ['university', { vi: 'Đại học', en: 'University' }], ['postgraduate', { vi: 'Trên đại học', en: 'Postgraduate' }], unknown,
];
export const durations: Labels = [['under-3', { vi: 'Dưới 3 tháng', en: 'Under 3 months' }], ['3-12', { vi: '3–12 tháng', en: '3–12 months' }], ['over-12', { vi: 'Trên 12 tháng', en: 'Over 12 months' }], unknown];

/** Major groups of VSCO 2020 (Decision 34/2020/QĐ-TTg), as short as the name of a bar has to be. */
export const occupations: Labels = [
  ['0', { vi: 'Lực lượng vũ trang', en: 'Armed forces' }], ['1', { vi: 'Lãnh đạo, quản lý', en: 'Managers' }], ['2', { vi: 'Chuyên môn bậc cao', en: 'Professionals' }],
  ['3', { vi: 'Chuyên môn bậc trung', en: 'Technicians' }], ['4', { vi: 'Trợ lý văn phòng', en: 'Clerical' }], ['5', { vi: 'Dịch vụ, bán hàng', en: 'Services, sales' }],
  ['6', { vi: 'Nông, lâm, ngư có kỹ năng', en: 'Skilled agricultural' }], ['7', { vi: 'Thủ công', en: 'Craft' }], ['8', { vi: 'Vận hành, lắp ráp máy', en: 'Machine operators' }],
  ['9', { vi: 'Lao động giản đơn', en: 'Elementary' }], unknown,
];

/** Sections of VSIC 2018 (Decision 27/2018/QĐ-TTg), short. */
export const sections2018: Labels = [
  ['A', { vi: 'Nông, lâm nghiệp, thủy sản', en: 'Agriculture, forestry, fishing' }], ['B', { vi: 'Khai khoáng', en: 'Mining' }], ['C', { vi: 'Chế biến, chế tạo', en: 'Manufacturing' }],
  ['D', { vi: 'Điện, khí đốt', en: 'Electricity, gas' }], ['E', { vi: 'Nước, rác thải', en: 'Water, waste' }], ['F', { vi: 'Xây dựng', en: 'Construction' }],
  ['G', { vi: 'Bán buôn, bán lẻ', en: 'Trade' }], ['H', { vi: 'Vận tải kho bãi', en: 'Transport, storage' }], ['I', { vi: 'Lưu trú, ăn uống', en: 'Accommodation, food' }],
  ['J', { vi: 'Thông tin, truyền thông', en: 'Information, communication' }], ['K', { vi: 'Tài chính, bảo hiểm', en: 'Finance, insurance' }], ['L', { vi: 'Bất động sản', en: 'Real estate' }],
  ['M', { vi: 'Chuyên môn, khoa học', en: 'Professional, scientific' }], ['N', { vi: 'Hành chính, hỗ trợ', en: 'Administrative, support' }],
  ['O', { vi: 'Đảng, nhà nước, quốc phòng', en: 'Public administration, defence' }], ['P', { vi: 'Giáo dục, đào tạo', en: 'Education' }],
  ['Q', { vi: 'Y tế, trợ giúp xã hội', en: 'Health, social work' }], ['R', { vi: 'Nghệ thuật, giải trí', en: 'Arts, recreation' }], ['S', { vi: 'Dịch vụ khác', en: 'Other services' }],
  ['T', { vi: 'Làm thuê trong hộ', en: 'Households as employers' }], ['U', { vi: 'Tổ chức quốc tế', en: 'International bodies' }], unknown,
];

/** Sections of VSIC 2025 (Decision 36/2025/QĐ-TTg), short: from J on, letters stand for something else than in 2018. */
export const sections2025: Labels = [
  ['A', { vi: 'Nông, lâm nghiệp, thủy sản', en: 'Agriculture, forestry, fishing' }], ['B', { vi: 'Khai khoáng', en: 'Mining' }], ['C', { vi: 'Chế biến, chế tạo', en: 'Manufacturing' }],
  ['D', { vi: 'Điện, khí đốt', en: 'Electricity, gas' }], ['E', { vi: 'Nước, rác thải', en: 'Water, waste' }], ['F', { vi: 'Xây dựng', en: 'Construction' }],
  ['G', { vi: 'Bán buôn, bán lẻ', en: 'Trade' }], ['H', { vi: 'Vận tải kho bãi', en: 'Transport, storage' }], ['I', { vi: 'Lưu trú, ăn uống', en: 'Accommodation, food' }],
  ['J', { vi: 'Xuất bản, phát sóng, nội dung', en: 'Publishing, broadcasting, content' }], ['K', { vi: 'Viễn thông, máy tính', en: 'Telecommunications, computing' }],
  ['L', { vi: 'Tài chính, bảo hiểm', en: 'Finance, insurance' }], ['M', { vi: 'Bất động sản', en: 'Real estate' }], ['N', { vi: 'Chuyên môn, khoa học', en: 'Professional, scientific' }],
  ['O', { vi: 'Hành chính, hỗ trợ', en: 'Administrative, support' }], ['P', { vi: 'Đảng, nhà nước, quốc phòng', en: 'Public administration, defence' }],
  ['Q', { vi: 'Giáo dục, đào tạo', en: 'Education' }], ['R', { vi: 'Y tế, trợ giúp xã hội', en: 'Health, social work' }], ['S', { vi: 'Nghệ thuật, giải trí', en: 'Arts, recreation' }],
  ['T', { vi: 'Dịch vụ khác', en: 'Other services' }], ['U', { vi: 'Làm thuê trong hộ', en: 'Households as employers' }], ['V', { vi: 'Tổ chức quốc tế', en: 'International bodies' }], unknown,
];
