import { ethnicName } from '@da06/reference';
import type { Statistic } from './sealed-statistics.ts';

/** Cases of absence (tạm vắng), by the points of Law on Residence 68/2020/QH14, art. 31.1. */
const absenceCases: Readonly<Record<string, string>> = {
  a: 'Điểm a: bị can, bị cáo tại ngoại, án treo, quản chế và tương tự',
  b: 'Điểm b: đang bị áp dụng biện pháp giáo dục, quản lý, cai nghiện',
  c: 'Điểm c: trong độ tuổi nghĩa vụ quân sự hoặc nghĩa vụ khác đối với Nhà nước',
  d: 'Điểm d: trường hợp khác, từ 12 tháng liên tục',
};

/** What a code of a statistic is called; '' = all. */
export const nameOfCode = (statistic: Statistic, code: string): string => {
  if (code === '') return 'Tất cả';
  return (statistic === 'ethnicity' ? ethnicName(code) : absenceCases[code]) ?? code;
};
