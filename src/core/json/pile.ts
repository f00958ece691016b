/** Byte pieces in order, joined only when they are taken. */
export class Pile {
  #parts: Uint8Array[] = [];
  size = 0;

  add(part: Uint8Array): void {
    if (part.length === 0) return;
    this.#parts.push(part);
    this.size += part.length;
  }

  /** All bytes: the piece itself when there is only one (no copy), a joined copy otherwise. */
  take(): Uint8Array {
    const [first] = this.#parts;
    const bytes = this.#parts.length === 1 && first !== undefined ? first : this.#joined();
    this.clear();
    return bytes;
  }

  moveTo(other: Pile): void {
    for (const part of this.#parts) other.add(part);
    this.clear();
  }

  clear(): void {
    this.#parts = [];
    this.size = 0;
  }

  #joined(): Uint8Array {
    const bytes = new Uint8Array(this.size);
    let at = 0;
    for (const part of this.#parts) {
      bytes.set(part, at);
      at += part.length;
    }
    return bytes;
  }
}
