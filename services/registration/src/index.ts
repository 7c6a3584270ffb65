export { createRegistration, type Registration } from './registration.ts';
export { itemsDigest } from './receipts/items-digest.ts';
export { verifyReceipt, type ReceiptVerdict } from './receipts/verify-receipt.ts';
export { createTakeInPool } from './take-in/take-in-pool.ts';
