import { webhookRemovedType, webhookSecretRotatedType, webhookSubscribedType, type Envelope } from '@da06/events';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { foldWebhook } from './fold.ts';
import type { KnownWebhook } from './types.ts';

const webhook = '7d4c6b7a-3f0e-4c53-9a56-0f6f3f6f9f77';
const secret = (blob: string) => ({ keyId: 'system', blob });
const event = (type: string, at: number, data: object): Envelope => ({
  specversion: '1.0', id: `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`, source: '/da06/signals', type, subject: webhook, time: '2026-11-20T02:00:00.000Z', datacontenttype: 'application/json', recordedtime: '2026-11-20T02:00:00.000Z',
  sequence: String(at).padStart(16, '0'), actor: 'admin:admin', data: { webhook, ...data },
});
const subscribed = event(webhookSubscribedType, 1, { url: 'https://don-vi.mau/', events: ['alert.raised'], rules: [], severities: [], units: [], secret: secret('AA==') });
const rotations = [2, 3, 4, 5].map((at) => event(webhookSecretRotatedType, at, { secret: secret(`${String(at)}A==`) }));
const removals = [6, 7].map((at) => event(webhookRemovedType, at, { cause: at === 6 ? 'asked' : 'gone' }));
const folded = (events: readonly Envelope[]): KnownWebhook | undefined => events.reduce<KnownWebhook | undefined>(foldWebhook, undefined);

it('a subscription holds the newest secret and the one before, and ends by the first word of its end, however often its events are read and in which order', () => {
  const later = [...rotations, ...removals];
  const inOrder = folded([subscribed, ...later]);
  expect(inOrder).toMatchObject({ secrets: [{ blob: '5A==' }, { blob: '4A==' }], removed: { cause: 'asked' } });
  fc.assert(fc.property(fc.shuffledSubarray([...later, ...later], { minLength: 12 }), (shuffled) => {
    expect(folded([subscribed, ...shuffled, subscribed])).toEqual(inOrder);
  }));
});

it('nobody has subscribed by another secret or an end alone', () => expect(folded([...rotations, ...removals])).toBeUndefined());
