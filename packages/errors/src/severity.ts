/** What a code does to the record it is found on: `reject` refuses it, `warn` and `info` only mark it. */
export type Severity = 'reject' | 'warn' | 'info';

/** One entry of the closed list: severity, what is said in Vietnamese and English, and how to mend it. */
export type CodeEntry = { readonly severity: Severity; readonly vi: string; readonly en: string; readonly hintVi: string; readonly hintEn: string };

/** Writes one entry of the list on one line. */
export const entry = (severity: Severity, vi: string, en: string, hintVi: string, hintEn: string): CodeEntry => ({ severity, vi, en, hintVi, hintEn });
