export { rewrapChunk, unpackChunk, withoutPerson } from './key-chunk.ts';
export { createOrLoadKeyFiles, type LocalityKeys } from './key-files.ts';
export { createKeyedHash } from './keyed-hash.ts';
export { createVault, vaultTopic, type SealedIdentity, type Sealer, type Vault } from './vault.ts';
