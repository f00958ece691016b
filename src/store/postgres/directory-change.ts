/** A change of the directory with everything that follows from it, in one transaction. */
import { sha256 } from '../../core/digest.ts';
import { CybexError } from '../../core/error.ts';
import { consequences, rowOf as directoryRow } from '../directory.ts';
import type { AuditEntry, Collection, Directory, DirectoryChange } from '../port.ts';
import { execute, sql } from './connect.ts';
import type { WriteQueue } from './queue.ts';

const PUT = sql(
  `INSERT INTO directory (kind, id, body) VALUES ($1, $2, $3)
   ON CONFLICT (kind, id) DO UPDATE SET body = excluded.body`,
);
const REMOVE = sql('DELETE FROM directory WHERE kind = $1 AND id = $2');
const RAISE = sql('UPDATE house SET policy_epoch = $1');

/** Applies the changes and gives the new policy epoch. */
export function changeDirectory(
  queue: WriteQueue,
  changes: readonly DirectoryChange[],
  entry: AuditEntry,
): Promise<number> {
  const { current } = queue.tools;
  return queue.alone(
    async (commit) => {
      const { client } = commit;
      // Under the lock no other change can come between this reading and the commit.
      await current.bringUpTo(client);
      const before = current.directory;
      if (before === null) throw new RangeError('the directory was just loaded');
      checkAliases(after(before, changes));
      for (const change of changes) {
        const { kind, id, body } = directoryRow(change);
        if (body === null) await execute(client, REMOVE, kind, id);
        else await execute(client, PUT, kind, id, body);
      }
      commit.policyEpoch += 1;
      await execute(client, RAISE, commit.policyEpoch);
      for (const row of consequences(before, changes)) commit.outbox(row);
      const bytesDigest = sha256(JSON.stringify(changes));
      commit.leaf({ kind: 'rule', position: commit.end, bytesDigest });
      commit.audit(entry);
      return commit.policyEpoch;
    },
    // Numbers of collections and organisations exist before anybody can ask for them.
    (client) => current.terms.add(client, changes.flatMap(namedBy)),
  );
}

function namedBy(change: DirectoryChange): string[] {
  if ('remove' in change) return [];
  return change.put === 'collection' || change.put === 'organisation' ? [change.value.id] : [];
}

/** Collections as they will be. */
function after(before: Directory, changes: readonly DirectoryChange[]): Collection[] {
  const collections = new Map(before.collections.map((each) => [each.id, each]));
  for (const change of changes) {
    if ('remove' in change) {
      if (change.remove === 'collection') collections.delete(change.id);
    } else if (change.put === 'collection') collections.set(change.value.id, change.value);
  }
  return [...collections.values()];
}

/** An alias stands in an address (TAXII 2.1 §5.2.1): it names one collection of its API root. */
function checkAliases(collections: readonly Collection[]): void {
  const taken = new Set<string>();
  for (const { apiRoot, alias, id } of collections) {
    if (alias === undefined) continue;
    const name = `${apiRoot}/${alias}`;
    if (taken.has(name)) {
      throw new CybexError('conflict', `the alias of collection ${id} is taken: ${alias}`, {
        remedy: 'Give the collection another alias, or none.',
      });
    }
    taken.add(name);
  }
}
