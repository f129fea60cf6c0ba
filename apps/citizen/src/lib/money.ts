// Money in words and figures, from integer fen.

/** `123456` fen -> `¥1,234.56`. Negative amounts carry a minus sign before the mark. */
export function formatFen(amountFen: number): string {
  const absoluteFen = Math.abs(amountFen);
  const yuan = String(Math.floor(absoluteFen / 100)).replaceAll(/\B(?=(\d{3})+$)/g, ',');
  const fen = String(absoluteFen % 100).padStart(2, '0');
  return `${amountFen < 0 ? '−' : ''}¥${yuan}.${fen}`;
}

const digits = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'];
const places = ['', '拾', '佰', '仟'];
const sections = ['', '万', '亿'];

function capitalSection(section: number): string {
  let words = '';
  let zeroWaits = false;
  for (let place = 3; place >= 0; place -= 1) {
    const digit = Math.floor(section / 10 ** place) % 10;
    if (digit === 0) {
      zeroWaits = words !== '';
    } else {
      words += `${zeroWaits ? '零' : ''}${digits[digit] ?? ''}${places[place] ?? ''}`;
      zeroWaits = false;
    }
  }
  return words;
}

/** The capital words of a receipt: `40000` fen -> `肆佰元整`. For amounts from 0 up to 10^12 fen. */
export function capitalMoney(amountFen: number): string {
  const yuan = Math.floor(amountFen / 100);
  const jiao = Math.floor(amountFen / 10) % 10;
  const fen = amountFen % 10;
  let words = '';
  for (let index = 2; index >= 0; index -= 1) {
    const section = Math.floor(yuan / 10_000 ** index) % 10_000;
    if (section > 0) {
      const gap = words !== '' && section < 1000 ? '零' : '';
      words += `${gap}${capitalSection(section)}${sections[index] ?? ''}`;
    } else if (words !== '' && index > 0 && yuan % 10_000 ** index >= 10_000 ** index / 10) {
      words += '零';
    }
  }
  words = words === '' ? (jiao + fen > 0 ? '' : '零元') : `${words}元`;
  if (jiao === 0 && fen === 0) return `${words}整`;
  if (jiao > 0) words += `${digits[jiao] ?? ''}角`;
  else if (words !== '') words += '零';
  return fen > 0 ? `${words}${digits[fen] ?? ''}分` : `${words}整`;
}
