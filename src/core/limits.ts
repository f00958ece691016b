import { CVSS_LIMITS } from './vector-limits.ts';

/** Every bound of the program, in one table. Units stand in the names. */
export const LIMITS = {
  json: {
    depth: 128,
    keysPerObject: 100_000,
    /** One record (one STIX object, say), not one delivery: deliveries stream. */
    recordBytes: 16 * 1024 * 1024,
    issuesPerRecord: 200,
    /** A member of an envelope beside its records, and all of them together. */
    envelopeMemberBytes: 64 * 1024,
    envelopeBytes: 1024 * 1024,
  },
  /** Findings kept of one document's shape, and of one alternative that was tried. */
  shape: { issues: 1_000, issuesPerAlternative: 20 },
  xml: {
    depth: 256,
    attributesPerElement: 512,
    nameChars: 1_024,
    /** A start tag with all its attributes. */
    tagChars: 1024 * 1024,
    /** One text, comment or processing instruction. */
    textChars: 16 * 1024 * 1024,
    /** A document read whole; streams have no bound of their own. */
    documentBytes: 256 * 1024 * 1024,
    nodes: 5_000_000,
    /** One record cut from a stream. */
    recordBytes: 16 * 1024 * 1024,
    recordNodes: 500_000,
  },
  /** A whole SBOM; what recognises its text form stands within `headChars`. */
  sbom: {
    bytes: 256 * 1024 * 1024,
    components: 1_000_000,
    headChars: 65_536,
    factsPerDocument: 10_000,
  },
  /** Lock files, package databases and what lies installed; one file, and a whole walk. */
  inventory: {
    fileBytes: 128 * 1024 * 1024,
    /** Of the values of TOML and YAML in lock files. */
    depth: 32,
    nodes: 5_000_000,
    /** A name, a version, a path as a file has it. */
    nameChars: 4_096,
    /** Folders within folders, and entries of one walk. */
    folderDepth: 64,
    walkEntries: 5_000_000,
    /** `-r` of requirement files. */
    includes: 100,
    /** Jars within jars, members of one archive, and what all of one archive may unpack to. */
    archiveDepth: 4,
    archiveMembers: 100_000,
    archiveBytes: 256 * 1024 * 1024,
    memberBytes: 64 * 1024 * 1024,
    manifestBytes: 1024 * 1024,
  },
  /** Ways from the root to one component that are told, and steps looked at to find them. */
  paths: { told: 100, length: 64, steps: 1_000_000 },
  /** A format whose record is a whole document (an advisory, an SBOM). */
  document: { bytes: 256 * 1024 * 1024 },
  /** Ids that one vulnerability may have, and CVE ids that claims may join by mistake. */
  alias: { clusterIds: 10_000, liveCves: 200 },
  pattern: { bytes: 64 * 1024, nodes: 10_000, depth: 128 },
  /**
   * One match of a pattern: steps of the search, and how many more each observation allows;
   * expressions after REPEATS of groups; terms of a normal form.
   */
  match: { steps: 1_000_000, stepsPerObservation: 300, slots: 512, terms: 10_000 },
  /** A CSAF document is one JSON text; its guidance on size (Appendix C) allows 150 MiB. */
  csaf: {
    documentBytes: 160 * 1024 * 1024,
    steps: 50_000_000,
    revisions: 100_000,
    factsPerDocument: 100_000,
  },
  cvss: CVSS_LIMITS,
  ssvc: { combinations: 100_000 },
  chunk: { records: 100, bytes: 32 * 1024 * 1024 },
  taxii: {
    maxContentLengthBytes: 10 * 1024 * 1024,
    pageDefault: 100,
    pageMax: 1_000,
    pageBytes: 32 * 1024 * 1024,
    matchValues: 1_000,
    urlBytes: 64 * 1024,
    statusDays: 30,
  },
  inflate: { bytes: 64 * 1024 * 1024, ratio: 200 },
  /** Digits after the point; a sort key of more would not fit an index of the store. */
  timestamp: { fractionDigits: 128 },
  /** Text beyond `chars` (UTF-16 code units) is kept but not searched. */
  text: { chars: 1_000_000, tokensPerRecord: 4_000, tokenChars: 64, queryTokens: 32 },
  label: { markingsPerRecord: 1_000, knownDefinitions: 10_000 },
  /** What is made of one record for feeds; what many share is remembered, not stored for each. */
  projection: { objects: 1_000, remembered: 10_000 },
  decide: { listItems: 100_000, textChars: 4_096 },
  http: {
    headerBytes: 64 * 1024 + 16_384,
    requestMilliseconds: 600_000,
    keepAliveMilliseconds: 65_000,
  },
  outbound: { redirects: 3, bytes: 64 * 1024 * 1024, idleMilliseconds: 30_000 },
  jobs: { remembered: 1_000, reasons: 20 },
  token: { bytes: 32 },
  store: {
    /** Width of the interval of positions that one commit owns (docs/adr/0002). */
    windowMicros: 4_096,
    /** How far the last position may run ahead of the clock before commits are slowed down. */
    aheadMicros: 1_000_000,
    /** Memberships that one commit may place; below the window, so that a free slot exists. */
    placedPerCommit: 2_048,
    /** Rows of a collection that a delivery reserves ahead in the ledger. */
    ledgerBlockRows: 10_000,
    /** Ledger lines and visible-label sets that a process remembers. */
    ledgerLines: 10_000,
    /** Room kept for when the disk is full: ledger lines, revocations, removals. */
    reserveBytes: 4 * 1024 * 1024,
    views: 256,
    quarantineDays: 90,
  },
  postgres: {
    pageConnections: 6,
    workConnections: 4,
    connectTimeoutMillis: 5_000,
    pageTimeoutMillis: 15_000,
    workTimeoutMillis: 60_000,
    lockTimeoutMillis: 20_000,
    /** A process that stops within a transaction loses the sequencer's lock after this. */
    idleTransactionMillis: 15_000,
    retryAfterSeconds: 2,
    /** What one transaction takes from the queue of writes. */
    groupRecords: 1_600,
    groupBytes: 32 * 1024 * 1024,
  },
  oval: {
    /** Ids and references of one document. */
    names: 2_000_000,
    issuesPerElement: 200,
    /** Criteria, sets and components that rest on each other, over all that they refer to. */
    depth: 600,
    patternChars: 64 * 1024,
    patternDepth: 128,
    /** Instructions of one compiled pattern, and what its matches over one text may cost. */
    patternSteps: 20_000,
    regexSteps: 200_000_000,
    /** Values that one variable may have, by the product of its components. */
    variableValues: 100_000,
    variableChars: 16 * 1024 * 1024,
    itemsPerObject: 100_000,
    comparisons: 10_000_000,
  },
  cpe: { nameChars: 4_096, nodes: 100_000, depth: 64, deprecationSteps: 1_000 },
  purl: { chars: 16_384 },
  /** A range may list every version that a package ever had; a native range is written by people. */
  vers: { rangeChars: 4 * 1024 * 1024, constraints: 100_000, nativeChars: 16 * 1024 },
  rpc: { lineBytes: 256 * 1024 * 1024 },
} as const;
