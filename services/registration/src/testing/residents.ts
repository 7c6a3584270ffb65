import type { EmbeddedLog } from '@da06/event-log';
import type { Envelope, Sealed } from '@da06/events';
import { eventBuilders, fixedClock, recordOf } from '@da06/testkit';
import { createVault } from '@da06/vault';

type Identity = { readonly person?: object; readonly absence?: object };
type Unsealed = Omit<Envelope, 'data'> & { readonly data: object };
type Builders = ReturnType<typeof eventBuilders>;

/** Invented residents, in a log as take-in leaves them: identities sealed under keys that the vault holds. */
export const createResidents = (log: EmbeddedLog, { seed = 1, at = '2026-11-01T02:00:00.000Z' }: { readonly seed?: number; readonly at?: string } = {}) => {
  const vault = createVault({ masterKey: Buffer.alloc(32, 1), hashKey: Buffer.alloc(32, 2), store: log });
  const build = eventBuilders({ seed, clock: fixedClock(at) });
  return {
    build,
    personKey: (number: string): string => vault.personKey({ kind: 'cccd', issuingState: 'VNM', number }),
    /** Takes in events, each with what is sealed of its person, under one new key a person. */
    record: async (events: readonly (readonly [Unsealed, Identity?])[]): Promise<void> => {
      const sealer = vault.newSealer();
      const sealedOf = (event: Unsealed, identity: Identity): { readonly sealed: Sealed } => ({ sealed: sealer.seal((event.data as { personKey: string }).personKey, identity) });
      const append = events.map(([event, identity]) => recordOf({ ...event, data: { ...event.data, ...(identity !== undefined && sealedOf(event, identity)) } }));
      const chunk = sealer.chunk();
      await log.commitUnit({ append, puts: chunk === undefined ? [] : [chunk] });
    },
  } satisfies { readonly build: Builders } & Record<string, unknown>;
};

/** What is sealed of somebody of an ethnic group. */
export const ethnic = (code: string): Identity => ({ person: { fullName: 'Thị Mẫu', ethnicity: { scheme: '2008', code } } });
export const absent = (point: string): Identity => ({ person: { fullName: 'Thị Mẫu' }, absence: { case: point, destination: 'Nơi Mẫu' } });
