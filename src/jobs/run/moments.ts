/** When the run began, by time zone: one day and one stamp for all that it does there. */
import { type Moment, momentIn } from '../../google/book/calendar';

export class Moments {
  private readonly known = new Map<string, Moment>();

  set(zone: string, moment: Moment): void {
    this.known.set(zone, moment);
  }

  /** One call, the first time. */
  in(zone: string): Moment {
    const moment = this.known.get(zone) ?? momentIn(zone);
    this.known.set(zone, moment);
    return moment;
  }
}
