/** One clean flow per kind of Viber body. */
import type { Json } from '#model/values/json.ts';
import { viber } from '../records/record-builder.ts';
import { recordScenario, type Scenario } from './scenario.ts';

const image = 'https://example.com/images/spring.jpg';
const action = { caption: 'See the offer', targetUrl: 'https://www.example.com/offer?utm_source=viber' };
const viberFile = {
  fileName: 'invoice-2026-11.pdf',
  fileType: 'pdf',
  fileUrl: 'https://files.example.com/invoice-2026-11.pdf',
};
const viberVideo = {
  videoUrl: 'https://video.example.com/tour.mp4',
  videoThumbnail: 'https://video.example.com/tour.jpg',
  fileSize: 12.4,
  duration: 95,
};

interface BodyCase {
  readonly slug: string;
  readonly title: string;
  readonly trackingId: string;
  readonly description: string;
  readonly body: Json;
  readonly template?: boolean;
}

const bodies: readonly BodyCase[] = [
  {
    slug: 'viber-text',
    title: 'Viber with text',
    trackingId: 'dd2ee150-d284-4277-b89c-1af40ce8fcc9',
    description: 'Text of several lines with accents, Greek and an emoji.',
    body: { text: 'Καλημέρα!\nYour order is ready — “come and get it” 🎉\nCafé Brand' },
  },
  {
    slug: 'viber-image',
    title: 'Viber with an image',
    trackingId: '3c3ae353-fb14-428e-90b4-01a6c1cc0aff',
    description: 'An image without text.',
    body: { imageUrl: image },
  },
  {
    slug: 'viber-button',
    title: 'Viber with text, image and button',
    trackingId: 'b9c8b9ff-e46e-4627-9419-c7723226db94',
    description: 'Text, image and a button that opens a page.',
    body: { text: 'Spring sale: 20 % off everything.', imageUrl: image, action },
  },
  {
    slug: 'viber-file',
    title: 'Viber with a file',
    trackingId: 'bbeeb636-1d33-4c6d-96f0-da847a2a3b87',
    description: 'A PDF file.',
    body: { viberFile },
  },
  {
    slug: 'viber-video',
    title: 'Viber with a video',
    trackingId: '68e58909-ccb2-4416-925a-56c9a30f4300',
    description: 'A video of 95 seconds and 12.4 MB with a thumbnail, text and button.',
    body: { text: 'A tour of the new shop.', viberVideo, action },
  },
  {
    slug: 'viber-template',
    title: 'Viber with a template',
    trackingId: 'ff53a46f-5ead-403a-84c4-b877678537a3',
    description: 'A transactional template; the record holds its parameters, not its text.',
    body: null,
    template: true,
  },
  {
    slug: 'viber-every-body',
    title: 'Viber with everything at once',
    trackingId: 'e179f773-a6e0-43c0-9514-b7dde2ad0478',
    description: 'Text, image, button, file and video in one body, which the vendor does not forbid.',
    body: { text: 'All of it.', imageUrl: image, action, viberFile, viberVideo },
  },
];

const template = {
  templateId: 'f0b1c2d3-appointment',
  templateLang: 'en',
  templateParams: { name: 'Eleni', date: '2026-11-30', time: '09:30' },
};

export const viberBodies: readonly Scenario[] = bodies.map(({ body, template: isTemplate, ...named }) =>
  recordScenario({
    ...named,
    group: 'Succeeded',
    flow: {
      ...(isTemplate ? { flowKind: 'transactional' } : {}),
      steps: [
        viber({
          at: 0.2,
          until: 2.1,
          body,
          label: named.slug,
          inboundUrl: 'https://your-server.example.com/inbound',
          ...(isTemplate ? { raw: template } : {}),
        }),
      ],
    },
  }),
);
