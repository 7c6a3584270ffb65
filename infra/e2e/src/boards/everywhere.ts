import type { Asker } from './asker.ts';
import { presetsOf, rangesTo, type Choice, type Dashboard } from './presets.ts';

/** How many choices, and how many ranges, there are. */
const ways = 5;

/**
 * Asks every panel of a board for choices of its variables in ranges up to `asOf` (Unix ms), and tells what is wrong with the answers. `every`: each choice in each range; else each
 * panel for each choice once and in each range once, other pairs for the panel beside it, so that over a board all pairs are asked.
 */
export const askEverywhere = async (asker: Asker, board: Dashboard, { asOf, every }: { readonly asOf: number; readonly every: boolean }): Promise<readonly string[]> => {
  const faults: string[] = [];
  let choices: readonly Choice[] | undefined;
  for (const [inTime, [range, times]] of rangesTo(asOf).entries()) {
    choices ??= await asker.choicesOf(board, times);
    for (const [place, [preset, variables]] of presetsOf(choices).entries()) {
      const { faults: found } = await asker.runAll(board, { ...times, variables }, (panel) => every || (panel + place + inTime) % ways === 0);
      faults.push(...found.map((fault) => `${preset}, ${range}: ${fault}`));
    }
  }
  return faults;
};
