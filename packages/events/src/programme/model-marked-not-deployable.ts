import type { z } from 'zod';
import type { EventOf } from '../envelope.ts';
import { ModelMarkedNotDeployableV1 } from './model-marked-not-deployable.v1.ts';

/** The current version of `vn.da06.model.marked-not-deployable`. */
export const modelMarkedNotDeployableType = 'vn.da06.model.marked-not-deployable.v1';
export const ModelMarkedNotDeployableData = ModelMarkedNotDeployableV1;
export type ModelMarkedNotDeployableData = z.infer<typeof ModelMarkedNotDeployableData>;
export type ModelMarkedNotDeployable = EventOf<typeof modelMarkedNotDeployableType, ModelMarkedNotDeployableData>;
