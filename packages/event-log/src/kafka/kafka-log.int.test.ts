import { describe } from 'vitest';
import { eventLogContract } from '../contract.ts';
import { brokers, createPlace } from './place.fixture.ts';

describe.skipIf(brokers === undefined)('on a broker', () => {
  eventLogContract('the log on Kafka', () => createPlace());
});
