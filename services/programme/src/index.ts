export { readReportSheet, type ReadReportSheet } from './report-sheet/read-report-sheet.ts';
export { reportTemplate } from './report-sheet/report-template.ts';
export type { ReportContent, SheetExpectation, SheetIndicator, SheetModel, TemplateInput } from './report-sheet/types.ts';
