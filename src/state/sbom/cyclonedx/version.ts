/** The versions of CycloneDX that are read; 1.0 and 1.1 exist in XML only. */
export const CYCLONEDX_VERSIONS = ['1.0', '1.1', '1.2', '1.3', '1.4', '1.5', '1.6', '1.7'] as const;
export type CycloneDxVersion = (typeof CYCLONEDX_VERSIONS)[number];

export function isCycloneDxVersion(text: unknown): text is CycloneDxVersion {
  return CYCLONEDX_VERSIONS.some((version) => version === text);
}

/** Versions of one major number compare by their minor one. */
export function atLeast(version: CycloneDxVersion, since: CycloneDxVersion): boolean {
  return CYCLONEDX_VERSIONS.indexOf(version) >= CYCLONEDX_VERSIONS.indexOf(since);
}
