/** What a written document says of itself; the caller knows time and chance, the library does not. */
export interface WriteOptions {
  /** A UUID of its own; CycloneDX has it as serial number, SPDX within its namespace. */
  readonly uuid: string;
  /** RFC 3339; SPDX keeps seconds in UTC. */
  readonly created: string;
  /** The program that writes, e.g. `cybex` and `0.1.0`. */
  readonly tool: { readonly name: string; readonly version: string };
  /** Person or organisation; default: none. */
  readonly author?: string;
  /** Beginning of the namespace of SPDX documents; default `https://spdx.org/spdxdocs`. */
  readonly namespace?: string;
}
