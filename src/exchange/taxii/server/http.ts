/** Requests and answers without a socket: what a framework has to fill in and to send. */

export interface TaxiiRequest {
  readonly method: string;
  /** Path below the mount point, percent-encoded as it came, e.g. `/taxii2/api1/collections/`. */
  readonly path: string;
  /** Query as it came, without `?`; empty when there is none. */
  readonly query: string;
  /** Value of a header by its lower-case name; several lines of it joined by `, `. */
  readonly header: (name: string) => string | undefined;
  /** Null when the request has no body. */
  readonly body: AsyncIterable<Uint8Array> | null;
  /** Identifier of this request in the operator's log; told to the caller when we failed. */
  readonly id?: string;
}

export interface TaxiiResponse {
  readonly status: number;
  /** Names in lower case; `content-length` is always there. */
  readonly headers: Readonly<Record<string, string>>;
  /** Pieces to send in this order; null for no body. */
  readonly body: readonly Uint8Array[] | null;
  /** To be called when all of the body has left; its pieces may be empty afterwards. */
  readonly sent?: () => void;
}

/** Total bytes of a body in pieces. */
export function bodyLength(pieces: readonly Uint8Array[]): number {
  let length = 0;
  for (const piece of pieces) length += piece.length;
  return length;
}
