import { AppError, type Fault } from '@da06/errors';
import { InvalidBody } from '@da06/service-kit';

/** Decides on a body; its faults are then those of the body, where a model is `no` and a remark `note`. @throws InvalidBody, or what `decide` throws. */
export const bodyFaults = <T>(decide: () => T): T => {
  try {
    return decide();
  } catch (error) {
    const faults = error instanceof AppError ? (error.context['faults'] as readonly Fault[] | undefined) : undefined;
    throw faults === undefined ? error : new InvalidBody(faults.map((one) => ({ ...one, pointer: one.pointer.replace(/\/model$/, '/no').replace(/\/remark$/, '/note') })));
  }
};
