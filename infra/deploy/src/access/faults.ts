/** A column of a view or table, as the engine describes it. */
export type Column = { readonly table: string; readonly name: string; readonly comment: string };

/** What names a person, a stay, a trip or an entry of the watch-list, or leads to one. */
const personal = new Set([
  'person_key', 'person', 'persons_keys', 'cmnd_key', 'plate_key', 'ref', 'refs', 'registration_number', 'subject', 'entry', 'evidence', 'room', 'household', 'birth_year', 'document', 'phone', 'identity', 'sealed',
]);

/** The comments of the schema say of a column that it is a keyed hash or somebody’s own number. */
const saysPersonal = /mã băm|keyed hash|mã tham chiếu|số đăng ký của/i;

/** Rows of single persons, stays, trips or incidents: no column of theirs is for an audience, but those that are named for counting. */
const rowsOfPersons = /^(raw_|schema_migrations|residents|workers|resident_spells|worker_spells|stays$|stay_nights|person_links|conflict_nights|coach_trips|incidents$|watch_entries|tourism_revisions)/;

const grantForm = /^GRANT SELECT(?:\(([\w, ]+)\))? ON (\w+|\*)\.(\w+|\*)$/;

/**
 * What is wrong with a user's grants: more than reading, more than the views of `da06` by their names, a view that is not there, or a
 * column that leads to a person. A view granted whole is granted with every column it has.
 */
export const faultsOf = (grants: readonly string[], columns: readonly Column[]): readonly string[] => grants.flatMap((grant) => faultOf(grant, columns));

const faultOf = (grant: string, columns: readonly Column[]): readonly string[] => {
  const [, named, database, view = ''] = grantForm.exec(grant) ?? [];
  if (database === undefined) return [`${grant}: is not a grant to read views`];
  if (view === '*' || database === '*') return [`${grant}: reaches every table`];
  if (database === 'system') return [];
  if (database !== 'da06') return [`${grant}: is of another database`];
  if (rowsOfPersons.test(view)) return [`${grant}: ${view} has rows of single persons`];
  const there = columns.filter(({ table }) => table === view);
  if (there.length === 0) return [`${grant}: there is no view ${view}`];
  const reached = named === undefined ? there.map(({ name }) => name) : named.split(', ');
  return reached.flatMap((name) => {
    const column = there.find((one) => one.name === name);
    if (column === undefined) return [`${grant}: ${view} has no column ${name}`];
    return personal.has(name) || saysPersonal.test(column.comment) ? [`${grant}: ${view}.${name} leads to a person`] : [];
  });
};
