import type { z } from 'zod';
import type { EventOf } from '../envelope.ts';
import { FeedBatchReceivedV1 } from './feed-batch-received.v1.ts';

/** The current version of `vn.da06.feed.batch-received`. */
export const feedBatchReceivedType = 'vn.da06.feed.batch-received.v1';
export const FeedBatchReceivedData = FeedBatchReceivedV1;
export type FeedBatchReceivedData = z.infer<typeof FeedBatchReceivedData>;
export type FeedBatchReceived = EventOf<typeof feedBatchReceivedType, FeedBatchReceivedData>;
