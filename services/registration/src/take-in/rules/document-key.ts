import type { Setting } from './setting.ts';

/** Papers that only Vietnam issues: whatever a record says of their issuer is left aside, so that a person keeps one key. */
export const vietnameseOnly: ReadonlySet<string> = new Set(['cccd', 'cmnd', 'number-notice', 'health-card', 'birth-certificate']);

/**
 * Keyed hash of a document for finding its open stays. Of papers that only Vietnam issues it is the person's key;
 * of the others the state is left out, because a notice of departure (API 12) does not name it.
 */
export const documentKeyOf = ({ kind, number }: { readonly kind: string; readonly number: string }, hashes: Setting['hashes']): string =>
  vietnameseOnly.has(kind) ? hashes.personKey({ kind, issuingState: 'VNM', number }) : hashes.mac('document', kind, number);
