/** A text a person reads, in both languages; one source, so that neither can fall behind the other. */
export type Text = { readonly vi: string; readonly en: string };
export type Language = keyof Text;

/** Gives the text of one language. */
export type Say = (text: Text) => string;

export const say =
  (language: Language): Say =>
  (text) =>
    text[language];
