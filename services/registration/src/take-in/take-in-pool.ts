import { assemble } from './assemble.ts';
import { createCrew, type Crew } from './pool/crew.ts';
import type { PackedBatch } from './pool/messages.ts';
import { itemsEach, prepareBody, type TakeInDeps } from './prepare-body.ts';
import { splitLines } from './read/read-ndjson.ts';
import type { TakeIn, TakeInBody, TakeInContext } from './types.ts';

export type TakeInPoolOptions = TakeInDeps & {
  /** Number of threads; 0 = everything in the calling thread. */
  readonly workers: number;
  /** The folder `locality` was loaded from; undefined = the default pack. */
  readonly localityDir: string | undefined;
  /** The keys `vault` was made of. */
  readonly masterKey: Uint8Array;
  readonly hashKey: Uint8Array;
};

/** Bodies below this are done in the calling thread: sending them away would cost more (about 200 stays). */
const smallBody = 90_000;
/** A workbook is packed: so many stays take less. */
const smallWorkbook = 15_000;

/**
 * Take-in by a pool of threads behind the same signature. The threads start with the first body that is large enough, and until they
 * are ready the calling thread goes on doing the work. NDJSON is cut at lines and shared out; other bodies go whole to one thread.
 */
export const createTakeInPool = ({ workers, localityDir, masterKey, hashKey, ...deps }: TakeInPoolOptions): TakeIn => {
  let crew: Crew | undefined;
  let closed = false;

  const prepareByCrew = async (running: Crew, body: TakeInBody, context: TakeInContext): Promise<readonly PackedBatch[]> => {
    if (body.format !== 'ndjson') return await running.run({ context, body: { ...body, bytes: owned(body.bytes) } });
    return (await Promise.all(splitLines(body.bytes, itemsEach).map((lines) => running.run({ context, lines: { ...lines, bytes: owned(lines.bytes) } })))).flat();
  };

  return {
    prepare: async (body, context) => {
      const large = body.bytes.length >= (body.format === 'xlsx' ? smallWorkbook : smallBody) && workers > 0 && !closed;
      if (large) crew ??= createCrew(workers, { localityDir, masterKey, hashKey });
      return assemble(large && crew?.isReady() === true ? await prepareByCrew(crew, body, context) : await prepareBody(body, context, deps), body.format);
    },
    close: async () => {
      closed = true;
      await crew?.close();
    },
  };
};

/** A copy with a buffer of its own, which can be handed to another thread. */
const owned = (bytes: Uint8Array): Uint8Array => new Uint8Array(bytes);
