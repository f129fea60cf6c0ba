// The channels of both guides as data: each with its name, its colours, its own labels and the screens that lead to a task.

/** One thing to press; `to` is a page of the app, or `screen:NAME` of the same channel. */
interface Entry {
  label: string;
  text?: string;
  to: string;
}

export interface Screen {
  name: string;
  title: string;
  lead: string;
  entries: readonly Entry[];
  /** Asks for the insured place and the electronic credential before it shows its entries. */
  asksPlace?: true;
  /** How to come here in the host, which is no page of ours, e.g. what to search for. */
  before?: string;
}

/** What a channel calls the pages that all channels share. */
interface Labels {
  bind: string;
  add: string;
  addTo: string;
}

type Host = 'web' | 'wechat' | 'alipay' | 'app';

export interface Channel {
  code: string;
  /** In the head of every page. */
  name: string;
  /** Where people find it. */
  place: string;
  host: Host;
  /** Name of the colours in styles/skins.css. */
  skin: 'pine' | 'blue' | 'indigo' | 'green' | 'teal' | 'plum' | 'navy';
  province: '安徽' | '辽宁';
  labels: Labels;
  /** The first one is where the channel begins. */
  screens: readonly [Screen, ...Screen[]];
}

const add = { add: '添加家庭成员', addTo: '/bind/new' };
const premium: Entry = {
  label: '城乡居民(个人共济账户)缴费',
  text: '用职工医保个人账户，缴孩子和家人的居民医保费',
  to: '/premium',
};
const anhuiBind: Entry = {
  label: '个人账户共济家庭成员绑定',
  text: '添加家庭成员，查看已绑定的家人，解绑',
  to: '/bind',
};
const medicalMini: Screen = {
  name: 'start',
  title: '医保服务',
  lead: '请选择要办的业务。',
  before: '打开支付宝或微信，搜索并进入医保小程序。',
  entries: [{ label: '医保家庭账户共济', text: '让家人用您医保个人账户里的钱', to: '/bind' }],
};
const taxMini: Screen = {
  name: 'start',
  title: '安徽税务社保缴费',
  lead: '请选择缴费项目。',
  before: '打开微信或支付宝，搜索“安徽税务社保缴费”小程序。',
  entries: [premium],
};

export const channels: readonly Channel[] = [
  {
    code: 'anhui-medical',
    name: '安徽医保公共服务',
    place: '微信小程序',
    host: 'wechat',
    skin: 'green',
    province: '安徽',
    labels: { bind: anhuiBind.label, ...add },
    screens: [
      {
        name: 'start',
        title: '安徽医保公共服务',
        lead: '请选择要办的业务。',
        before: '打开微信，搜索“安徽医保公共服务”小程序。',
        entries: [anhuiBind, premium],
      },
    ],
  },
  {
    code: 'anhui-hall',
    name: '安徽医保公共服务',
    place: '网上办事大厅',
    host: 'web',
    skin: 'pine',
    province: '安徽',
    labels: { bind: anhuiBind.label, ...add },
    screens: [
      {
        name: 'start',
        title: '网上办事大厅',
        lead: '请选择要办的业务。',
        before: '用电脑或手机的浏览器打开“安徽医保公共服务”网上办事大厅。',
        entries: [anhuiBind],
      },
    ],
  },
  {
    code: 'wanshitong',
    name: '皖事通',
    place: '手机 APP',
    host: 'app',
    skin: 'plum',
    province: '安徽',
    labels: { bind: anhuiBind.label, ...add },
    screens: [
      {
        name: 'start',
        title: '医保缴费',
        lead: '请选择缴费项目。',
        before: '打开“皖事通”APP，找到医保缴费。',
        entries: [premium],
      },
    ],
  },
  {
    code: 'anhui-tax-wechat',
    name: '安徽税务社保缴费',
    place: '微信小程序',
    host: 'wechat',
    skin: 'navy',
    province: '安徽',
    labels: { bind: anhuiBind.label, ...add },
    screens: [taxMini],
  },
  {
    code: 'anhui-tax-alipay',
    name: '安徽税务社保缴费',
    place: '支付宝小程序',
    host: 'alipay',
    skin: 'navy',
    province: '安徽',
    labels: { bind: anhuiBind.label, ...add },
    screens: [taxMini],
  },
  {
    code: 'alipay-gongji',
    name: '医保家庭账户共济',
    place: '支付宝',
    host: 'alipay',
    skin: 'blue',
    province: '辽宁',
    labels: { bind: '医保家庭账户共济', add: '新增共济使用人', addTo: '/c/alipay-gongji/whom' },
    screens: [
      {
        name: 'start',
        title: '医保家庭账户共济',
        lead: '职工医保个人账户里的钱，可以让配偶、父母、子女等家人看病买药时用。',
        before: '打开支付宝，点上方搜索框，搜索“医保家庭账户共济”。',
        entries: [{ label: '立即使用', to: 'screen:service' }],
      },
      {
        name: 'service',
        title: '家庭账户共济服务',
        lead: '绑定家人、查看已绑定的家人、解绑，都在这里办。准备好双方的身份证、户口簿或结婚证。',
        entries: [{ label: '立即办理', to: '/bind' }],
      },
      {
        name: 'whom',
        title: '为谁开通',
        lead: '钱从您的职工医保个人账户里付，家人看病时用家人自己的医保码。',
        entries: [
          { label: '为家人开通', text: '填写家人的信息，按要求上传资料，签个人承诺书', to: '/bind/new' },
        ],
      },
    ],
  },
  {
    code: 'liaoshitong',
    name: '辽事通',
    place: '手机 APP',
    host: 'app',
    skin: 'indigo',
    province: '辽宁',
    labels: { bind: '家庭账户共济', ...add },
    screens: [
      {
        name: 'start',
        title: '辽事通',
        lead: '请先登录，再选择服务。',
        before: '打开“辽事通”APP。',
        entries: [{ label: '医保模块', text: '医保查询和办理', to: 'screen:medical' }],
      },
      {
        name: 'medical',
        title: '医保模块',
        lead: '请选择要办的业务。',
        entries: [{ label: '家庭账户共济', text: '让家人用您医保个人账户里的钱', to: '/bind' }],
      },
    ],
  },
  {
    code: 'medical-wechat',
    name: '医保服务',
    place: '微信小程序',
    host: 'wechat',
    skin: 'green',
    province: '辽宁',
    labels: { bind: '医保家庭账户共济', ...add },
    screens: [medicalMini],
  },
  {
    code: 'medical-alipay',
    name: '医保服务',
    place: '支付宝小程序',
    host: 'alipay',
    skin: 'blue',
    province: '辽宁',
    labels: { bind: '医保家庭账户共济', ...add },
    screens: [medicalMini],
  },
  {
    code: 'tieling-account',
    name: '辽宁铁岭医保',
    place: '微信公众号',
    host: 'wechat',
    skin: 'teal',
    province: '辽宁',
    labels: { bind: '个人账户共济绑定', ...add },
    screens: [
      {
        name: 'start',
        title: '辽宁铁岭医保',
        lead: '公众号菜单。',
        before: '打开微信，搜索并关注“辽宁铁岭医保”微信公众号。',
        entries: [{ label: '政务服务', to: 'screen:government' }],
      },
      {
        name: 'government',
        title: '政务服务',
        lead: '请选择。',
        entries: [{ label: '网上大厅', text: '进入医保公共服务平台', to: 'screen:hall' }],
      },
      {
        name: 'hall',
        title: '医保公共服务平台',
        lead: '业务办理前，先选参保地，再用医保电子凭证认证。',
        asksPlace: true,
        entries: [{ label: '个人账户共济绑定', text: '添加家庭成员，查看已绑定的家人，解绑', to: '/bind' }],
      },
    ],
  },
];

export const channelOf = (code: string): Channel | undefined =>
  channels.find((channel) => channel.code === code);

/** Address of a screen; the first one is the channel's own address. */
export const screenHref = (channel: Channel, name: string): string =>
  name === channel.screens[0].name ? `/c/${channel.code}` : `/c/${channel.code}/${name}`;

/** Where an entry leads. */
export const entryHref = (channel: Channel, { to }: Entry): string =>
  to.startsWith('screen:') ? screenHref(channel, to.slice('screen:'.length)) : to;
