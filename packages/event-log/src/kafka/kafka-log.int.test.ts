import { startNativeKafka } from '@da06/kafka';
import { eventLogContract } from '../contract.ts';
import { createPlace } from './place.fixture.ts';

const kafka = await startNativeKafka();
const { brokers } = kafka;

eventLogContract('the log on Kafka', () => createPlace(brokers));
