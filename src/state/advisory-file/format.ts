/**
 * The file of advisories, version 1. All numbers are little-endian.
 *
 *     preamble  16 bytes `CYBEX-ADVISORIES`, u32 version, u32 length of the head,
 *               f64 place of the head, 32 bytes SHA-256 of the head
 *     sections  each at its place, with a SHA-256 in the head
 *     head      JSON: when and by what it was made, sources with date and count, sections
 *
 * Sections: `blocks` are deflated runs of records (JSON texts) that share names, each with a digest
 * of its own; `blockTable` says where they are, `records` where each record is in its block; `names`
 * and `postings` lead from the number of a name to records, `ids` from the number of an id.
 */

import type { DataSource } from '../exposure-report/index.ts';

export const MAGIC = 'CYBEX-ADVISORIES';
export const VERSION = 1;
export const PREAMBLE_BYTES = 64;
/** A block's digest: SHA-256, its first half. */
export const BLOCK_DIGEST_BYTES = 16;
/** Columns of a block: place (f64); length in the file, length of its text (u32). */
export const BLOCK_BYTES = 8 + 4 + 4 + BLOCK_DIGEST_BYTES;
/** Columns of a record: block, first byte in it, length (u32 each). */
export const RECORD_WORDS = 3;

export const SECTIONS = [
  'blocks',
  'blockTable',
  'records',
  'names',
  'postings',
  'ids',
  'kev',
  'epss',
] as const;
export type SectionName = (typeof SECTIONS)[number];

export interface Section {
  readonly offset: number;
  readonly bytes: number;
  /** In hexadecimal; of `blocks` the blocks have their own, and it is empty. */
  readonly sha256: string;
}

export interface FileHead {
  readonly format: string;
  readonly version: number;
  readonly tool: string;
  /** RFC 3339. */
  readonly made: string;
  readonly sources: readonly DataSource[];
  /** Files that could not be read when it was built: how many, and the first of them. */
  readonly unreadable: { readonly count: number; readonly names: readonly string[] };
  readonly records: number;
  /** CVEs that NVD has not analysed. */
  readonly unanalysed: number;
  /** Uncompressed bytes of all records. */
  readonly text: number;
  readonly names: number;
  readonly blocks: number;
  /** A record of every ecosystem and release, so that it is known of which there is data. */
  readonly witnesses: readonly number[];
  readonly epss: { readonly model: string; readonly date: string; readonly count: number } | null;
  readonly sections: Readonly<Record<SectionName, Section>>;
}

/** What a reader needs of a file: nothing else is ever asked of it. */
export interface ByteSource {
  readonly bytes: number;
  /** Exactly the bytes that were asked for, or fewer at the end. */
  read(offset: number, length: number): Uint8Array;
}

/** What a writer needs of a file. */
export interface ByteTarget {
  write(offset: number, bytes: Uint8Array): void;
}
