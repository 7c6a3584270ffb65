import { describe, expect, it } from 'vitest';
import { createLogger } from './logger.ts';

describe('createLogger', () => {
  it('writes one JSON line an entry, without bodies and keys', () => {
    const lines: string[] = [];
    const logger = createLogger({ name: 'test', destination: { write: (line) => void lines.push(line) } });
    logger.info({ accepted: 3, body: 'Nguyễn Văn A', headers: { authorization: 'Bearer x' } }, 'batch taken');
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ level: 30, name: 'test', accepted: 3, msg: 'batch taken' });
    expect(lines[0]).not.toMatch(/Nguyễn|Bearer/);
  });
});
