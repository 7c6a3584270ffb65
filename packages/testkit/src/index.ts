export { fixedClock, type TestClock } from './clock.ts';
export { eventBuilders, recordOf, type AnyEvent, type EventBuilders } from './event-builders.ts';
export { freePort } from './free-port.ts';
export { randomLog, type LogCounts, type RandomLog, type RandomLogOptions } from './random-log.ts';
export { createRandom, type Random } from './random.ts';
export { cut, duplicated, permutations, permuted, redriven } from './reorder.ts';
export { arrivalGroup, facilityFields, stayGroups } from './samples.ts';
export { spawned, type Spawned } from './spawned.ts';
export { removeFolder, tempFolder } from './temp-folder.ts';
