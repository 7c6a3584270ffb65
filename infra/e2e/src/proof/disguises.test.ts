import { describe, expect, it } from 'vitest';
import { disguisesOf } from './disguises.ts';

const hides = (value: string, bytes: Buffer): boolean => [...disguisesOf(value).values()].some((form) => bytes.includes(form));

describe('disguisesOf', () => {
  const name = 'Đặng Thị Kín Đáo';
  it.each([
    ['NFD', Buffer.from(`x${name.normalize('NFD')}y`)],
    ['folded', Buffer.from('xdang thi kin daoy')],
    ['upper', Buffer.from(name.toUpperCase())],
    ['UTF-16', Buffer.from(name, 'utf16le')],
    ['hex', Buffer.from(Buffer.from(name).toString('hex'))],
    ['base64 at any place', Buffer.from(Buffer.from(`{"a":"${name}"}`).toString('base64'))],
    ['base64 at another place', Buffer.from(Buffer.from(`{"ab":"${name}"}`).toString('base64url'))],
    ['JSON escapes', Buffer.from(JSON.stringify(name).replaceAll(/[^ -~]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`))],
  ])('finds a name as %s', (_, bytes) => {
    expect(hides(name, bytes)).toBe(true);
  });

  it('finds a number kept as an integer', () => {
    const bytes = Buffer.alloc(16);
    bytes.writeBigUInt64LE(70_190_000_123n, 4);
    expect(hides('070190000123', bytes)).toBe(true);
  });

  it('does not find what is not there', () => {
    expect(hides(name, Buffer.from('Đặng Thị Khác'))).toBe(false);
  });
});
