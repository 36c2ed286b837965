/** Lets a `style` hold CSS custom properties, which hand numbers from code to the rules in class names. */
import 'react';

declare module 'react' {
  interface CSSProperties {
    readonly [name: `--${string}`]: string | number | undefined;
  }
}
