import type { Claims } from './read-receipts.ts';

/** The one line `da06 verify` prints. receipts = accepted records that somebody was told of = found + missing. */
export type Verification = { readonly receipts: number; readonly found: number; readonly missing: number; readonly twice: number; readonly rejected: number };

/** How often the view `events` shows an event, and whether it is a check-in or a register's record. */
export type SeenEvent = { readonly rows: number; readonly checkIn: boolean };

/** What the view `events` shows of these ids; ids it does not know are left out. */
export type FindEvents = (eventIds: readonly string[]) => Promise<ReadonlyMap<string, SeenEvent>>;

/**
 * Compares what senders were told with what queries see. `twice` counts events that the view shows more than once, and
 * references whose check-in was taken for new twice, or that share one: each would make somebody count twice.
 */
export const compareClaims = async (claims: Claims, findEvents: FindEvents): Promise<Verification> => {
  const ids = new Set(claims.accepted.map(({ eventId }) => eventId));
  const seen = await findEvents([...ids]);
  let found = 0;
  let twice = 0;
  for (const id of ids) {
    const rows = seen.get(id)?.rows ?? 0;
    if (rows > 0) found += 1;
    if (rows > 1) twice += 1;
  }
  return { receipts: ids.size, found, missing: ids.size - found, twice: twice + doubleTellings(claims, seen), rejected: claims.rejected };
};

const doubleTellings = ({ accepted }: Claims, seen: ReadonlyMap<string, SeenEvent>): number => {
  const firstOfRef = new Map<string, string>();
  const refOfEvent = new Map<string, string>();
  let doubles = 0;
  for (const { facility, ref, eventId, status } of accepted) {
    const name = `${facility}/${ref}`;
    const owner = refOfEvent.get(eventId);
    if (owner !== undefined && owner !== name) doubles += 1;
    refOfEvent.set(eventId, name);
    // A check-in of a reference is "accepted" once; sent again it is a duplicate with the same event, or an amendment.
    if (status !== 'accepted' || seen.get(eventId)?.checkIn !== true) continue;
    const first = firstOfRef.get(name);
    if (first !== undefined && first !== eventId) doubles += 1;
    firstOfRef.set(name, first ?? eventId);
  }
  return doubles;
};

/** Whether nothing is lost and nothing counts twice. */
export const isGreen = ({ missing, twice }: Verification): boolean => missing === 0 && twice === 0;
