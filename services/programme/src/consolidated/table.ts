import { html, type Html } from './html.ts';

export type Column<Row> = {
  readonly title: string;
  /** Share of the table's width, in percent. */
  readonly width: number;
  /** How its cells stand: numbers to the right, marks in the middle; texts if it is not said. */
  readonly kind?: 'n' | 'c';
  readonly cell: (row: Row) => string | Html;
};

/** A table whose header stands on every page it runs over; each cell says its column too, for screens that show no header. */
export const table = <Row>(columns: readonly Column<Row>[], rows: readonly Row[]): Html => html`<table><colgroup>${columns.map(({ width }) => html`<col style="width:${width}%">`)}</colgroup>
<thead><tr>${columns.map(({ title }) => html`<th scope="col">${title}</th>`)}</tr></thead>
<tbody>${rows.map((row) => html`<tr>${columns.map((column) => cellOf(column, row))}</tr>
`)}</tbody></table>`;

/** Written where there is nothing; a screen that lists the cells leaves it out. */
const none = '–';

const cellOf = <Row>({ title, kind, cell }: Column<Row>, row: Row): Html => {
  const content = cell(row);
  const classes = [...(kind === undefined ? [] : [kind]), ...(content === none ? ['e'] : [])].join(' ');
  return html`<td${classes === '' ? '' : html` class="${classes}"`} data-label="${title}">${content}</td>`;
};

/** The table, or in its place a word that there is nothing. */
export const tableOr = <Row>(nothing: string, columns: readonly Column<Row>[], rows: readonly Row[]): Html => (rows.length === 0 ? html`<p class="none">${nothing}</p>` : table(columns, rows));
