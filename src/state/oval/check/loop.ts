/** Circles in what refers to what. */

/** Each circle once, as the ids along it with the first again in the end; time linear in the edges. */
export function findLoop(edges: ReadonlyMap<string, readonly string[]>): string[][] {
  const loops: string[][] = [];
  const done = new Set<string>();
  for (const start of edges.keys()) {
    if (done.has(start)) continue;
    const way: { id: string; next: number }[] = [{ id: start, next: 0 }];
    const onWay = new Map([[start, 0]]);
    for (let top = way.at(-1); top !== undefined; top = way.at(-1)) {
      const target = edges.get(top.id)?.[top.next++];
      if (target === undefined) {
        done.add(top.id);
        onWay.delete(top.id);
        way.pop();
      } else if (onWay.has(target)) {
        loops.push([...way.slice(onWay.get(target)).map(({ id }) => id), target]);
      } else if (!done.has(target) && edges.has(target)) {
        onWay.set(target, way.length);
        way.push({ id: target, next: 0 });
      }
    }
  }
  return loops;
}
