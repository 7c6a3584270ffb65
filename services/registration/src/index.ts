export { createRegistration, type Registration } from './registration.ts';
export { loadReceiptKeys, type ReceiptKeys } from './receipts/receipt-keys.ts';
export { placeOfRegister } from './take-in/register/register-setting.ts';
export { isPlate, normalisePlate, plateKeyOf } from './take-in/trip/plate.ts';
export { itemsDigest } from './receipts/items-digest.ts';
export { verifyReceipt, type ReceiptVerdict } from './receipts/verify-receipt.ts';
export { createTakeInPool } from './take-in/take-in-pool.ts';
