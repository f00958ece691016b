import type { Issue } from '../issue.ts';
import { LIMITS } from '../limits.ts';
import { type JsonIssueCode, jsonIssue } from './issue.ts';

/** Issues of one text, never more than the bound, so that a hostile text cannot fill memory. */
export class Findings {
  readonly list: Issue<JsonIssueCode>[] = [];

  report(code: JsonIssueCode, path: string, detail: string): void {
    this.#add(jsonIssue(code, path, detail));
  }

  /** Takes over the issues of a part that lies at `path`. */
  adopt(issues: readonly Issue<JsonIssueCode>[], path: string): void {
    for (const issue of issues) this.#add({ ...issue, path: path + issue.path });
  }

  /** Forgets all other codes: who reads the whole will find them again, with better places. */
  keepOnly(code: JsonIssueCode): void {
    const kept = this.list.filter((issue) => issue.code === code);
    this.list.splice(0, this.list.length, ...kept);
  }

  #add(issue: Issue<JsonIssueCode>): void {
    if (this.list.length < LIMITS.json.issuesPerRecord) this.list.push(issue);
  }
}
