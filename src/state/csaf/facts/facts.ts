/** What the index knows of a document. */
import type { JsonObject } from '../../../core/json/index.ts';
import { LIMITS } from '../../../core/limits.ts';
import type { Edge, Facts } from '../../../core/record.ts';
import { eachObject, eachText, objectOf, textOf, textsOf } from '../model/values.ts';
import { productNames } from './products.ts';
import { vulnerabilityIds } from './scores.ts';

const MOST = LIMITS.csaf.factsPerDocument;

/** Facts of a document; takes any object. */
export function csafFacts(root: JsonObject): Facts {
  const document = objectOf(root.document);
  const tracking = objectOf(document.tracking);
  const id = textOf(tracking.id) ?? '';
  const named = vulnerabilitiesOf(root);
  return {
    title: textOf(document.title) ?? id,
    // Other names of this document; the vulnerabilities that it speaks of are edges.
    aliases: [...new Set([id, ...textsOf(tracking.aliases)])].filter(Boolean),
    external: [...new Set([...named.ids, ...named.weaknesses])],
    edges: edgesOf(document, named),
    observables: productNames(root, MOST),
    text: textsIn(document, root, named.ids),
  };
}

interface Named {
  readonly ids: readonly string[];
  readonly weaknesses: readonly string[];
}

function vulnerabilitiesOf(root: JsonObject): Named {
  const ids = new Set<string>();
  const weaknesses = new Set<string>();
  eachObject(root.vulnerabilities, (vulnerability) => {
    if (ids.size + weaknesses.size >= MOST) return;
    for (const id of vulnerabilityIds(vulnerability)) ids.add(id);
    // 2.0 has one CWE, 2.1 a list.
    const stated = textOf(objectOf(vulnerability.cwe).id);
    if (stated !== undefined) weaknesses.add(stated);
    eachObject(vulnerability.cwes, ({ id }) => {
      const text = textOf(id);
      if (text !== undefined) weaknesses.add(text);
    });
  });
  return { ids: [...ids], weaknesses: [...weaknesses] };
}

/** 2.1 §4.8: how the summary of the reference to what replaces the document begins. */
const SUPERSEDING = 'Superseding Document';

function edgesOf(document: JsonObject, { ids, weaknesses }: Named): Edge[] {
  const edges: Edge[] = [
    ...ids.map((target) => ({ kind: 'vulnerability', target })),
    ...weaknesses.map((target) => ({ kind: 'cwe', target })),
  ];
  const superseded = document.category === 'csaf_superseded';
  eachObject(document.references, (reference) => {
    const target = textOf(reference.url);
    if (target === undefined || edges.length >= MOST) return;
    const self = reference.category === 'self';
    const replaces = superseded && !self && textOf(reference.summary)?.startsWith(SUPERSEDING);
    edges.push({ kind: replaces ? 'replacedBy' : self ? 'self' : 'reference', target });
  });
  return edges;
}

/** What people search by: names, notes and summaries in the language of the document. */
function textsIn(document: JsonObject, root: JsonObject, ids: readonly string[]): string {
  const tracking = objectOf(document.tracking);
  const parts: string[] = [];
  let length = 0;
  const add = (text: string | undefined) => {
    if (text === undefined || length > LIMITS.text.chars) return;
    parts.push(text);
    length += text.length;
  };
  add(textOf(document.title));
  add(textOf(tracking.id));
  eachText(tracking.aliases, add);
  for (const id of ids) add(id);
  add(textOf(objectOf(document.publisher).name));
  eachObject(document.notes, (note) => add(textOf(note.text)));
  eachObject(root.vulnerabilities, (vulnerability) => {
    add(textOf(vulnerability.title));
    eachObject(vulnerability.notes, (note) => add(textOf(note.text)));
    eachObject(vulnerability.remediations, (item) => add(textOf(item.details)));
  });
  return parts.join('\n');
}
