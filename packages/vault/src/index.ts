export { createOrLoadKeyFiles, fingerprintOf, loadHashKey, masterKeyFile, type LocalityKeys, type MasterKeySource } from './key-files.ts';
export { createKeyedHash } from './keyed-hash.ts';
export { findKeys, rewrapAll, type ChunkStore, type FoundKey, type KeysToDestroy } from './rewrap-all.ts';
export { createSecretFile, destroySecretFile, findSecretFile, isReplaceable, readSecretFile, replaceFile, succeedSecretFile, syncFolder } from './secret-file.ts';
export { createSystemSealer, createVault, vaultTopic, type SealedIdentity, type Sealer, type SystemSealer, type Vault } from './vault.ts';
