/** What a figure was in the range before, and how it changed, in words. */
import { useViewer } from '#ui/viewer.tsx';

export function useThan() {
  const { catalogue, format } = useViewer();
  const texts = catalogue.explore.figures;
  const signed = (value: number, text: string) => (value > 0 ? `+${text}` : value < 0 ? `−${text}` : texts.same);
  return {
    /** In per cent of what it was, which is written as `text`. */
    relative: (now: number, was: number, text: string) =>
      texts.before(text, was === 0 ? '' : signed(now - was, format.percent(Math.abs(now - was) / was))),
    /** Of shares: in percentage points; undefined where either is not known. */
    points: (now: number | null, was: number | null) => {
      if (now === null || was === null) return undefined;
      const points = Math.round((now - was) * 1000) / 10;
      return texts.before(format.percent(was), signed(points, texts.points(format.number(Math.abs(points)))));
    },
  };
}
