/** Says what of a link could not be used, and what is shown instead. */

import type { Repair } from '#features/explore/explore-address.ts';
import { shownText } from '#features/look/visible-text.ts';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { useViewer } from '#ui/viewer.tsx';

interface RepairsNoticeProps {
  readonly repairs: readonly Repair[];
  readonly onDismiss: () => void;
}

export function RepairsNotice({ repairs, onDismiss }: RepairsNoticeProps) {
  const { repairs: texts, fields } = useViewer().catalogue.explore;
  if (repairs.length === 0) return null;
  const sentence = (repair: Repair) => {
    switch (repair.kind) {
      case 'range':
        return texts.range(shownText(repair.text, 60));
      case 'value':
        return texts.value(fields[repair.field], shownText(repair.text, 60));
      case 'withheld':
        return texts.withheld(fields[repair.field]);
      case 'sort':
        return texts.sort(shownText(repair.text, 60));
      case 'columns':
        return texts.columns(shownText(repair.text, 60));
      case 'by':
        return texts.by(shownText(repair.text, 60));
    }
  };
  const sentences = [...new Set(repairs.map(sentence))];
  return (
    <Notice tone="info" title={texts.title} actions={<Button onClick={onDismiss}>{texts.dismiss}</Button>}>
      <ul>
        {sentences.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </Notice>
  );
}
