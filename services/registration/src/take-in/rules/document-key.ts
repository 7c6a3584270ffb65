import { vietnameseOnly } from '@da06/domain';
import type { Setting } from './setting.ts';

/**
 * Keyed hash of a document for finding its open stays. Of papers that only Vietnam issues it is the person's key;
 * of the others the state is left out, because a notice of departure (API 12) does not name it.
 */
export const documentKeyOf = ({ kind, number }: { readonly kind: string; readonly number: string }, hashes: Setting['hashes']): string =>
  vietnameseOnly.has(kind) ? hashes.personKey({ kind, issuingState: 'VNM', number }) : hashes.mac('document', kind, number);
