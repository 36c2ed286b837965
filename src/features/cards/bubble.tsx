/** What the recipient was sent: the text and, for Viber, its image, video, file, button and template. */
import type { ReactNode } from 'react';
import type { MessageContent, Step } from '#model/flow/flow.ts';
import { maskText } from '#model/masking/masking.ts';
import { useViewer } from '#ui/viewer.tsx';
import { MessageText } from '../look/message-text.tsx';
import { OutwardLink } from '../look/outward-link.tsx';
import { shownText } from '../look/visible-text.ts';
import { RemoteMedia } from './remote-media.tsx';

/** Parts of one SMS usually repeat the text; where they differ, this many are shown. */
const mostTexts = 4;

export function Bubble({ step }: { readonly step: Step }) {
  const { catalogue } = useViewer();
  const texts = catalogue.cards.content;
  const contents = step.messages.map((message) => message.content);
  const written = [...new Set(contents.flatMap((content) => ('text' in content ? (content.text ?? []) : [])))];
  const [first] = contents;
  const nothing = {
    voice: texts.callNoText,
    other: texts.unknownChannel,
    sms: texts.noText,
    viber: texts.noText,
  } as const;
  const viber = contents.find((content) => content.kind === 'viber');
  const extras = viber === undefined ? [] : viberExtras(viber);
  const empty = written.length === 0 && extras.length === 0;
  return (
    <div className={`mt-3 rounded-[10px] bg-line2 px-3 py-2.5 text-[13px] ${empty ? 'text-ink2' : ''}`}>
      {empty && first !== undefined && nothing[first.kind]}
      {written.slice(0, mostTexts).map((text, index) => (
        <div key={text} className={index === 0 ? '' : 'mt-2'}>
          <MessageText text={text} />
        </div>
      ))}
      {extras.length > 0 && (
        <div className={`flex flex-wrap items-center gap-2 ${written.length === 0 ? '' : 'mt-2'}`}>{extras}</div>
      )}
    </div>
  );
}

type Viber = Extract<MessageContent, { kind: 'viber' }>;

function viberExtras(viber: Viber): ReactNode[] {
  const { imageUrl, video, file, action, template } = viber;
  return [
    imageUrl !== null && <RemoteMedia key="image" kind="image" url={imageUrl} />,
    video?.thumbnailUrl != null && <RemoteMedia key="thumbnail" kind="thumbnail" url={video.thumbnailUrl} />,
    video?.url != null && <Video key="video" url={video.url} video={video} />,
    file !== null && <FileOf key="file" file={file} />,
    action !== null && <Action key="action" action={action} />,
    template !== null && <Template key="template" template={template} />,
  ].filter((extra) => extra !== false);
}

function Video({ url, video }: { readonly url: string; readonly video: NonNullable<Viber['video']> }) {
  const { catalogue, format } = useViewer();
  const facts = [
    video.durationS === null ? null : format.duration(video.durationS * 1000),
    video.sizeMb === null ? null : catalogue.cards.content.megabytes(format.number(video.sizeMb)),
  ].filter((fact) => fact !== null);
  return (
    <>
      <RemoteMedia kind="video" url={url} />
      {facts.length > 0 && <span className="text-[12px] text-ink2">{facts.join(' · ')}</span>}
    </>
  );
}

function FileOf({ file }: { readonly file: NonNullable<Viber['file']> }) {
  const { catalogue, masked } = useViewer();
  const texts = catalogue.cards.content;
  const name = file.name === null ? texts.file : shownText(masked ? maskText(file.name) : file.name, 60);
  if (file.url === null) return <span className="text-[12px] text-ink2">{name}</span>;
  return <OutwardLink url={file.url} name={name} text={(host) => texts.open(name, host)} />;
}

function Action({ action }: { readonly action: NonNullable<Viber['action']> }) {
  const { catalogue, masked } = useViewer();
  const texts = catalogue.cards.content;
  const written = action.caption === null ? texts.noCaption : shownText(action.caption, 60);
  const caption = masked && action.caption !== null ? maskText(written) : written;
  if (action.targetUrl === null) return <span className="text-[12px] text-ink2">{texts.buttonNoLink(caption)}</span>;
  return (
    <OutwardLink
      url={action.targetUrl}
      name={texts.buttonNoLink(caption)}
      text={(host) => texts.button(caption, host)}
    />
  );
}

function Template({ template }: { readonly template: NonNullable<Viber['template']> }) {
  const { catalogue, masked } = useViewer();
  const texts = catalogue.cards.content;
  return (
    <div className="w-full text-[12px] text-ink2">
      <p>
        {texts.template(shownText(template.id ?? catalogue.cards.none, 80))}
        {template.language !== null && ` · ${shownText(template.language, 20)}`}
      </p>
      <ul>
        {template.params.slice(0, 20).map(({ name, value }) => (
          <li key={name} className="wrap-anywhere">
            {texts.templateParam(shownText(name, 40), shownText(masked ? maskText(value) : value, 200))}
          </li>
        ))}
      </ul>
    </div>
  );
}
