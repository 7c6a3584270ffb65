import { localDay } from '@da06/domain';
import type { PopulationRegister } from '@da06/events';
import { ownUnitsOf, type Locality } from '@da06/reference';
import type { Vault } from '@da06/vault';
import type { RegisterContext } from '../types.ts';

/** What the rules of one request to a register rest on. */
export type RegisterSetting = {
  readonly locality: Locality;
  readonly hashes: Pick<Vault, 'mac' | 'personKey' | 'registrationNumber'>;
  readonly register: PopulationRegister;
  readonly receivedAt: number;
  /** Local day of the receipt. */
  readonly today: string;
  /** uids that a commune's key may write of; undefined = any. */
  readonly ownUnits: ReadonlySet<string> | undefined;
};

export const registerSettingOf = (locality: Locality, hashes: RegisterSetting['hashes'], { register, receivedAt, unit }: RegisterContext): RegisterSetting => ({
  locality, hashes, register, receivedAt,
  today: localDay(receivedAt),
  ownUnits: unit === undefined ? undefined : ownUnitsOf(locality, unit),
});

/** What stands in the place of a facility's id where references are kept and hashed: no facility can be called so. */
export const placeOfRegister = (register: PopulationRegister): `@${PopulationRegister}` => `@${register}`;

/** Of registration numbers: DC = dân cư, LD = lao động. */
export const prefixOf = (register: PopulationRegister): 'DC' | 'LD' => (register === 'residents' ? 'DC' : 'LD');
