import type { z } from 'zod';
import type { EventOf } from '../envelope.ts';
import { ModelPutInOperationV1 } from './model-put-in-operation.v1.ts';

/** The current version of `vn.da06.model.put-in-operation`. */
export const modelPutInOperationType = 'vn.da06.model.put-in-operation.v1';
export const ModelPutInOperationData = ModelPutInOperationV1;
export type ModelPutInOperationData = z.infer<typeof ModelPutInOperationData>;
export type ModelPutInOperation = EventOf<typeof modelPutInOperationType, ModelPutInOperationData>;
