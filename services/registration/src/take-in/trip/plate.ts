import type { Vault } from '@da06/vault';

/** A plate as it is hashed: letters and digits alone, in capitals, however it was written. */
export const normalisePlate = (plate: string): string => plate.normalize('NFC').toUpperCase().replace(/Đ/g, 'D').replace(/[^A-Z0-9]/g, '');

/** Plates of Vietnam have seven to nine signs; coaches of other countries come too. */
export const isPlate = (normalised: string): boolean => /^[A-Z0-9]{4,12}$/.test(normalised) && /\d/.test(normalised);

/** What a plate is known by, and sealed under: as a person is by a paper. */
export const plateKeyOf = (hashes: Pick<Vault, 'personKey'>, normalised: string): string => hashes.personKey({ kind: 'plate', issuingState: '', number: normalised });
