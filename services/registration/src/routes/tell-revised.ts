import { topics } from '@da06/events';
import { actorOf, type KeyHolder } from '@da06/service-kit';
import { addEvent } from '../commit/unit.ts';
import { isRepeat, type Revised } from '../registry/revisions.ts';
import type { Service } from '../service.ts';

/** How something that is replaced whole is told: its event, where its state is found, and who tells it. */
export type Telling<Data> = {
  readonly type: string;
  readonly subject: string;
  readonly find: () => Revised<Data> | undefined;
  readonly holder: KeyHolder;
  readonly receivedAt: number;
  /** As sent; undefined = the highest that is known. */
  readonly revision: number | undefined;
};

/**
 * Records a word about an inspection or an outage, unless it says what holds or what was said last; resolves, once it is durable, to what then holds.
 * A lower revision than one that is known is recorded and overrides nothing.
 */
export const tellRevised = <Data extends { readonly revision: number }>(service: Service, { type, subject, find, holder, receivedAt, revision }: Telling<Data>, told: Omit<Data, 'revision'>): Promise<{ readonly isNew: boolean; readonly held: Data }> =>
  service.inTurn(async () => {
    const known = find();
    const data = { ...told, revision: revision ?? known?.held.revision ?? 0 } as Data;
    if (!isRepeat(known, data)) {
      await service.committer.submit((unit) => addEvent(unit, { topic: topics.registry, type, subject, receivedAt, actor: actorOf(holder), data }));
      service.registry.apply({ type, data });
    }
    return { isNew: known === undefined, held: find()?.held ?? data };
  });
