import type { Language } from '../panels/renderer.ts';

/** A text a person reads, in both languages. */
export type Words = Readonly<Record<Language, string>>;
