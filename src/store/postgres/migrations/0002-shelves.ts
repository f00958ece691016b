/**
 * Each format of a collection on a shelf of its own (docs/adr/0005). What stands in a house of the
 * first schema stands on the shelf that bears its collection's name: nothing is rewritten, but an
 * older program would take the name of another shelf for the id of a collection.
 */
export const SHELVES: readonly string[] = [];
