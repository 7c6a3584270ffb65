import { z } from 'zod';

/** A dead letter was put back into its topic. */
export const DeadLetterRedrivenV1 = z.object({ id: z.uuid() });
