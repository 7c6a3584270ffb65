/** The tables that are read. */
export const liveDatabase = 'da06';
/** Those that a rebuild fills, before they take the place of the live ones. */
export const rebuildDatabase = 'da06_rebuild';
/** Those that a rebuild replaced. */
export const previousDatabase = 'da06_previous';
