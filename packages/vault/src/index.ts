export type { RandomSource } from './aead.ts';
export { packChunk, rewrapChunk, unpackChunk, withoutPerson, type Chunk, type KeyEntry, type Rewrap } from './key-chunk.ts';
export { createOrLoadKeyFiles, type LocalityKeys } from './key-files.ts';
export { createKeyedHash, type KeyedHash, type MacDomain } from './keyed-hash.ts';
export { createVault, vaultTopic, type SealedIdentity, type Sealer, type Vault, type VaultOptions, type VaultStore } from './vault.ts';
