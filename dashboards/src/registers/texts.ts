import type { Text } from '../text.ts';

/** Says of a definition that its figure is one of a register, and no official statistic. */
export const registered = ({ vi, en }: Text): Text => ({ vi: `${vi.replace(/\.$/, '')}; số liệu hành chính (đăng ký).`, en: `${en.replace(/\.$/, '')}; an administrative (register) count.` });

export const men: Text = { vi: 'Nam', en: 'Men' };
export const women: Text = { vi: 'Nữ', en: 'Women' };
export const people: Text = { vi: 'Số người', en: 'People' };
