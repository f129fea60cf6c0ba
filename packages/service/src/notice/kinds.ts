// What people are told of: for each event the sentence of the inbox, the text message, and whether it may wait for the morning.
import { yuanText } from '../usage/money-text.ts';

/** What a sentence can name; the inbox is behind the sign-in, a text message names nothing of this. */
interface NoticeFacts {
  /** Name of the other person, or a word for them. */
  other: string;
  /** In fen. */
  fen: number;
  place: string;
  coverageYear: number;
  /** 'YYYY-MM-DD'. */
  day: string;
}

interface NoticeText {
  title: string;
  text: (facts: NoticeFacts) => string;
  /** Without a name, a place or a sum: phones lie on tables. */
  sms: string;
  /** Something has to be done by the receiver. */
  isAsking?: true;
  /** Money moved, or a payment waits: told at once, at night too. */
  isUrgent?: true;
}

const dayWords = (day: string) =>
  `${Number(day.slice(0, 4))}年${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`;

const texts = {
  'application-submitted': {
    title: '绑定申请已提交',
    text: ({ other }) => `绑定${other}的申请已经收到，办到哪一步了可以随时查看。`,
    sms: '您的家庭成员绑定申请已提交，请登录查看办理进度。',
  },
  'application-approved': {
    title: '绑定申请已通过',
    text: ({ other }) => `您绑定${other}的申请通过了，现在就可以用您的个人账户为这位家人付钱。`,
    sms: '您的家庭成员绑定申请已通过，请登录查看。',
  },
  'application-rejected': {
    title: '绑定申请没有通过',
    text: ({ other }) => `您绑定${other}的申请没有通过，点开可以看到原因和接下来怎么办。`,
    sms: '您的家庭成员绑定申请没有通过，请登录查看原因。',
  },
  'application-asked': {
    title: '请补充材料',
    text: ({ other }) => `您绑定${other}的申请还差材料，点开看要补什么，在手机上就能补。`,
    sms: '您的家庭成员绑定申请需要补充材料，请登录查看。',
    isAsking: true,
  },
  'application-declined': {
    title: '家人没有同意绑定',
    text: ({ other }) => `${other}没有同意您的绑定申请，您的账户没有变化。`,
    sms: '家人没有同意您的绑定申请，请登录查看。',
  },
  'application-in-review': {
    title: '家人已同意，转人工审核',
    text: ({ other }) => `${other}同意了您的绑定申请，已转给工作人员审核。`,
    sms: '家人已同意您的绑定申请，已转人工审核，请登录查看。',
  },
  'member-asked': {
    title: '请您同意或不同意',
    text: ({ other }) => `${other}想让您用他的医保个人账户，请您选同意或不同意。`,
    sms: '有家人申请让您使用他的医保个人账户，请登录后选同意或不同意。',
    isAsking: true,
  },
  'code-asked': {
    title: '亲情账户：请您同意或不同意',
    text: ({ other }) => `${other}想在亲情账户里代您出示医保码，不涉及资金，请您选同意或不同意。`,
    sms: '有家人想在亲情账户里代您出示医保码（不涉及资金），请登录后选同意或不同意。',
    isAsking: true,
  },
  bound: {
    title: '有家人让您用他的账户',
    text: ({ other }) => `${other}把您绑定成了家庭共济的使用人，看病买药时可以用他的个人账户。`,
    sms: '有家人把您绑定成了家庭共济的使用人，请登录查看。',
  },
  'control-changed': {
    title: '使用设置有变化',
    text: ({ other }) => `您和${other}之间的共济使用设置有变化，点开看现在怎么用。`,
    sms: '您家的共济使用设置有变化，请登录查看。',
  },
  'order-changed': {
    title: '使用顺序有变化',
    text: ({ other }) => `${other}改了先用谁的钱、后用谁的钱。`,
    sms: '家庭共济账户的使用顺序有变化，请登录查看。',
  },
  unbound: {
    title: '共济关系已解除',
    text: ({ other }) => `您和${other}之间的共济关系已经解除。`,
    sms: '一个家庭共济关系已解除，请登录查看。',
  },
  'order-to-pay': {
    title: '有订单等您确认付款',
    text: ({ place }) => `${place}发来一张待付款的订单，各付多少看清后再确认，30 分钟内有效。`,
    sms: '医院或药店上传了一张待付款的订单，各付多少请登录查看，30 分钟内确认付款。',
    isAsking: true,
    isUrgent: true,
  },
  'dispute-answered': {
    title: '您的疑问有答复了',
    text: () => '您对一笔使用记录提出的疑问，工作人员已经答复，点开查看。',
    sms: '您对一笔使用记录提出的疑问已有答复，请登录查看。',
  },
  'unbound-by-correction': {
    title: '更正后共济关系已解除',
    text: ({ other }) => `医保经办机构更正登记后，您和${other}之间的共济关系已经解除。`,
    sms: '医保经办机构更正后，一个家庭共济关系已解除，请登录查看。',
  },
  settled: {
    title: '费用已结算',
    text: ({ place, fen }) => `您在${place}结算了一笔费用，合计 ${yuanText(fen)}。`,
    sms: '您刚在定点医药机构结算了一笔费用，谁付了多少、依据哪条规定，请登录查看。',
    isUrgent: true,
  },
  'money-used': {
    title: '家人用了您的钱',
    text: ({ other, place, fen }) =>
      `${other}在${place}用您的个人账户付了 ${yuanText(fen)}。不认识这一笔？点开可以马上停用。`,
    sms: '家人刚用您的个人账户付了一笔医药费，用在哪里、用了多少，请登录查看。',
    isUrgent: true,
  },
  'settlement-reversed': {
    title: '结算已撤销',
    text: ({ fen }) => `您的一笔结算（合计 ${yuanText(fen)}）已经撤销，钱已原路退回。`,
    sms: '您在定点医药机构的一笔结算已经撤销，钱已原路退回，请登录查看。',
    isUrgent: true,
  },
  'money-returned': {
    title: '钱退回您的账户了',
    text: ({ other, place, fen }) =>
      `${other}在${place}用您的账户付的 ${yuanText(fen)} 已经退回您的个人账户。`,
    sms: '家人用您的个人账户付的一笔医药费已经退回您的账户，请登录查看。',
    isUrgent: true,
  },
  'premium-paid': {
    title: '居民医保费已缴',
    text: ({ other, coverageYear, fen }) =>
      `${other} ${coverageYear} 年度的居民医保费缴好了，用了您个人账户的 ${yuanText(fen)}。`,
    sms: '一笔居民医保费已用您的个人账户缴好，请登录查看凭证。',
    isUrgent: true,
  },
  'premium-paid-for-you': {
    title: '家人为您缴了居民医保费',
    text: ({ other, coverageYear }) => `${other}为您缴了 ${coverageYear} 年度的居民医保费。`,
    sms: '家人为您缴了居民医保费，请登录查看。',
  },
  'premium-returned': {
    title: '缴费没有成功，钱已退回',
    text: ({ other, coverageYear, fen }) =>
      `${other} ${coverageYear} 年度的居民医保费没有缴成，您个人账户的 ${yuanText(fen)} 已经解冻，原因请点开看。`,
    sms: '一笔居民医保费没有缴成，钱已退回，请登录查看原因。',
    isUrgent: true,
  },
  'helper-permitted': {
    title: '您授权了代办人',
    text: ({ other }) => `您授权${other}代您办理业务。不是您本人操作的，请点开马上收回。`,
    sms: '您已授权一位家人代您办理业务；不是您本人操作的，请立即登录收回。',
    isUrgent: true,
  },
  'asked-to-help': {
    title: '有家人请您代办',
    text: ({ other }) => `${other}授权您代办业务，点开看可以办哪些、到哪天为止。`,
    sms: '有家人授权您代办业务，请登录查看。',
  },
  'help-ended': {
    title: '代办授权已经结束',
    text: ({ other }) => `您和${other}之间的代办授权已经结束，代办人不能再办理。`,
    sms: '一项代办授权已经结束，请登录查看。',
  },
  'helper-acted': {
    title: '代办人替您办了一件事',
    text: ({ other }) => `${other}刚刚代您办了一件事，点开看办了什么；不对的，可以马上收回授权。`,
    sms: '您授权的代办人刚刚代您办了一件事，请登录核对。',
    isUrgent: true,
  },
  'acted-for': {
    title: '您代家人办了一件事',
    text: ({ other }) => `您刚刚代${other}办了一件事，点开可以看到记录。`,
    sms: '您刚刚代家人办了一件事，请登录查看记录。',
  },
  'window-opens': {
    title: '可以缴居民医保费了',
    text: ({ other, coverageYear, day }) =>
      `${coverageYear} 年度居民医保集中缴费已经开始，到 ${dayWords(day)}为止。可以用您的个人账户为${other}缴。`,
    sms: '居民医保集中缴费已经开始，可以用您的个人账户为家人缴，请登录办理。',
  },
  'window-closes': {
    title: '居民医保缴费快截止了',
    text: ({ other, coverageYear, day }) =>
      `${other}还没有缴 ${coverageYear} 年度的居民医保费，集中缴费 ${dayWords(day)}截止，晚了要等几个月才能报销。`,
    sms: '居民医保集中缴费快截止了，您还有家人没有缴，请登录办理。',
    isAsking: true,
  },
} as const satisfies Record<string, NoticeText>;

export type NoticeKind = keyof typeof texts;

export const noticeText = (kind: NoticeKind): NoticeText => texts[kind];
export const isNoticeKind = (kind: string): kind is NoticeKind => Object.hasOwn(texts, kind);
/** What a phone shows. */
export const smsText = (kind: NoticeKind): string => `【共济】${texts[kind].sms}`;
