export { defaultLimits, projectorEnv, type ProjectorLimits } from './config.ts';
export { listDeadLetters, type DeadLetter } from './dead-letters/list.ts';
export { redrive, type Redriven } from './dead-letters/redrive.ts';
export { projectionLag } from './lag.ts';
export { createProjector, type Projector, type ProjectorDeps } from './projector.ts';
export { rebuild, type RebuildResult } from './rebuild/rebuild.ts';
export { projectedTopics, projectorGroup } from './topics.ts';
