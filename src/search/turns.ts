/** Turns of tasks to be put in while a first plan is made. When they are ended, whatever has had none is left out. */
export class Turns {
  /** How many were taken so far. */
  taken = 0;
  private most = Number.POSITIVE_INFINITY;

  /** Takes one. False: there are no more. */
  take(): boolean {
    if (this.taken >= this.most) return false;
    this.taken++;
    return true;
  }

  /** After `most` turns there are no more. */
  end(most: number): void {
    this.most = Math.min(this.most, most);
  }

  /** Are there no more? */
  get areOver(): boolean {
    return this.taken >= this.most;
  }

  /** Was an end set, reached or not? */
  get areEnded(): boolean {
    return this.most < Number.POSITIVE_INFINITY;
  }
}
