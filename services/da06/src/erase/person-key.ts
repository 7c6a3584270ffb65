import { AppError } from '@da06/errors';
import { normaliseNumber, vietnameseOnly } from '@da06/domain';
import type { Locality } from '@da06/reference';
import { isPlate, normalisePlate, placeOfRegister, plateKeyOf } from '@da06/registration';
import { createKeyedHash } from '@da06/vault';

/** The key of the person behind a document, or of a coach's plate (kind `plate`), as take-in makes it. @throws AppError `document.kind-unknown`, `nationality.unknown`, `plate.format`. */
export const personKeyOf = ({ kind, number, state }: { readonly kind: string; readonly number: string; readonly state: string }, locality: Locality, hashKey: Uint8Array): string => {
  if (kind === 'plate') return keyOfPlate(number, hashKey);
  if (!locality.isDocumentKind(kind)) throw new AppError('document.kind-unknown');
  const issuingState = vietnameseOnly.has(kind) ? 'VNM' : locality.nationality(state);
  if (issuingState === undefined) throw new AppError('nationality.unknown');
  const normal = normaliseNumber(number);
  // Take-in gives an identity number of eleven digits its zero back, and takes none without it.
  return createKeyedHash(hashKey).personKey({ kind, issuingState, number: kind === 'cccd' && /^\d{11}$/.test(normal) ? `0${normal}` : normal });
};

/** What stands for the person of a registered birth: the record itself, as take-in makes it. */
export const birthKeyOf = (ref: string, hashKey: Uint8Array): string => createKeyedHash(hashKey).mac('reference', placeOfRegister('residents'), ref);

const keyOfPlate = (number: string, hashKey: Uint8Array): string => {
  const plate = normalisePlate(number);
  if (!isPlate(plate)) throw new AppError('plate.format');
  return plateKeyOf(createKeyedHash(hashKey), plate);
};
