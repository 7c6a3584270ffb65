import type { Shape } from '@da06/events';
import type { Sealer } from '@da06/vault';
import type { RegisterSetting } from './register-setting.ts';

export type RecordShape = Extract<Shape, 'native' | 'csv' | 'xlsx'>;

/** What a record of a register is prepared with. `ref` is the address's, where it has one. */
export type RegisterPreparing = { readonly setting: RegisterSetting; readonly sealer: Sealer; readonly ref?: string | undefined };
