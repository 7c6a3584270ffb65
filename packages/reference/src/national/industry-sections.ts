/** The two classifications of industries in use: Decision 27/2018/QĐ-TTg, and Decision 36/2025/QĐ-TTg since 2025-11-15. */
export type IndustryScheme = 'vsic-2018' | 'vsic-2025';

/** A section of VSIC with its first and last division. */
export type Section = { readonly code: string; readonly vi: string; readonly divisions: readonly [string, string] };

/** The section a code has in the other classification; `exact` = all of the code goes there. */
export type Target = { readonly section: string; readonly exact: boolean };

const section = (code: string, first: string, last: string, vi: string): Section => ({ code, vi, divisions: [first, last] });

/** VSIC 2018 (Decision 27/2018/QĐ-TTg): 21 sections, 88 divisions; its divisions are those of ISIC Rev. 4. */
export const sections2018: readonly Section[] = [
  section('A', '01', '03', 'Nông nghiệp, lâm nghiệp và thủy sản'),
  section('B', '05', '09', 'Khai khoáng'),
  section('C', '10', '33', 'Công nghiệp chế biến, chế tạo'),
  section('D', '35', '35', 'Sản xuất và phân phối điện, khí đốt, nước nóng, hơi nước và điều hòa không khí'),
  section('E', '36', '39', 'Cung cấp nước; hoạt động quản lý và xử lý rác thải, nước thải'),
  section('F', '41', '43', 'Xây dựng'),
  section('G', '45', '47', 'Bán buôn và bán lẻ; sửa chữa ô tô, mô tô, xe máy và xe có động cơ khác'),
  section('H', '49', '53', 'Vận tải kho bãi'),
  section('I', '55', '56', 'Dịch vụ lưu trú và ăn uống'),
  section('J', '58', '63', 'Thông tin và truyền thông'),
  section('K', '64', '66', 'Hoạt động tài chính, ngân hàng và bảo hiểm'),
  section('L', '68', '68', 'Hoạt động kinh doanh bất động sản'),
  section('M', '69', '75', 'Hoạt động chuyên môn, khoa học và công nghệ'),
  section('N', '77', '82', 'Hoạt động hành chính và dịch vụ hỗ trợ'),
  section('O', '84', '84', 'Hoạt động của Đảng Cộng sản, tổ chức chính trị - xã hội, quản lý nhà nước, an ninh quốc phòng; bảo đảm xã hội bắt buộc'),
  section('P', '85', '85', 'Giáo dục và đào tạo'),
  section('Q', '86', '88', 'Y tế và hoạt động trợ giúp xã hội'),
  section('R', '90', '93', 'Nghệ thuật, vui chơi và giải trí'),
  section('S', '94', '96', 'Hoạt động dịch vụ khác'),
  section('T', '97', '98', 'Hoạt động làm thuê các công việc trong các hộ gia đình, sản xuất sản phẩm vật chất và dịch vụ tự tiêu dùng của hộ gia đình'),
  section('U', '99', '99', 'Hoạt động của các tổ chức và cơ quan quốc tế'),
];

/**
 * VSIC 2025 (Decision 36/2025/QĐ-TTg): 22 sections A–V and 87 divisions, which are the numbers of ISIC Rev. 5; sections, divisions and moves are taken from that pattern,
 * and the names follow it: the annex of the decision has not been read.
 */
export const sections2025: readonly Section[] = [
  section('A', '01', '03', 'Nông nghiệp, lâm nghiệp và thủy sản'),
  section('B', '05', '09', 'Khai khoáng'),
  section('C', '10', '33', 'Công nghiệp chế biến, chế tạo'),
  section('D', '35', '35', 'Sản xuất và phân phối điện, khí đốt, hơi nước và điều hòa không khí'),
  section('E', '36', '39', 'Cung cấp nước; hoạt động quản lý và xử lý rác thải, nước thải'),
  section('F', '41', '43', 'Xây dựng'),
  section('G', '46', '47', 'Bán buôn và bán lẻ'),
  section('H', '49', '53', 'Vận tải, kho bãi'),
  section('I', '55', '56', 'Dịch vụ lưu trú và ăn uống'),
  section('J', '58', '60', 'Xuất bản, phát thanh, truyền hình, sản xuất và phân phối nội dung'),
  section('K', '61', '63', 'Viễn thông, lập trình máy tính, tư vấn, hạ tầng máy tính và dịch vụ thông tin khác'),
  section('L', '64', '66', 'Hoạt động tài chính, ngân hàng và bảo hiểm'),
  section('M', '68', '68', 'Hoạt động kinh doanh bất động sản'),
  section('N', '69', '75', 'Hoạt động chuyên môn, khoa học và công nghệ'),
  section('O', '77', '82', 'Hoạt động hành chính và dịch vụ hỗ trợ'),
  section('P', '84', '84', 'Hoạt động của Đảng, quản lý nhà nước, an ninh quốc phòng; bảo đảm xã hội bắt buộc'),
  section('Q', '85', '85', 'Giáo dục và đào tạo'),
  section('R', '86', '88', 'Y tế và hoạt động trợ giúp xã hội'),
  section('S', '90', '93', 'Nghệ thuật, thể thao, vui chơi và giải trí'),
  section('T', '94', '96', 'Hoạt động dịch vụ khác'),
  section('U', '97', '98', 'Hoạt động làm thuê trong các hộ gia đình, sản xuất sản phẩm và dịch vụ tự tiêu dùng của hộ gia đình'),
  section('V', '99', '99', 'Hoạt động của các tổ chức và cơ quan quốc tế'),
];

const to = (section: string, exact: boolean): Target => ({ section, exact });

/**
 * Codes whose other section is not that of their division. From 2018: information and communication is cut in two; of division 45 the repair of vehicles (452, 4542) goes to the other services and trade stays; news agencies (6391) go to the
 * content half. From 2025: the repair of vehicles (953) was trade, and the content half has the news agencies (603), which were of the same section. The moves of single intermediation services inside ISIC Rev. 5 are smaller than a section and are left out.
 */
export const movedCodes: Readonly<Record<IndustryScheme, ReadonlyMap<string, Target>>> = {
  'vsic-2018': new Map([
    ['G', to('G', false)], ['45', to('G', false)], ['451', to('G', true)], ['452', to('T', true)], ['453', to('G', true)], ['454', to('G', false)], ['4541', to('G', true)], ['4542', to('T', true)], ['4543', to('G', true)],
    ['J', to('K', false)], ['63', to('K', false)], ['631', to('K', true)], ['639', to('K', false)], ['6391', to('J', true)], ['6399', to('K', true)],
  ]),
  'vsic-2025': new Map([['T', to('S', false)], ['95', to('S', false)], ['951', to('S', true)], ['952', to('S', true)], ['953', to('G', true)]]),
};
