/**
 * Words that may be shown whoever sent them: those of Routee's statuses, reasons and errors, and of operators' names. A text
 * made of them tells nobody's name, number or address; any other word is masked. Words that are also names of people
 * (Mark, Grace) are left out.
 */

const statusWords = `
  a about above accept acceptable accepted access account action active activity added address administrator after again
  agreement all allow allowed already amount an and android another answer answered any api app application applications are
  area as at attempt attempts authorized automatically available away back bad balance barred be because been before
  being below between blacklist blacklisted block blocked body both but button by call called callback caller
  calls campaign can cancelled cannot capability carrier category cause caused channel channels characters check client
  closed code codes completed condition conflict congestion connect connected connection contact contacts content contract could
  country credit currently customer data date day days default deleted deliver delivered delivering delivery destination detached
  detail detailed details developer device dial did different direction disabled disconnected display dnd do does done
  down due duplicate duration during each either empty enabled encoding end ended enough equipment error errors every exceeded
  exceeds exceeding exception exist existing exists expected expire expired expires facility fail failed failover failure false
  field fields file filter filtered filters final finished first flow following for forbidden form format forwarded found
  from full gateway gave general given group had handset hang has have header home hour hours human hung id identifier if
  image immediately in inactive inbound incoming incorrect info information initiated inprogress insufficient interconnect internal
  international invalid ip is issue it item its json key kind kind known label landline language last later
  least length less limit limits line list live local long longer longest machine malformed manually many max maximum media
  memory message messages method minimum minute minutes missing mobile more moved msisdn much must name network new next no
  noanswer none not nothing number numbers object objectionable of off offline ok on once one only onnet operation operator
  operators opted option or order originating other out outbound outgoing over page parameter parameters part partial
  parts passed path pending period permanent permission permitted phone picked plan platform policy port ported possible
  prefix prepaid price primary problem processed processing profile promotional protocol provided provider provisioned purchase
  query queue queued range rate rates reach reached read reason receipt received recipient recipients recording refund
  refused region registered reject rejected remote removed repeated reply report reported request requested requests
  required resource resources response restricted result retries retry ringing roaming robot role route routing rule
  scheduled scope search seconds secondary seen send sender sending sent server service services session show shows silence sip
  size sms so some spam state status statuses step steps still stop stopped subscribed subscriber such succeed succeeded success successful successfully suffice sufficient supported suspected
  suspended switched system taken template temporarily temporary terminated termination test text than that the
  their then there these this throttled through time timed timeout timestamp to token too total tracking traffic transaction
  transactional transmission trigger triggered true ttl two type unable unallocated unauthorized unavailable undelivered
  unexpected unique unknown unprocessable unreachable unrecognized unregistered unsent unsubscribed unsupported until up updated
  url usage use used user users valid validation validity value values version via viber video violation voice voicemail wait
  waiting was were what when where which while who whole whose window with within without wrong yes yet you your zero
  failoveronstatuses detailedstatus trackingid messageid smsid applicationid updateddate createdat inprogress unsent
  objectionable noanswer completed busy terminated initiated otp transactional failover promotional
  pdf doc docx xls xlsx ppt pptx csv txt rtf zip png jpg jpeg gif bmp webp svg mp mp3 mp4 avi mov mpeg ogg wav heic ics
  beep machinestart machineendbeep machineendsilence machineendother fax start other amd inbound outbound devices
  mt mo msg imsi hlr smsc nack ack dlr esme undeliv delivrd rejectd expired accepted enroute spare ussd mms rcs whatsapp email push
  sunday unit units validated validating encoded encoded unicode gsm ucs alphanumeric numeric shortcode longcode keyword
`;

/** Of operators' and companies' names, as the lists of mobile networks have them. */
const operatorWords = `
  a1 aircel airtel altice alfa altel americatel andorra andtel antel armentel ask at&t azercell bakcell banglalink base beeline bell
  bharti bite bitė bouygues bsnl bt celcom cell cellcom cellular celtel china claro cosmote chunghwa comcel communications
  company corp cosmofon cyta cytamobile deutsche dialog digi digicel digitel djezzy docomo drei dtac du e-plus ee ehf elisa emt
  entel epic eplus etisalat ethio euskaltel expresso fastweb fido free freedom ft gci geocell giffgaff glo globe globul globacom globaltel
  go golan gr gsm h3g halebop hellas hot hutchison ice idea iliad inc indosat inea inwi italia jawwal jazz jio kcell kddi
  koodo korek kpn kt kyivstar lebara lg libertis lifecell lmt lte ltd luxgsm lycamobile m1 magti magyar maroc masmovil maxis meditel
  megafon melita meo metro mobifon mobil mobile mobiles mobiland mobilkom mobilis mobiltel mobily mobinil moldcell monaco monet movistar mpt
  mtc mtel mtn mts mvno nawras netcom netz nextel nos nova nrj ntt oi omantel one oneplus ooredoo optimus optus orange oy
  ota o2 orascom p4 partner pelephone personal play plc plus poste postemobile primetel proximus ptc ptk qtel quam
  rcs rds reliance robi rogers rostelecom s.a sa safaricom salt sasktel sfr simyo sim singtel sk slovak smart smartone smartfren spa
  spark sprint srl starhub stc sunrise swisscom t tango tata tdc telcel tele tele2 telecom telecable telecommunications telefonica telefónica
  telekom telenet telenor telesur telia teletalk telfort telin telkom telkomsel telma telstra telus telemach telepac tigo tim
  tmobile three touch true truemove tunisiana tunisie turk türk turkcell tusmobil u u-mobile ufone uganda umniah umobile
  unicom uninor unitel uscellular vala vectone verizon vidanet viettel vimpelcom vinaphone vip virgin viva vivacom vivo vodacom
  vodafone voo voxtel wataniya wind windtre wom xl yettel yoigo zain zong
`;

function wordSet(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/).filter((word) => word !== ''));
}

/** Names of people, unless they are written small. */
const harmlessWhenSmall = new Set(['may', 'will']);
const harmless = wordSet(statusWords);
const operators = wordSet(operatorWords);

/** The parts that a word is put together from: `failoverOnStatuses` → `failover`, `On`, `Statuses`. */
const camelParts = /[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+/g;

/** True for a word of Routee's vocabulary in any case, or one put together from such words: `NoAnswer`, `errorMessage`. */
export function isHarmlessWord(word: string): boolean {
  if (harmless.has(word.toLowerCase()) || harmlessWhenSmall.has(word)) return true;
  const parts = word.match(camelParts) ?? [];
  return parts.length > 1 && parts.join('') === word && parts.every((part) => harmless.has(part.toLowerCase()));
}

/** True for a word of an operator's name. */
export function isOperatorWord(word: string): boolean {
  return operators.has(word.toLowerCase());
}
