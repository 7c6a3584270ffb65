import { boards, createAsker } from '../boards/asker.ts';
import { askEverywhere } from '../boards/everywhere.ts';
import { playBoardDistrict } from '../boards/play-board-district.ts';

export type BoardsRound = { readonly board: string; readonly asked: number; readonly faults: readonly string[] };

/** Every panel of every board for every choice of its variables in every range, over one simulated district. */
export async function* boardsRounds(): AsyncGenerator<BoardsRound> {
  const { played, asOf } = await playBoardDistrict();
  try {
    const asker = createAsker(played.warehouse);
    for (const board of boards.filter(({ uid }) => !(uid ?? '').endsWith('-en'))) {
      const before = asker.asked();
      const faults = await askEverywhere(asker, board, { asOf, every: true });
      yield { board: board.uid ?? '', asked: asker.asked() - before, faults };
    }
  } finally {
    await played.close();
  }
}
