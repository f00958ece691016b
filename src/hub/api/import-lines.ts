/**
 * What the sender of an import is told. The house knows more than he may: that a content is there
 * already says that somebody brought it, which only who reads the collection may know; that a
 * version is contradicted may rest on a record that he must not know of at all. Contradictions
 * that he may see stand at /conflicts.
 */
import type { DeliveredItem, DeliveryProgress, DeliveryReport } from '../../flow/index.ts';
import type { Collection } from '../../store/port.ts';

export interface Telling {
  item(item: DeliveredItem): object;
  progress(progress: DeliveryProgress): object;
  report(report: DeliveryReport): object;
}

/** `reads`: the sender may read the collection. */
export function tellingOf({ id, title, unmarked }: Collection, reads: boolean): Telling {
  return {
    item({ label, conflict: _kept, outcome, ...item }) {
      const told = reads || outcome === 'refused' || outcome === 'checked' ? outcome : 'stored';
      return { ...item, outcome: told, ...(label === undefined ? {} : { tlp: label.tlp }) };
    },
    progress: (progress) => (reads ? progress : allStored(progress)),
    report({ labels, conflicts: _kept, ...report }) {
      const { relabelled } = report;
      const told = reads ? report : { ...allStored(report, relabelled), relabelled: 0 };
      return { ...told, labels: Object.fromEntries(labels), collection: { id, title, unmarked } };
    },
  };
}

function allStored<Counts extends { readonly stored: number; readonly duplicate: number }>(
  counts: Counts,
  besides = 0,
): Counts {
  return { ...counts, stored: counts.stored + counts.duplicate + besides, duplicate: 0 };
}
