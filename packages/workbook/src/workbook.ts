import { openArchive, type Archive } from './archive.ts';
import { createBudget, unreadable } from './budget.ts';
import type { Row } from './cell.ts';
import { readSheet, type Sheet } from './sheet.ts';
import { readStyles } from './styles.ts';
import { readSharedStrings } from './texts.ts';

/** How the sheet that is wanted is known. */
export type SheetChoice = {
  /** Its name; the sheet of this name is looked at first. */
  readonly name: string;
  /** Whether a sheet's first rows are those of the one that is wanted. */
  readonly isWanted: (head: readonly Row[]) => boolean;
  /** Rows that are looked at for this. */
  readonly headRows: number;
  /** Rows that may hold anything. */
  readonly mostRows: number;
};

export type ReadWorkbook = { /** The sheet's own name. */ readonly name: string; readonly sheet: Sheet; readonly is1904: boolean };

/**
 * Finds a sheet of a workbook (ECMA-376, .xlsx) and reads its rows: the one with the wanted name, else the first, visible ones before
 * hidden ones, whose head shows that it is wanted. Undefined if there is none. Only the parts that are needed are unpacked, each while it
 * is read, under limits that count what comes out.
 * @throws AppError `workbook.unreadable`, `.old-format`, `.encrypted`, `.too-large`, `xml.doctype-refused`, `batch.too-many-items`.
 */
export const readWorkbook = async (bytes: Uint8Array, choice: SheetChoice): Promise<ReadWorkbook | undefined> => {
  const budget = createBudget();
  const archive = await openArchive(bytes, budget);
  const { sheets, is1904, sharedStringsPart, stylesPart } = await readOutline(archive);
  const styles = await readStyles(archive, stylesPart);
  const sharedStrings = await readSharedStrings(archive, sharedStringsPart, budget);
  for (const { name, part } of inOrder(sheets, choice.name)) {
    const sheet = await readSheet({ archive, part, budget, sharedStrings, styles, ...choice });
    if (sheet !== undefined) return { name, sheet, is1904 };
  }
  return undefined;
};

type SheetPart = { readonly name: string; readonly hidden: boolean; readonly part: string };

const inOrder = (sheets: readonly SheetPart[], name: string): readonly SheetPart[] => {
  const rank = (sheet: SheetPart): number => (sheet.name.trim().toLowerCase() === name.toLowerCase() ? 0 : sheet.hidden ? 2 : 1);
  return [...sheets].sort((a, b) => rank(a) - rank(b));
};

type Outline = { readonly sheets: readonly SheetPart[]; readonly is1904: boolean; readonly sharedStringsPart: string | undefined; readonly stylesPart: string | undefined };

const mostSheets = 1_000;

const readOutline = async (archive: Archive): Promise<Outline> => {
  const root = await readRelations(archive, '_rels/.rels', '');
  const workbookPart = root.find(({ type }) => type === 'officeDocument')?.part ?? 'xl/workbook.xml';
  if (!archive.has(workbookPart)) throw unreadable('It holds no workbook.');
  const slash = workbookPart.lastIndexOf('/') + 1;
  const [folder, file] = [workbookPart.slice(0, slash), workbookPart.slice(slash)];
  const relations = await readRelations(archive, `${folder}_rels/${file}.rels`, folder);
  const parts = new Map(relations.map(({ id, part }) => [id, part]));
  const sheets: SheetPart[] = [];
  let is1904 = false;
  await archive.parse(workbookPart, {
    open: (name, attributes) => {
      if (name === 'workbookPr') is1904 = ['1', 'true'].includes(attributes['date1904'] ?? '');
      if (name !== 'sheet' || sheets.length >= mostSheets) return;
      const id = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1] ?? '';
      const part = parts.get(id);
      if (part !== undefined && archive.has(part)) sheets.push({ name: attributes['name'] ?? '', hidden: (attributes['state'] ?? 'visible') !== 'visible', part });
    },
  });
  if (sheets.length === 0) throw unreadable('It holds no sheet.');
  const partOf = (wanted: string): string | undefined => relations.find(({ type }) => type === wanted)?.part;
  return { sheets, is1904, sharedStringsPart: partOf('sharedStrings'), stylesPart: partOf('styles') };
};

type Relation = { readonly id: string; readonly type: string; readonly part: string };

const readRelations = async (archive: Archive, name: string, folder: string): Promise<readonly Relation[]> => {
  const relations: Relation[] = [];
  if (!archive.has(name)) return relations;
  await archive.parse(name, {
    open: (element, { Id = '', Type = '', Target = '', TargetMode }) => {
      if (element !== 'Relationship' || TargetMode === 'External' || relations.length >= 10 * mostSheets) return;
      relations.push({ id: Id, type: Type.slice(Type.lastIndexOf('/') + 1), part: resolved(folder, Target) });
    },
  });
  return relations;
};

/** The name of a part that is named relative to a folder of the archive. */
const resolved = (folder: string, target: string): string => {
  const steps: string[] = [];
  for (const step of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
};
