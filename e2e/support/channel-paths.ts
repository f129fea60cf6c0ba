// The paths of both guides in the guides' own labels, from a channel's first page on.

interface ChannelPath {
  /** Code of the channel in its address, /c/CODE. */
  code: string;
  name: string;
  place: string;
  city: 'maanshan' | 'tieling';
  purpose: 'bind' | 'pay' | 'unbind';
  /** What is pressed, one after another, until the pages that all channels share. */
  steps: readonly string[];
}

const anhuiMedical = { code: 'anhui-medical', name: '安徽医保公共服务', place: '微信小程序' } as const;
const account = { code: 'tieling-account', name: '辽宁铁岭医保', place: '微信公众号' } as const;
const hall = ['政务服务', '网上大厅', '本人职工医保参保地', '医保电子凭证', '个人账户共济绑定'] as const;
const premium = ['城乡居民(个人共济账户)缴费'] as const;

export const channelPaths: readonly ChannelPath[] = [
  {
    ...anhuiMedical,
    city: 'maanshan',
    purpose: 'bind',
    steps: ['个人账户共济家庭成员绑定', '添加家庭成员'],
  },
  {
    code: 'anhui-hall',
    name: '安徽医保公共服务',
    place: '网上办事大厅',
    city: 'maanshan',
    purpose: 'bind',
    steps: ['个人账户共济家庭成员绑定', '添加家庭成员'],
  },
  { ...anhuiMedical, city: 'maanshan', purpose: 'pay', steps: premium },
  { code: 'wanshitong', name: '皖事通', place: '手机 APP', city: 'maanshan', purpose: 'pay', steps: premium },
  {
    code: 'anhui-tax-wechat',
    name: '安徽税务社保缴费',
    place: '微信小程序',
    city: 'maanshan',
    purpose: 'pay',
    steps: premium,
  },
  {
    code: 'anhui-tax-alipay',
    name: '安徽税务社保缴费',
    place: '支付宝小程序',
    city: 'maanshan',
    purpose: 'pay',
    steps: premium,
  },
  {
    code: 'alipay-gongji',
    name: '医保家庭账户共济',
    place: '支付宝',
    city: 'tieling',
    purpose: 'bind',
    steps: ['立即使用', '立即办理', '新增共济使用人', '为家人开通'],
  },
  {
    code: 'liaoshitong',
    name: '辽事通',
    place: '手机 APP',
    city: 'tieling',
    purpose: 'bind',
    steps: ['医保模块', '家庭账户共济', '添加家庭成员'],
  },
  {
    code: 'medical-wechat',
    name: '医保服务',
    place: '微信小程序',
    city: 'tieling',
    purpose: 'bind',
    steps: ['医保家庭账户共济', '添加家庭成员'],
  },
  {
    code: 'medical-alipay',
    name: '医保服务',
    place: '支付宝小程序',
    city: 'tieling',
    purpose: 'bind',
    steps: ['医保家庭账户共济', '添加家庭成员'],
  },
  { ...account, city: 'tieling', purpose: 'bind', steps: [...hall, '添加家庭成员'] },
  {
    ...account,
    city: 'tieling',
    purpose: 'unbind',
    steps: [...hall, '职工医保门诊共济家庭账户绑定告知书'],
  },
];
