import { AppError, codes } from '@da06/errors';
import type { Code } from '@da06/errors';
import { describe, expect, it } from 'vitest';
import { problem, problemOf } from './problem.ts';
import { statusOf } from './status.ts';

const body = async (response: Response) => (await response.json()) as Record<string, unknown>;

describe('problem', () => {
  it('answers with the code, both texts and the status of the table', async () => {
    const answer = problem('facility.exists', { pointer: '/id' });
    expect(answer.status).toBe(409);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(await body(answer)).toMatchObject({ type: '/v1/errors#facility.exists', status: 409, code: 'facility.exists', pointer: '/id', vi: codes['facility.exists'].vi });
  });

  it('tells when to come back with every 429 and 503', () => {
    expect(problem('request.rate-limited', { retryAfter: 7 }).headers.get('retry-after')).toBe('7');
    expect(problem('service.not-ready').headers.get('retry-after')).toBe('2');
  });

  it('gives every code a status of an error', () => {
    const wrong = (Object.keys(codes) as Code[]).filter((code) => statusOf(code) < 400 || statusOf(code) > 503);
    expect(wrong).toEqual([]);
  });
});

describe('problemOf', () => {
  const reported: unknown[] = [];
  const deps = { newId: () => '0190-id', report: (error: unknown) => void reported.push(error) };

  it('keeps the message of an unknown error to itself and gives an id', async () => {
    const answer = problemOf(new TypeError('Nguyễn Văn A is not a function'), deps);
    expect(answer.status).toBe(500);
    const text = JSON.stringify(await body(answer));
    expect(text).not.toContain('Nguyễn');
    expect(text).toContain('urn:uuid:0190-id');
    expect(reported).toHaveLength(1);
  });

  it('gives an AppError by its code', () => {
    expect(problemOf(new AppError('request.forbidden'), deps).status).toBe(403);
  });
});
