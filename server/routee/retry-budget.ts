/**
 * How many calls may be repeated at once. As Envoy has it: 20 % of what is under way, at least 3, so that a Routee in trouble
 * does not get three times its traffic. That alone lets the last of a crowd repeat once more and again; so in a crowd, however
 * long it lasts, no more than 20 % of all its calls are repeated.
 */

const share = 0.2;
const least = 3;
/** Below it `least` is more than the share: no crowd. */
const crowd = least / share;
/** Beyond so many calls the older count half. */
const remembered = 1000;

export class RetryBudget {
  #underWay = 0;
  #repeating = 0;
  /** Of the crowd at hand: since nothing was under way last. */
  #begun = 0;
  #granted = 0;
  #most = 0;

  /** A call for somebody begins, whatever is made of it. To be followed by `end`, always. */
  begin(): void {
    if (this.#underWay === 0) [this.#begun, this.#granted, this.#most] = [0, 0, 0];
    this.#underWay++;
    this.#begun++;
    this.#most = Math.max(this.#most, this.#underWay);
    if (this.#begun > remembered) [this.#begun, this.#granted] = [this.#begun / 2, this.#granted / 2];
  }

  end(): void {
    this.#underWay--;
  }

  /** Whether a call may be repeated now. After a yes it counts as repeating, its pause included, until `repeated`. */
  mayRepeat(): boolean {
    const isCrowd = this.#most > crowd;
    if (this.#repeating >= (isCrowd ? share * this.#underWay : least)) return false;
    if (isCrowd && this.#granted + 1 > share * this.#begun) return false;
    this.#repeating++;
    this.#granted++;
    return true;
  }

  repeated(): void {
    this.#repeating--;
  }
}
