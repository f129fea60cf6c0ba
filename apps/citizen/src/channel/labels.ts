// What this visit calls the binding pages: the channel's own labels, else those of the insured area's guide.
import type { Channel } from './channels.ts';
import { useChannel } from './current.ts';

const anhui: Channel['labels'] = {
  bind: '个人账户共济家庭成员绑定',
  add: '添加家庭成员',
  addTo: '/bind/new',
};
const liaoning: Channel['labels'] = { ...anhui, bind: '个人账户共济绑定' };

/** @param area of the signed-in person. */
export function useLabels(area: string): Channel['labels'] {
  return useChannel()?.labels ?? (area.startsWith('34') ? anhui : liaoning);
}
