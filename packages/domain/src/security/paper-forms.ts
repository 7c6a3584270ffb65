import { fault, type Fault } from '@da06/errors';
import { checkDocument, normaliseNumber, vietnameseOnly } from '../person/document.ts';

/** A paper as a list names it. '' = the kind, or the state that issued it, is not told. */
export type NamedPaper = { readonly kind: string; readonly number: string; readonly issuingState: string };

/** A paper in the form in which a stay keeps it. issuingState '' = any. */
export type PaperForm = NamedPaper;

/** Papers that carry the personal identification number: 12 digits that stay a person's own, whichever of them a record calls it. */
const personal = ['cccd', 'cmnd', 'number-notice'] as const;

/**
 * Every form in which a stay may have kept a paper: its number as stays keep it; the zeros back that 10 or 11 digits have lost, and without them where a record kept it
 * so; the personal identification number under each kind that carries it; of an unknown kind each identity paper and passport that it can be.
 * The faults point to `pointer`; then there is no form.
 */
export const formsOf = ({ kind, number: sent, issuingState }: NamedPaper, pointer: string): { readonly forms: readonly PaperForm[]; readonly faults: readonly Fault[] } => {
  const number = normaliseNumber(sent);
  const isIdentity = kind === '' || personal.some((one) => one === kind);
  const forms: PaperForm[] = [];
  const add = (of: string, text: string): void => void forms.push({ kind: of, number: text, issuingState: vietnameseOnly.has(of) ? 'VNM' : issuingState });
  if (isIdentity && /^\d{10,12}$/.test(number)) {
    const whole = number.padStart(12, '0');
    for (const of of personal) add(of, whole);
    for (const lost of [whole.slice(1), whole.slice(2)]) if (/^0+$/.test(whole.slice(0, 12 - lost.length))) add('number-notice', lost);
  } else if (isIdentity && /^\d{9}$/.test(number)) add('cmnd', number);
  if (kind === '' && /^[A-Z0-9]{1,10}$/.test(number)) add('passport', number);
  if (forms.length === 0 && kind !== '') {
    const { faults } = checkDocument({ kind, number, sex: '', birthYear: 0, onDay: '' }, () => true, { number: pointer, sex: '', birthDate: '' });
    const refused = faults.filter(({ severity }) => severity === 'reject');
    if (refused.length > 0) return { forms, faults: refused };
    add(kind, number);
  }
  return { forms, faults: forms.length === 0 ? [fault(pointer, 'document.number-format', sent)] : [] };
};
