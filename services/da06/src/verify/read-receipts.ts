import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { wrongUse } from '../cli/exit.ts';

const Item = z.looseObject({ ref: z.string().nullish(), status: z.string(), eventId: z.string().nullish() });
const Answer = z.union([
  z.looseObject({ items: z.array(Item), receipt: z.string().nullish() }),
  Item.extend({ receipt: z.string().nullish() }).transform((item) => ({ items: [item], receipt: item.receipt })),
]);

/** What senders were told: which event stands for which reference. `facility` of a register's record is `@` and its name: no facility can be called so. */
type Claim = { readonly facility: string; readonly ref: string; readonly eventId: string; readonly status: string };
export type Claims = { readonly accepted: readonly Claim[]; readonly rejected: number };

const taken = new Set(['accepted', 'duplicate', 'amended']);

/**
 * Reads answers kept by senders: JSON lines, one answer, or an array of answers.
 * A last line that was cut off (its writer was killed) is passed over: nobody was told of it whole.
 * @throws CliFailure 2 for a file that holds anything else.
 */
export const readReceiptFiles = (files: readonly string[]): Claims => {
  const accepted: Claim[] = [];
  let rejected = 0;
  for (const file of files) {
    for (const value of readAnswers(file)) {
      const answer = Answer.safeParse(value);
      if (!answer.success) throw wrongUse(`${file} holds something else than answers.`);
      const facility = facilityOf(answer.data.receipt ?? undefined);
      for (const { ref, status, eventId } of answer.data.items) {
        if (status === 'rejected') rejected += 1;
        else if (taken.has(status)) accepted.push({ facility, ref: ref ?? '', eventId: (eventId ?? '').toLowerCase(), status });
      }
    }
  }
  return { accepted, rejected };
};

/** The answers of one file. @throws CliFailure 2 when it cannot be read. */
export const readAnswers = (file: string): readonly unknown[] => {
  let text: string;
  try {
    text = readFileSync(file, 'utf8').replace(/^\ufeff/, '');
  } catch (cause) {
    throw wrongUse(`${file} cannot be read: ${(cause as NodeJS.ErrnoException).code ?? ''}`);
  }
  const whole = parse(text);
  if (whole.ok) return Array.isArray(whole.value) ? (whole.value as readonly unknown[]) : [whole.value];
  const lines = text.split('\n');
  const answers: unknown[] = [];
  for (const [place, line] of lines.entries()) {
    if (line.trim() === '') continue;
    const parsed = parse(line);
    if (parsed.ok) answers.push(parsed.value);
    else if (place !== lines.length - 1) throw wrongUse(`${file}, line ${place + 1} is not JSON.`);
  }
  return answers;
};

const parse = (text: string): { ok: true; value: unknown } | { ok: false } => {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch {
    return { ok: false };
  }
};

/** The facility a receipt names, or what stands for its register; its signature is the business of `receipt verify`. */
const facilityOf = (receipt: string | undefined): string => {
  try {
    const payload: unknown = JSON.parse(Buffer.from((receipt ?? '').split('.')[1] ?? '', 'base64url').toString('utf8'));
    const { facility, register } = z.looseObject({ facility: z.string(), register: z.string().optional() }).parse(payload);
    return register === undefined ? facility : `@${register}`;
  } catch {
    return '';
  }
};
