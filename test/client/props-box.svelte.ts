/** Props of a mounted component that can be changed afterwards. */
export class PropsBox<T extends object> {
  readonly props: T;

  constructor(props: T) {
    this.props = $state(props);
  }

  set(changed: Partial<T>): void {
    Object.assign(this.props, changed);
  }
}
