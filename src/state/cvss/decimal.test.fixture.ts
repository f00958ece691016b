/** Exact decimals for the tests of the equations: an integer and the number of its decimals. */
export class Decimal {
  readonly units: bigint;
  readonly places: number;

  constructor(units: bigint, places: number) {
    this.units = units;
    this.places = places;
  }

  static of(text: string | number): Decimal {
    const written = String(text);
    const point = written.indexOf('.');
    const places = point < 0 ? 0 : written.length - point - 1;
    return new Decimal(BigInt(written.replace('.', '')), places);
  }

  plus(other: Decimal): Decimal {
    const places = Math.max(this.places, other.places);
    return new Decimal(this.at(places) + other.at(places), places);
  }

  minus(other: Decimal): Decimal {
    return this.plus(new Decimal(-other.units, other.places));
  }

  times(other: Decimal): Decimal {
    return new Decimal(this.units * other.units, this.places + other.places);
  }

  power(exponent: number): Decimal {
    let result = new Decimal(1n, 0);
    for (let i = 0; i < exponent; i++) result = result.times(this);
    return result;
  }

  min(other: Decimal): Decimal {
    return this.minus(other).units < 0n ? this : other;
  }

  get positive(): boolean {
    return this.units > 0n;
  }

  /** Units at a number of decimals that is not below its own. */
  at(places: number): bigint {
    return this.units * 10n ** BigInt(places - this.places);
  }

  /** The largest integer of `places` decimals that is not above the value. */
  floor(places: number): bigint {
    if (places >= this.places) return this.at(places);
    const unit = 10n ** BigInt(this.places - places);
    const cut = this.units / unit;
    return this.units % unit < 0n ? cut - 1n : cut;
  }

  ceil(places: number): bigint {
    return -new Decimal(-this.units, this.places).floor(places);
  }

  /** Rounded to so many decimals, halves away from zero. */
  round(places: number): bigint {
    const size = new Decimal(this.units < 0n ? -this.units : this.units, this.places);
    const rounded = size.plus(new Decimal(5n, places + 1)).floor(places);
    return this.units < 0n ? -rounded : rounded;
  }
}

export const ONE = Decimal.of(1);
export const ZERO = Decimal.of(0);
