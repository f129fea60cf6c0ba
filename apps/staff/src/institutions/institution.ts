// Words of the institutions' pages.
import type { InstitutionAccount } from '@gongji/contract';

export const institutionStateWords: Record<InstitutionAccount['state'], string> = {
  open: '正常接入',
  suspended: '已暂停',
};

export const kindText = ({ kind, level }: Pick<InstitutionAccount, 'kind' | 'level'>): string =>
  kind === 'pharmacy' ? '药店' : `${['', '一', '二', '三'][level ?? 0] ?? ''}级医院`;
