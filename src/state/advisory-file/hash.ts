/** Numbers for names: 53 bits, which a double holds exactly. */

/**
 * Two sums after Fowler, Noll and Vo over the UTF-16 code units, mixed. Two names with one number
 * only make a candidate more: nothing rests on it that no two have.
 */
export function nameNumber(name: string): number {
  let a = 0x811c9dc5;
  let b = 0x9747b28c;
  for (let i = 0; i < name.length; i++) {
    const unit = name.charCodeAt(i);
    a = Math.imul(a ^ unit, 0x01000193);
    b = Math.imul(b ^ unit, 0x5bd1e995) + i;
  }
  const high = mixed(a ^ (b >>> 15));
  const low = mixed(b + 0x9e3779b9);
  return (high >>> 0) * 0x200000 + (low & 0x1fffff);
}

function mixed(value: number): number {
  let mix = value ^ (value >>> 16);
  mix = Math.imul(mix, 0x85ebca6b);
  mix ^= mix >>> 13;
  mix = Math.imul(mix, 0xc2b2ae35);
  return mix ^ (mix >>> 16);
}
