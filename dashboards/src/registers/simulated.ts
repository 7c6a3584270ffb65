import type { Opening } from '../opening/opening.ts';

/** Whether records of the demonstration are in a register. */
export const simulatedRegister = (register: 'residents' | 'workers'): Opening['simulated'] => ({
  description: {
    vi: 'Có bản ghi mô phỏng trong sổ của bảng này hay không; gỡ bằng lệnh da06 demo remove.',
    en: 'Whether simulated records are in the register of this board; da06 demo remove takes them out.',
  },
  condition: `(SELECT count() FROM register_batches WHERE register = '${register}' AND simulated) > 0`,
});
