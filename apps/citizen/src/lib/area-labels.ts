// The names that each city's own guide gives to the service's pages.

interface AreaLabels {
  /** The binding module. */
  bind: string;
  /** Where the label comes from, as a person knows it. */
  channel: string;
}

const anhui: AreaLabels = { bind: '个人账户共济家庭成员绑定', channel: '安徽医保公共服务' };
const liaoning: AreaLabels = { bind: '个人账户共济绑定', channel: '医保公共服务平台' };

/** Labels by the insured area's code; the national wording where no guide is recorded. */
export const areaLabels = (area: string): AreaLabels => (area.startsWith('34') ? anhui : liaoning);
