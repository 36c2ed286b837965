/** Records of the sibling service Failover OTP (vendor's page "Failover OTP"), put into the shape of a flow. */
import { isJsonNumber, isJsonObject, type Json, type JsonPath, pathText } from '../values/json.ts';
import { readChannel } from './channel.ts';
import { nameKey } from './objects.ts';
import { readStatus } from './status.ts';

type JsonObject = { [key: string]: Json };

/** Fields of a step and where a flow's message has them. */
const messageFields: Readonly<Record<string, JsonPath>> = {
  trackingid: ['trackingId'],
  channel: ['type'],
  phonenumber: ['to'],
  price: ['price'],
  latencyms: ['latency'],
  country: ['country'],
  operator: ['operator'],
  createdat: ['createdAt'],
  status: ['status', 'name'],
  detailedstatus: ['status', 'reason', 'detailedStatus'],
  errormessage: ['status', 'reason', 'description'],
};

const rootFields: Readonly<Record<string, string>> = {
  flowid: 'trackingId',
  status: 'status',
  statuscode: 'statusCode',
  totalcost: 'totalPrice',
  createdat: 'createdAt',
  updatedat: 'updatedAt',
  applicationid: 'applicationId',
};

/** True for an answer of Failover OTP: a flow's ID under its own name, and steps that name a channel. */
export function isOtpRecord(json: Json): json is JsonObject {
  if (!isJsonObject(json) || Array.isArray(json.messages) || !Array.isArray(json.steps)) return false;
  const names = new Set(Object.keys(json).map(nameKey));
  const steps = json.steps.every((step) => isJsonObject(step) && ('channel' in step || 'role' in step));
  return (
    steps &&
    (names.has('flowid') || json.steps.some((step) => isJsonObject(step) && 'failover_from_message_token' in step))
  );
}

/** The channel of an OTP request's type (`ViberOtp`); null for any other. */
export function otpChannel(type: Json | undefined): string | null {
  const name =
    typeof type === 'string' ? /^(sms|viber|voice)[\s_-]?otp$/i.exec(type.trim())?.[1]?.toLowerCase() : undefined;
  return name === undefined ? null : `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}

interface Shaped {
  readonly json: JsonObject;
  /** Where documented paths stand in the record as received. */
  readonly places: ReadonlyMap<string, JsonPath>;
}

function putAt(target: JsonObject, [key, ...rest]: JsonPath, value: Json): void {
  const name = String(key);
  if (rest.length === 0) {
    target[name] = value;
    return;
  }
  const known = target[name];
  const inner = isJsonObject(known) ? known : {};
  target[name] = inner;
  putAt(inner, rest, value);
}

/** When a step's status was set: only its delivery is dated. */
function deliveryOf(step: JsonObject): Json | undefined {
  const channel = readChannel(typeof step.channel === 'string' ? step.channel : null);
  const status = readStatus(channel, typeof step.status === 'string' ? step.status : null);
  return status.kind === 'reported' && status.class === 'delivered' ? step.delivered_at : undefined;
}

function messageOf(step: JsonObject, index: number, places: Map<string, JsonPath>): JsonObject {
  const message: JsonObject = { order: index + 1 };
  const put = (path: JsonPath, value: Json, key: string) => {
    putAt(message, path, value);
    places.set(pathText(['messages', index, ...path]), ['steps', index, key]);
  };
  for (const [key, value] of Object.entries(step)) {
    const path = Object.hasOwn(messageFields, nameKey(key)) ? messageFields[nameKey(key)] : undefined;
    if (path !== undefined) put(path, withPlus(path, value), key);
  }
  const delivered = deliveryOf(step);
  if (delivered !== undefined) put(['status', 'updatedDate'], delivered, 'delivered_at');
  places.set(pathText(['messages', index]), ['steps', index]);
  return message;
}

/** The service writes numbers without their plus. */
function withPlus(path: JsonPath, value: Json): Json {
  const digits = typeof value === 'string' || isJsonNumber(value) ? String(value) : '';
  return path[0] === 'to' && /^[1-9]\d{7,14}$/.test(digits) ? `+${digits}` : value;
}

/** The record in the shape of a flow, and where its fields stand in the record as received. */
export function asFlowRecord(json: JsonObject): Shaped {
  const places = new Map<string, JsonPath>([[pathText(['messages']), ['steps']]]);
  const shaped: JsonObject = {};
  for (const [key, value] of Object.entries(json)) {
    const name = Object.hasOwn(rootFields, nameKey(key)) ? rootFields[nameKey(key)] : undefined;
    if (name === undefined) continue;
    shaped[name] = value;
    if (name !== key) places.set(pathText([name]), [key]);
  }
  const steps = Array.isArray(json.steps) ? json.steps : [];
  shaped.messages = steps.map((step, index) => (isJsonObject(step) ? messageOf(step, index, places) : step));
  return { json: shaped, places };
}
