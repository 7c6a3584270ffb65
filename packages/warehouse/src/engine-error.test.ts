import { AppError } from '@da06/errors';
import { describe, expect, it } from 'vitest';
import { engineCode, failure, insertError, statementError } from './engine-error.ts';

const embedded = (number: number) => new Error(`Code: ${String(number)}. DB::Exception: Why. (NAME)`);
const ofServer = (number: number) => Object.assign(new Error('Why.'), { code: String(number), type: 'NAME' });

it.each([embedded, ofServer])('the engine’s number is read from either engine’s error', (make) => {
  expect(engineCode(make(241))).toBe(241);
});

it('an error of the network has no number of the engine', () => {
  expect(engineCode(Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }))).toBe(0);
});

describe('an insert', () => {
  it.each([26, 27, 41, 117, 376])('is refused for good for what the engine says of the data (%i)', (number) => {
    expect(insertError(ofServer(number))).toMatchObject({ code: 'warehouse.rejected', retryable: false, context: { engineCode: number } });
  });

  it.each([0, 60, 81, 159, 202, 241, 252, 373, 47, 9999])('is tried again for anything else, so that no record is set aside for a fault that is not its own (%i)', (number) => {
    expect(insertError(ofServer(number))).toMatchObject({ code: 'warehouse.unavailable', retryable: true });
  });

  it.each([192, 194, 497, 516])('is not tried again when the user is refused (%i)', (number) => {
    expect(insertError(ofServer(number))).toMatchObject({ code: 'warehouse.denied', retryable: false });
  });

  it('lets errors of ours pass, and faults of the program', () => {
    const ours = new AppError('warehouse.unavailable', { retryable: true });
    expect(insertError(ours)).toBe(ours);
    expect(() => insertError(new TypeError('x'))).toThrow(TypeError);
  });
});

it('a statement of ours that is wrong keeps its own error; one that met a bad moment is tried again', () => {
  const wrong = ofServer(47);
  expect(statementError(wrong)).toBe(wrong);
  expect(statementError(ofServer(202))).toMatchObject({ code: 'warehouse.unavailable', retryable: true });
});

it('a person without the right is told the engine’s words; a login that is refused is no fault of the statement', () => {
  expect(failure(ofServer(497))).toMatchObject({ code: 'sql.failed', context: { engineCode: 497 } });
  expect(failure(ofServer(516))).toMatchObject({ code: 'warehouse.denied' });
});
