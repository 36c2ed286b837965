/**
 * How many calls may be repeated. As Envoy has it: at once 20 % of what is under way, at least 3, so that a Routee in trouble
 * does not get three times its traffic. That alone lets those who come or go last repeat again and again; so of the calls of
 * the last second or two no more than 20 %, or 3, are repeated either. One or two people alone may repeat as they like.
 */

const share = 0.2;
const least = 3;
/** A little less, so that the edges of the windows do not add up to more than the share. */
const shareOfWindow = 0.18;
/** So few at once are no crowd. */
const few = 2;
const windowMs = 1000;

interface Window {
  begun: number;
  granted: number;
  /** The most under way at once. */
  most: number;
}

export class RetryBudget {
  readonly #now: () => number;
  #underWay = 0;
  #repeating = 0;
  #least = least;
  #startedAt: number;
  #current: Window = { begun: 0, granted: 0, most: 0 };
  #before: Window = { begun: 0, granted: 0, most: 0 };

  /** `now`: milliseconds of a clock that never goes back. */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
    this.#startedAt = now();
  }

  /** So many replicas call the same Routee: they share what a single one may repeat at least. */
  shareAmong(replicas: number): void {
    this.#least = Math.max(1, Math.round(least / replicas));
  }

  /** A call for somebody begins, whatever is made of it. To be followed by `end`, always. */
  begin(): void {
    this.#turn();
    this.#underWay++;
    this.#current.begun++;
    this.#current.most = Math.max(this.#current.most, this.#underWay);
  }

  end(): void {
    this.#turn();
    this.#underWay--;
  }

  /** Whether a call may be repeated now. After a yes it counts as repeating, its pause included, until `repeated`. */
  mayRepeat(): boolean {
    this.#turn();
    const [current, before] = [this.#current, this.#before];
    if (this.#repeating >= Math.max(this.#least, share * this.#underWay)) return false;
    const isCrowd = Math.max(current.most, before.most) > few;
    const allowed = Math.max(this.#least, shareOfWindow * (current.begun + before.begun));
    if (isCrowd && current.granted + before.granted + 1 > allowed) return false;
    this.#repeating++;
    current.granted++;
    return true;
  }

  repeated(): void {
    this.#repeating--;
  }

  /** Opens a new window when the old one is over. */
  #turn(): void {
    const passed = this.#now() - this.#startedAt;
    if (passed < windowMs) return;
    const empty = { begun: 0, granted: 0, most: this.#underWay };
    this.#before = passed < 2 * windowMs ? this.#current : empty;
    this.#current = { ...empty };
    this.#startedAt = this.#now();
  }
}
