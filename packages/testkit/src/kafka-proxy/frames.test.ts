import { describe, expect, it } from 'vitest';
import { createRandom } from '../random.ts';
import { frameReader } from './frames.ts';

const frameOf = (body: string): Buffer => {
  const frame = Buffer.alloc(4 + Buffer.byteLength(body));
  frame.writeInt32BE(frame.length - 4);
  frame.write(body, 4);
  return frame;
};

describe('frames', () => {
  it('come out whole however the stream is cut', () => {
    const bodies = ['', 'a', 'bc', 'x'.repeat(1_000), 'd', '', 'y'.repeat(70_000)];
    const stream = Buffer.concat(bodies.map(frameOf));
    const random = createRandom(11);
    for (let round = 0; round < 50; round += 1) {
      const found: string[] = [];
      const read = frameReader((frame) => found.push(frame.toString('utf8', 4)));
      for (let at = 0; at < stream.length; ) {
        const size = 1 + random.below(round < 10 ? 3 : 5_000);
        read(stream.subarray(at, at + size));
        at += size;
      }
      expect(found).toEqual(bodies);
    }
  });
});
