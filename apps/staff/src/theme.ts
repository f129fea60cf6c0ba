// Look of the staff app: the tokens of antd, set once.
import type { ThemeConfig } from 'antd';

const fontFamily =
  '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", system-ui, sans-serif';

export const theme: ThemeConfig = {
  token: {
    colorPrimary: '#0f5f6b',
    colorInfo: '#0f5f6b',
    colorLink: '#0b5b74',
    colorSuccess: '#1f7a3d',
    colorWarning: '#9a5b00',
    colorError: '#b3261e',
    colorPrimaryBg: '#e4f0f1',
    colorPrimaryBgHover: '#d3e7e9',
    controlItemBgActive: '#e4f0f1',
    colorWarningBg: '#fdf1dd',
    colorWarningBorder: '#e3b875',
    colorErrorBg: '#fcebe9',
    colorErrorBorder: '#e0a09b',
    colorText: '#1c2529',
    colorTextSecondary: '#465358',
    colorTextTertiary: '#566268',
    colorTextDescription: '#566268',
    colorTextPlaceholder: '#66727a',
    colorTextDisabled: '#66727a',
    colorBorder: '#8d999f',
    colorBorderSecondary: '#dbe1e3',
    colorBgLayout: '#f2f5f5',
    borderRadius: 6,
    fontSize: 15,
    controlHeight: 38,
    fontFamily,
    motionDurationMid: '0.12s',
    motionDurationSlow: '0.16s',
  },
  components: {
    Table: { cellPaddingBlock: 11, headerBg: '#f2f5f5' },
    Button: { fontWeight: 500, primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' },
    Tabs: { titleFontSize: 16, horizontalMargin: '0' },
  },
};
