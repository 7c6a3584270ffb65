import { z } from 'zod';
import type { ExpectedStays } from '../truth/expected.ts';

const Faults = z.array(z.object({ code: z.string() }));
const Status = z.enum(['accepted', 'duplicate', 'amended', 'rejected']);
const Item = z.object({ status: Status, late: z.boolean(), faults: Faults });
const Batch = z.object({
  received: z.int(), accepted: z.int(), duplicate: z.int(), amended: z.int(), late: z.int(), rejected: z.int(), items: z.array(z.object({ faults: Faults })),
});

/** What an answer about stays says (contracts.md, Answers): counts and codes of a batch, or of the one stay. @throws ZodError for anything else. */
export const readAnswer = (body: unknown): Omit<ExpectedStays, 'about'> => {
  const codes: Record<string, number> = {};
  const count = (faults: z.infer<typeof Faults>): void => {
    for (const { code } of faults) codes[code] = (codes[code] ?? 0) + 1;
  };
  if (typeof body === 'object' && body !== null && 'items' in body) {
    const { items, ...counts } = Batch.parse(body);
    for (const { faults } of items) count(faults);
    return { ...counts, codes };
  }
  const { status, late, faults } = Item.parse(body);
  count(faults);
  const is = (wanted: z.infer<typeof Status>): number => (status === wanted ? 1 : 0);
  return { received: 1, accepted: 1 - is('rejected'), duplicate: is('duplicate'), amended: is('amended'), late: late ? 1 : 0, rejected: is('rejected'), codes };
};
