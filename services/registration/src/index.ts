export { createRegistration, type Registration, type RegistrationDeps } from './registration.ts';
export { defaultLimits, type Limits } from './limits.ts';
export { itemsDigest } from './receipts/items-digest.ts';
export { verifyReceipt, type ReceiptVerdict } from './receipts/verify-receipt.ts';
export { createTakeIn } from './take-in/take-in.ts';
export { createTakeInPool, type TakeInPoolOptions } from './take-in/take-in-pool.ts';
export type { TakeIn } from './take-in/types.ts';
