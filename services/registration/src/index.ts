export { createRegistration, type Registration } from './registration.ts';
export { itemsDigest } from './receipts/items-digest.ts';
export { verifyReceipt, type ReceiptVerdict } from './receipts/verify-receipt.ts';
export { createTakeInPool } from './take-in/take-in-pool.ts';
export type { Described } from './docs/document.ts';
export type { Operation } from './docs/operations.ts';
export { routeName } from './docs/roles.ts';
