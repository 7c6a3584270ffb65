import { AppError } from '@da06/errors';
import type { SealedIdentity } from '@da06/vault';
import type { Service } from '../service.ts';

/** What was sealed; undefined = its keys were destroyed. Whoever shows it must have recorded that before (`record-reading.ts`). */
export const openSealed = (service: { readonly vault: Pick<Service['vault'], 'open'> }, sealed: SealedIdentity): Readonly<Record<string, unknown>> | undefined => {
  try {
    return service.vault.open(sealed);
  } catch (error) {
    if (error instanceof AppError && error.code === 'vault.key-missing') return undefined;
    throw error;
  }
};
