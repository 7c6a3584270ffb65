import type { Sealer, Vault } from '@da06/vault';
import type { TripContext } from '../types.ts';

/** What a trip is prepared with. `ref` is the address's, where it has one. */
export type TripPreparing = {
  readonly context: TripContext;
  readonly hashes: Pick<Vault, 'mac' | 'personKey' | 'registrationNumber'>;
  readonly sealer: Sealer;
  readonly ref?: string | undefined;
};

/** What stands in the place of a facility's id where references of trips are kept and hashed: a trip may be called as a stay is. */
export const placeOfTrips = (facility: string): string => `${facility}/trips`;
