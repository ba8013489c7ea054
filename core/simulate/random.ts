/** A stream of chance that a seed decides: the same seed gives the same stream everywhere. */
export class Random {
  #a: number;
  #b: number;
  #c: number;
  #count = 1;

  /** `stream` tells apart what is drawn from one seed for different ends, such as the days of one study. */
  constructor(seed: number, stream = 0) {
    this.#a = seed | 0;
    this.#b = stream | 0;
    this.#c = 0x9e3779b9;
    for (let i = 0; i < 15; i += 1) this.uniform();
  }

  /** At least 0, below 1. The generator is sfc32 (PractRand). */
  uniform(): number {
    const sum = (this.#a + this.#b + this.#count) | 0;
    this.#count = (this.#count + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = ((this.#c << 21) | (this.#c >>> 11)) + sum;
    return (sum >>> 0) / 4_294_967_296;
  }

  happens(probability: number): boolean {
    return this.uniform() < probability;
  }

  exponential(mean: number): number {
    return -mean * Math.log(1 - this.uniform());
  }

  normal(): number {
    return Math.sqrt(-2 * Math.log(1 - this.uniform())) * Math.cos(2 * Math.PI * this.uniform());
  }

  /** Log-normal with this mean and coefficient of variation (standard deviation ÷ mean). */
  logNormal(mean: number, variation: number): number {
    const variance = Math.log(1 + variation ** 2);
    return mean * Math.exp(Math.sqrt(variance) * this.normal() - variance / 2);
  }

  /** How many come in a time in which `mean` are expected. */
  poisson(mean: number): number {
    let count = 0;
    for (let time = this.exponential(1); time < mean; time += this.exponential(1)) count += 1;
    return count;
  }

  /** One of the items, by weight. */
  pick<T extends { readonly share: number }>(items: readonly T[]): T | undefined {
    let left = this.uniform() * items.reduce((sum, item) => sum + item.share, 0);
    return (
      items.find(({ share }) => {
        left -= share;
        return left < 0;
      }) ?? items.at(-1)
    );
  }
}
