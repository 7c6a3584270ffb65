import { weigh, type Draw } from '../random.ts';

const families = weigh([
  ['Nguyễn', 38], ['Trần', 11], ['Lê', 10], ['Phạm', 7], ['Hoàng', 5], ['Huỳnh', 4], ['Phan', 4], ['Vũ', 3], ['Võ', 3], ['Đặng', 3], ['Bùi', 3], ['Đỗ', 2], ['Hồ', 2], ['Ngô', 2], ['Điểu', 3], ['Thị', 1], ['Lâm', 1], ['Nông', 1],
]);
const middles = { M: ['Văn', 'Hữu', 'Đức', 'Minh', 'Quang', 'Công', 'Xuân', 'Ngọc'], F: ['Thị', 'Ngọc', 'Thu', 'Kim', 'Bích', 'Thanh', 'Mỹ', 'Hồng'] } as const;
const given = {
  M: ['An', 'Bình', 'Cường', 'Dũng', 'Đạt', 'Hải', 'Hùng', 'Khoa', 'Long', 'Nam', 'Phong', 'Quân', 'Sơn', 'Tâm', 'Thắng', 'Tuấn', 'Việt', 'Vinh'],
  F: ['Anh', 'Châu', 'Dung', 'Giang', 'Hà', 'Hạnh', 'Hoa', 'Hương', 'Lan', 'Linh', 'Mai', 'Nga', 'Nhung', 'Phương', 'Thảo', 'Trang', 'Tuyết', 'Yến'],
} as const;

const foreign: Readonly<Record<string, { readonly families: readonly string[]; readonly given: readonly string[] }>> = {
  KOR: { families: ['Kim', 'Lee', 'Park', 'Choi', 'Jung'], given: ['Minjun', 'Seoyeon', 'Jihoon', 'Yuna', 'Hyunwoo'] },
  CHN: { families: ['Wang', 'Li', 'Zhang', 'Liu', 'Chen'], given: ['Wei', 'Fang', 'Jun', 'Min', 'Lei'] },
  TWN: { families: ['Chen', 'Lin', 'Huang', 'Chang', 'Wu'], given: ['Chih-ming', 'Shu-fen', 'Chun-chieh', 'Ya-ting'] },
  JPN: { families: ['Sato', 'Suzuki', 'Takahashi', 'Tanaka'], given: ['Haruto', 'Yui', 'Kenji', 'Sakura'] },
  KHM: { families: ['Sok', 'Chan', 'Chea', 'Heng'], given: ['Dara', 'Sophea', 'Vuthy', 'Bopha'] },
};
const other = { families: ['Smith', 'Martin', 'Müller', 'Singh', 'Tan', 'Garcia'], given: ['Alex', 'Maria', 'Daniel', 'Anna', 'Ravi', 'Sofia'] };

/** A name that ends in "Mẫu" (sample): no register holds it. `family` where a child bears its parent's. */
export const inventName = (draw: Draw, sex: 'M' | 'F' | 'X', nationality: string, family?: string): string => {
  if (nationality !== 'VNM') {
    const names = foreign[nationality] ?? other;
    return `${family ?? draw.pick(names.families)} ${draw.pick(names.given)} Mẫu`;
  }
  const as = sex === 'F' ? 'F' : 'M';
  return `${family ?? draw.weighted(families)} ${draw.pick(middles[as])} ${draw.pick(given[as])} Mẫu`;
};

/** The family's name of a full one: its first word. */
export const familyOf = (name: string): string => name.split(' ', 1)[0] ?? '';
