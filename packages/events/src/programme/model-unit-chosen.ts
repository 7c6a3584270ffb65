import type { z } from 'zod';
import type { EventOf } from '../envelope.ts';
import { ModelUnitChosenV1 } from './model-unit-chosen.v1.ts';

/** The current version of `vn.da06.model.unit-chosen`. */
export const modelUnitChosenType = 'vn.da06.model.unit-chosen.v1';
export const ModelUnitChosenData = ModelUnitChosenV1;
export type ModelUnitChosenData = z.infer<typeof ModelUnitChosenData>;
export type ModelUnitChosen = EventOf<typeof modelUnitChosenType, ModelUnitChosenData>;
