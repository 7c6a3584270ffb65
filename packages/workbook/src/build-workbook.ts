import { strToU8, zipSync } from 'fflate';

/** Writes one cell at an address. `strings` is the table of shared strings, to which it may add. */
export type CellSpec = (address: string, strings: string[]) => string;
export type SheetSpec = {
  readonly name: string;
  readonly hidden?: boolean;
  /** Rows by number, cells by column. A text is an inline string. */
  readonly rows: Readonly<Record<number, Readonly<Record<string, CellSpec | string | number>>>>;
  readonly merges?: readonly string[];
  /** Leaves out the addresses of cells and numbers of rows, as some writers do; cells must then begin at A without gaps. */
  readonly bare?: boolean;
  /** Put before every element, such as `x:`. */
  readonly prefix?: string;
};

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const textElement = (text: string): string => `<t xml:space="preserve">${escaped(text)}</t>`;

/** Number formats that a cell's style may have. */
export const styles = { general: 0, date: 1, dateTime: 2, exponent: 3, quotedLetters: 4, text: 5, percent: 6 } as const;

export const inline = (text: string): CellSpec => (address) => `<c r="${address}" t="inlineStr"><is>${textElement(text)}</is></c>`;
export const shared = (text: string): CellSpec => (address, strings) => `<c r="${address}" t="s"><v>${strings.push(`<si>${textElement(text)}</si>`) - 1}</v></c>`;
/** A string in runs, with a reading that is no part of it. */
export const rich = (...runs: readonly string[]): CellSpec => (address, strings) =>
  `<c r="${address}" t="s"><v>${strings.push(`<si>${runs.map((run) => `<r><rPr><b/></rPr>${textElement(run)}</r>`).join('')}<rPh sb="0" eb="1"><t>READING</t></rPh></si>`) - 1}</v></c>`;
export const number = (value: number | string, style: number = styles.general): CellSpec => (address) => `<c r="${address}" s="${style}"><v>${value}</v></c>`;
export const isoDate = (text: string): CellSpec => (address) => `<c r="${address}" t="d"><v>${text}</v></c>`;
export const failed = (code: string): CellSpec => (address) => `<c r="${address}" t="e"><v>${code}</v></c>`;
export const yes: CellSpec = (address) => `<c r="${address}" t="b"><v>1</v></c>`;
/** A formula with the text or number saved with it, or with nothing. */
export const formula = (expression: string, result?: string | number): CellSpec => (address) =>
  `<c r="${address}"${typeof result === 'string' ? ' t="str"' : ''}><f>${escaped(expression)}</f>${result === undefined ? '' : `<v>${escaped(String(result))}</v>`}</c>`;

const namespace = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

const stylesXml = `${declaration}<styleSheet xmlns="${namespace}"><numFmts count="3"><numFmt numFmtId="164" formatCode="dd/mm/yyyy\\ hh:mm"/><numFmt numFmtId="165" formatCode="0.00E+00"/><numFmt numFmtId="166" formatCode="&quot;dd/mm&quot;\\ 0 [Red]"/></numFmts><cellStyleXfs count="1"><xf numFmtId="14"/></cellStyleXfs><cellXfs count="7"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="49"/><xf numFmtId="10"/></cellXfs></styleSheet>`;

const sheetXml = ({ rows, merges = [], bare = false, prefix = '' }: SheetSpec, strings: string[]): string => {
  const lines = Object.entries(rows).map(([row, cells]) => {
    const written = Object.entries(cells).map(([column, cell]) => (typeof cell === 'string' ? inline(cell) : typeof cell === 'number' ? number(cell) : cell)(`${column}${row}`, strings));
    return `<row r="${row}" spans="1:19">${written.join('')}</row>`;
  });
  const merged = merges.length === 0 ? '' : `<mergeCells count="${merges.length}">${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`;
  let xml = `<worksheet xmlns="${namespace}"><sheetData>${lines.join('')}</sheetData>${merged}</worksheet>`;
  if (bare) xml = xml.replace(/(<(?:c|row)) r="[^"]*"/g, '$1');
  if (prefix !== '') xml = xml.replace(/<(\/?)(?=[a-z])/gi, `<$1${prefix}`).replace('xmlns=', `xmlns:${prefix.slice(0, -1)}=`);
  return declaration + xml;
};

export type WorkbookSpec = { readonly sheets: readonly SheetSpec[]; readonly date1904?: boolean; /** Parts beside or instead of those that are made. */ readonly parts?: Readonly<Record<string, string | Uint8Array>> };

/** The parts of a workbook, made by hand so that it can hold what no library would write. */
export const workbookParts = ({ sheets, date1904 = false, parts = {} }: WorkbookSpec): Record<string, string | Uint8Array> => {
  const strings: string[] = [];
  const files: Record<string, string | Uint8Array> = {
    '[Content_Types].xml': `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    '_rels/.rels': `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${declaration}<workbook xmlns="${namespace}" xmlns:r="${relations}"><workbookPr${date1904 ? ' date1904="1"' : ''}/><sheets>${sheets.map(({ name, hidden }, index) => `<sheet name="${escaped(name)}" sheetId="${index + 1}"${hidden === true ? ' state="hidden"' : ''} r:id="rId${index + 1}"/>`).join('')}</sheets></workbook>`,
    'xl/styles.xml': stylesXml,
  };
  const links = sheets.map((_, index) => `<Relationship Id="rId${index + 1}" Type="${relations}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`);
  sheets.forEach((sheet, index) => (files[`xl/worksheets/sheet${index + 1}.xml`] = sheetXml(sheet, strings)));
  links.push(`<Relationship Id="rIdA" Type="${relations}/sharedStrings" Target="/xl/sharedStrings.xml"/>`, `<Relationship Id="rIdB" Type="${relations}/styles" Target="../xl/styles.xml"/>`);
  files['xl/_rels/workbook.xml.rels'] = `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${links.join('')}</Relationships>`;
  files['xl/sharedStrings.xml'] = `${declaration}<sst xmlns="${namespace}">${strings.join('')}</sst>`;
  return { ...files, ...parts };
};

/** A workbook as a file. */
export const buildWorkbook = (spec: WorkbookSpec): Uint8Array => zipParts(workbookParts(spec));

export const zipParts = (parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array => zipSync(Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part])), { level: 6, mtime: '2026-11-20T00:00:00' });
