import { vaultTopic } from '@da06/vault';
import type { Started } from './started.ts';

/** Destroys every key that identities are sealed under so far: what was sealed can never be read again. */
export const eraseIdentities = async ({ log }: Pick<Started, 'log'>): Promise<void> => {
  const puts = [...log.entries(vaultTopic)].map(([key]) => ({ topic: vaultTopic, key, value: null }));
  await log.commitUnit({ append: [], puts });
};
