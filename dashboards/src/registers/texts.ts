import type { Column } from '../panels/spec.ts';
import type { Text } from '../text.ts';

/** Says of a definition that its figure is one of a register, and no official statistic. */
export const registered = ({ vi, en }: Text): Text => ({ vi: `${vi.replace(/\.$/, '')}; số liệu hành chính (đăng ký).`, en: `${en.replace(/\.$/, '')}; an administrative (register) count.` });

export const men: Text = { vi: 'Nam', en: 'Men' };
export const women: Text = { vi: 'Nữ', en: 'Women' };
/** Neither sex has a colour that warns, and who cannot tell red from green can tell these. */
export const sexes: readonly Column[] = [{ name: men, color: 'blue' }, { name: women, color: 'orange' }];
export const people: Text = { vi: 'Số người', en: 'People' };
