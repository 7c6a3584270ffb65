import { z } from 'zod';

/** Nobody is watched for by this entry any longer; alerts that were raised stay. */
export const WatchEntryRemovedV1 = z.object({ entry: z.uuid(), cause: z.enum(['error', 'found', 'expired', 'other']) });
