import {
  alertClosedType, alertConfirmedType, alertDismissedType, alertRaisedType, watchEntryAddedType, watchEntryRemovedType, webhookRemovedType, webhookSecretRotatedType, webhookSubscribedType,
  type AlertClosed, type AlertConfirmed, type AlertDismissed, type AlertRaised, type WatchEntryAdded, type WatchEntryRemoved, type WebhookRemoved, type WebhookSecretRotated, type WebhookSubscribed,
} from '@da06/events';
import type { BuilderOf } from '../any-event.ts';
import type { Random } from '../random.ts';

/** Builders of entries of the watch-list, of the life of an alert and of a webhook, whose secret is none; versions of an alert are given in the envelope. */
export const securityBuilders = (builder: BuilderOf, random: Random) => ({
  watchEntryAdded: builder<WatchEntryAdded>(watchEntryAddedType, ({ entry }) => entry, () => ({
    entry: random.uuid(), hashes: [random.hex(32)], reasonClass: random.pick(['wanted', 'missing', 'exit-ban']), validFrom: '2026-01-01', expiresOn: '2026-12-31', simulated: false,
  })),
  watchEntryRemoved: builder<WatchEntryRemoved>(watchEntryRemovedType, ({ entry }) => entry, () => ({ entry: random.uuid(), cause: random.pick(['error', 'found', 'expired', 'other']) })),
  alertRaised: builder<AlertRaised>(alertRaisedType, ({ alert }) => alert, () => ({
    alert: random.uuid(), rule: 'watch-list', ruleVersion: 1, severity: 'high', at: '2026-03-01T10:00:00.000Z', day: '2026-03-01', unit: 'W25357@2025', facility: 'ks-test-01', ref: `R-${random.hex(8)}`, entry: random.uuid(),
    figures: {}, evidence: [random.uuid()], simulated: false,
  })),
  alertConfirmed: builder<AlertConfirmed>(alertConfirmedType, ({ alert }) => alert, () => ({ alert: random.uuid(), reason: random.pick(['identity-checked', 'other']) })),
  alertDismissed: builder<AlertDismissed>(alertDismissedType, ({ alert }) => alert, () => ({ alert: random.uuid(), reason: random.pick(['other-person', 'wrong-entry']) })),
  webhookSubscribed: builder<WebhookSubscribed>(webhookSubscribedType, ({ webhook }) => webhook, () => ({ webhook: random.uuid(), url: 'http://127.0.0.1:9/', events: ['alert.raised'], rules: [], severities: [], units: [], secret: sealed(random) })),
  webhookSecretRotated: builder<WebhookSecretRotated>(webhookSecretRotatedType, ({ webhook }) => webhook, () => ({ webhook: random.uuid(), secret: sealed(random) })),
  webhookRemoved: builder<WebhookRemoved>(webhookRemovedType, ({ webhook }) => webhook, () => ({ webhook: random.uuid(), cause: random.pick(['asked', 'gone']) })),
  alertClosed: builder<AlertClosed>(alertClosedType, ({ alert }) => alert, () => ({ alert: random.uuid(), reason: random.pick(['handled', 'handed-over']) })),
});

/** What nobody can open. */
const sealed = (random: Random): WebhookSubscribed['data']['secret'] => ({ keyId: 'system', blob: random.bytes(60).toString('base64') });
