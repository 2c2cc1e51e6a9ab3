/** A component that is drawn again only when one of its properties changed: tables have hundreds of rows. */
import { Component, type ComponentChildren, type FunctionComponent } from 'preact';

export function memo<Props extends object>(
  draw: (props: Props) => ComponentChildren,
): FunctionComponent<Props> {
  class Memo extends Component<Props> {
    override shouldComponentUpdate(next: Props): boolean {
      const [before, after] = [this.props, next] as Record<string, unknown>[];
      return Object.keys(next).some((key) => before?.[key] !== after?.[key]);
    }
    override render(): ComponentChildren {
      return draw(this.props);
    }
  }
  return Memo as unknown as FunctionComponent<Props>;
}
