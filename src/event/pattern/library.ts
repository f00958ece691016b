/** The library `cybex/pattern`: STIX patterns read, checked and written, and matched. */
export * from './index.ts';
export * from './match/index.ts';
