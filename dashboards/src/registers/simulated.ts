import { simulatedFacilities } from '../opening/facilities.ts';
import type { Opening } from '../opening/opening.ts';

/** Whether records of the demonstration are in a register, or its facilities among those whose guests are counted beside it. */
export const simulatedRegister = (register: 'residents' | 'workers'): Opening['simulated'] => ({
  description: {
    vi: 'Có bản ghi mô phỏng trong sổ, hoặc cơ sở lưu trú mô phỏng, của bảng này hay không; gỡ bằng lệnh da06 demo remove.',
    en: 'Whether simulated records are in the register, or simulated facilities among those, of this board; da06 demo remove takes them out.',
  },
  condition: `(SELECT count() FROM register_batches WHERE register = '${register}' AND simulated) > 0 OR ${simulatedFacilities.condition}`,
});
