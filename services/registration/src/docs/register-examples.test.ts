import { describe, expect, it } from 'vitest';
import { prepareIn } from '../take-in/take-in.fixture.ts';
import { residentContext, workerContext } from '../take-in/register/samples.ts';
import { recordCsvExample, recordExamples } from './register-examples.ts';

describe('the documented examples of the registers', () => {
  it.each([residentContext, workerContext])('of $register are taken without a fault', async (context) => {
    const items = [...(await prepareIn(context, 'json', [recordExamples[context.register]])).items, ...(await prepareIn(context, 'csv', recordCsvExample(context.register))).items];
    expect(items.map(({ rejected, faults }) => [rejected, faults])).toEqual([[false, []], [false, []]]);
  });
});
