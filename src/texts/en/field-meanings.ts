/** What each field of a record means, in English. */
import type { FieldId, FieldUnit } from '#model/record/fields.ts';

interface FieldMeaning {
  readonly label: string;
  readonly meaning: string;
}

const fields: Readonly<Record<FieldId, FieldMeaning>> = {
  trackingId: { label: 'Tracking ID', meaning: 'The id of this flow. Routee gives it when the flow is sent.' },
  messages: { label: 'Messages', meaning: 'One entry for each step; an SMS of several parts has one for each part.' },
  terminationChannel: { label: 'Ended by', meaning: 'The channel that ended the flow. Empty while the flow runs.' },
  status: { label: 'Flow status', meaning: 'Queued, InProgress, Succeeded or Failed, for the flow as a whole.' },
  statusCode: {
    label: 'Status code',
    meaning:
      'Why a flow failed: 0 server error, 1 insufficient balance, 2 no next step, 3 failover not triggered. Empty otherwise.',
  },
  totalPrice: { label: 'Total price', meaning: "What Routee says the whole flow cost, in the account's currency." },
  originatingService: { label: 'Originating service', meaning: 'The Routee service that sent the flow.' },
  applicationId: { label: 'Application ID', meaning: 'The Routee application whose credentials sent the flow.' },
  flowKind: { label: 'Kind of flow', meaning: '“transactional” for flows sent by the transactional endpoint.' },
  createdAt: { label: 'Created', meaning: 'When Routee took the flow in.' },
  updatedAt: { label: 'Updated', meaning: 'When Routee last changed the flow.' },
  'message.type': { label: 'Channel', meaning: 'The channel of this step: Sms, Viber or Voice.' },
  'message.order': { label: 'Order', meaning: 'The place of the step in the chain. Lower numbers run first.' },
  'message.failoverOnStatuses': {
    label: 'Fails over on',
    meaning: 'If the step ends in one of these statuses, the flow goes on to the next step.',
  },
  'message.createdAt': { label: 'Created', meaning: 'When this message was created.' },
  'message.status': { label: 'Status', meaning: 'The last status of this message. Empty for one that was never sent.' },
  'message.status.name': { label: 'Status', meaning: 'The last status of this message.' },
  'message.status.reason': { label: 'Reason', meaning: 'The detail behind the status.' },
  'message.status.reason.detailedStatus': {
    label: 'Detailed status',
    meaning: 'The exact result, as the carrier or Viber reported it.',
  },
  'message.status.reason.description': {
    label: 'Description',
    meaning: "The detailed status in Routee's own words.",
  },
  'message.status.updatedDate': { label: 'Status set', meaning: 'When the message got this status.' },
  'message.status.status': { label: 'Status (older)', meaning: 'The last status, under the name older records use.' },
  'message.status.date': {
    label: 'Status set (older)',
    meaning: 'When the message got this status, under the name older records use.',
  },
  'message.status.expireOnDelivery': {
    label: 'Expire on delivery (older)',
    meaning: 'Expire on delivery, at the place older records use.',
  },
  'message.status.expiredOnDeliveryAt': {
    label: 'Expired after delivery (older)',
    meaning: 'Expired after delivery, at the place older records use.',
  },
  'message.from': { label: 'From', meaning: 'The sender that the recipient sees.' },
  'message.from.phone': { label: 'From (phone)', meaning: 'The sender as a telephone number.' },
  'message.from.sip': { label: 'From (SIP)', meaning: 'The sender as a SIP address.' },
  'message.from.viber': { label: 'From (Viber)', meaning: 'The sender as a Viber user.' },
  'message.to': { label: 'To', meaning: 'The recipient of this message.' },
  'message.to.phone': { label: 'To (phone)', meaning: 'The recipient as a telephone number.' },
  'message.to.sip': { label: 'To (SIP)', meaning: 'The recipient as a SIP address.' },
  'message.to.viber': { label: 'To (Viber)', meaning: 'The recipient as a Viber user.' },
  'message.country': { label: 'Country', meaning: 'The country of the recipient, as an ISO 3166 code.' },
  'message.price': {
    label: 'Price',
    meaning: "What this message cost, in the account's currency. For SMS, what this part cost.",
  },
  'message.label': { label: 'Label', meaning: "The sender's own mark on the message, of up to 350 characters." },
  'message.ttl': {
    label: 'Time to live',
    meaning: 'How long this channel may try to deliver. By default 1,200 minutes for SMS and 10 for Viber.',
  },
  'message.messageId': { label: 'Message ID', meaning: 'The id of the message; all parts of one SMS share it.' },
  'message.smsId': { label: 'SMS ID', meaning: 'The id of this part of the SMS.' },
  'message.body': { label: 'Content', meaning: 'What was sent: the text of an SMS, or the parts of a Viber message.' },
  'message.message': { label: 'Text (older)', meaning: 'The text of the SMS, under the name older records use.' },
  'message.operator': { label: 'Operator', meaning: "The recipient's mobile network." },
  'message.part': { label: 'Part', meaning: 'Which part of the SMS this is, counted from 1.' },
  'message.parts': { label: 'Parts', meaning: 'How many parts the SMS has.' },
  'message.latency': {
    label: 'Latency as reported',
    meaning:
      "How long delivery took. Routee's reference says milliseconds; its example holds seconds. Compare it with the times.",
  },
  'message.trackingId': { label: 'Viber message ID', meaning: 'The id of this Viber message, not of the flow.' },
  'message.body.text': { label: 'Text', meaning: 'The text of the message.' },
  'message.body.imageUrl': { label: 'Image', meaning: 'The address of the picture in the message.' },
  'message.body.imageURL': { label: 'Image (older)', meaning: 'The picture, under the name older records use.' },
  'message.body.action': { label: 'Button', meaning: 'The button under the message.' },
  'message.body.action.caption': { label: 'Button text', meaning: 'What the button says.' },
  'message.body.action.targetUrl': { label: 'Button address', meaning: 'Where the button leads.' },
  'message.body.viberAction': { label: 'Button (older)', meaning: 'The button, under the name older records use.' },
  'message.body.viberAction.caption': { label: 'Button text (older)', meaning: 'What the button says.' },
  'message.body.viberAction.targetUrl': { label: 'Button address (older)', meaning: 'Where the button leads.' },
  'message.body.viberFile': { label: 'File', meaning: 'The file sent with the message.' },
  'message.body.viberFile.fileName': { label: 'File name', meaning: 'The name under which the file was sent.' },
  'message.body.viberFile.fileType': { label: 'File type', meaning: 'The kind of file, such as pdf.' },
  'message.body.viberFile.fileUrl': { label: 'File address', meaning: 'Where Viber fetched the file from.' },
  'message.body.viberVideo': { label: 'Video', meaning: 'The video sent with the message.' },
  'message.body.viberVideo.videoUrl': { label: 'Video address', meaning: 'Where Viber fetched the video from.' },
  'message.body.viberVideo.videoThumbnail': {
    label: 'Video preview',
    meaning: 'The address of the picture shown before the video plays.',
  },
  'message.body.viberVideo.fileSize': { label: 'Video size', meaning: 'The size of the video, in megabytes.' },
  'message.body.viberVideo.duration': { label: 'Video length', meaning: 'The length of the video, in seconds.' },
  'message.inboundUrl': {
    label: 'Replies go to',
    meaning: "The address to which Routee sends the recipient's replies.",
  },
  'message.expireOnDelivery': {
    label: 'Expire on delivery',
    meaning: 'If true, a delivered message that nobody has seen within its time to live still counts as expired.',
  },
  'message.expiredOnDeliveryAt': {
    label: 'Expired after delivery',
    meaning: 'When a delivered message was set to expired because nobody had seen it in time.',
  },
  'message.templateId': { label: 'Template ID', meaning: 'The template the message was made from.' },
  'message.templateLang': { label: 'Template language', meaning: 'The language of the template.' },
  'message.templateParams': { label: 'Template values', meaning: "What was filled into the template's gaps." },
  'message.duration': { label: 'Call length', meaning: 'How long the call lasted, in seconds.' },
  'message.answeredBy': { label: 'Answered by', meaning: 'Who took the call, such as human or machine.' },
};

const units: Readonly<Record<FieldUnit, string>> = {
  minutes: 'min',
  seconds: 's',
  megabytes: 'MB',
  money: "account's currency",
  time: 'time',
  country: 'country code',
  uncertain: 'ms or s',
};

export const fieldMeanings = {
  fields,
  units,
  other: { label: 'Other fields', meaning: 'Fields that Routee does not document. They are shown as they came.' },
};
