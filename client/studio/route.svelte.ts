import { type Place, pathOf, placeOf } from './place.ts';

/** The studio's own router: two places, path addresses, the back button works. */
export class Route {
  #place = $state.raw<Place>(placeOf(location.pathname));

  get place(): Place {
    return this.#place;
  }

  /** Follows the back and forward buttons; returns what stops it. */
  listen(): () => void {
    const follow = () => {
      this.#place = placeOf(location.pathname);
    };
    addEventListener('popstate', follow);
    return () => removeEventListener('popstate', follow);
  }

  go(place: Place): void {
    history.pushState(null, '', pathOf(place));
    this.#place = place;
    scrollTo(0, 0);
  }
}
