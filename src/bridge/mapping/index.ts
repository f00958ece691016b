/** What a bridge carries and what it loses. */
export { lossesOf } from './losses.ts';
export { childRow, type Mapping, type MappingRow, type RowNode, rowTree } from './row.ts';
export { Ledger, Source } from './source.ts';
