import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * Gives back what much work has left behind. Of itself the runtime collects when it needs room again, which a host that idles never does: after the
 * demonstration is loaded it would keep over a hundred MB. Pages that hold a little are emptied too, or most of it would stay. Everything waits for some tenths of a second.
 */
export const collectGarbage = (): void => {
  setFlagsFromString('--expose-gc');
  setFlagsFromString('--compact-on-every-full-gc');
  // The flag shows the function to contexts that are made after it.
  (runInNewContext('gc') as () => void)();
  setFlagsFromString('--no-compact-on-every-full-gc');
};
