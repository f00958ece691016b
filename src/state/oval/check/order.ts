/** Sections of a document: which may come, in which order, and which must. */
import type { XmlOpen } from '../../../core/xml/index.ts';
import { type OvalIssue, ovalIssue, shown } from '../issues.ts';
import { SIGNATURE } from '../words.ts';

export class SectionOrder {
  readonly #path: string;
  readonly #namespace: string;
  readonly #order: readonly string[];
  readonly #needed: readonly string[];
  readonly #met: string[] = [];
  readonly #issues: OvalIssue[] = [];

  /** `several` names sections that may come more than once. */
  constructor(
    path: string,
    namespace: string,
    order: readonly string[],
    needed: readonly string[],
  ) {
    this.#path = path;
    this.#namespace = namespace;
    this.#order = order;
    this.#needed = needed;
  }

  has(section: string): boolean {
    return this.#met.includes(section);
  }

  /** A section began; `namespace` is its own where it is not that of the document. */
  take({ local, namespace, name }: XmlOpen, own = this.#namespace): void {
    const right = namespace === (local === 'Signature' ? SIGNATURE : own);
    const at = right ? this.#order.indexOf(local) : -1;
    const last = this.#order.indexOf(this.#met.at(-1) ?? '');
    const again = at === last && local === 'class_directives';
    if (at === -1 || (at <= last && !again)) {
      this.#issues.push(ovalIssue('oval-content', `${this.#path}/${name}`, shown(name)));
    }
    if (at > last) this.#met.push(local);
  }

  end(): OvalIssue[] {
    const missing = this.#needed.filter((section) => !this.has(section));
    for (const section of missing) {
      const code = section === 'generator' ? 'oval-generator' : 'oval-content';
      this.#issues.push(ovalIssue(code, this.#path, `${section} is missing`));
    }
    return [...this.#issues];
  }
}
