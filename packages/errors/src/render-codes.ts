import { errorCatalogue } from './codes.ts';

/** The list of codes as the Markdown page CODES.md. */
export const renderCodes = (): string =>
  [
    '# Codes',
    '',
    'Generated from `src/codes-*.ts` by `npm run generate -w @da06/errors`. A `reject` refuses the record it is found on; `warn` and `info` only mark it.',
    '',
    '| Code | Severity | Tiếng Việt | English | Cách sửa | How to mend it |',
    '|---|---|---|---|---|---|',
    ...errorCatalogue().map(({ code, severity, vi, en, hintVi, hintEn }) => `| \`${code}\` | ${severity} | ${[vi, en, hintVi, hintEn].map((text) => text.replaceAll('|', '\\|')).join(' | ')} |`),
    '',
  ].join('\n');
