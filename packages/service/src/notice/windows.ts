// Premium windows: givers are told when one opens and a week before it closes, while a member has not paid.
import { premiumYears } from '@gongji/policy';
import type { ServiceDeps } from '../deps.ts';
import type { Context } from '../kernel/context.ts';
import { notifyChanged } from '../kernel/notify.ts';
import { done } from '../kernel/result.ts';
import { transact } from '../kernel/transact.ts';
import { writeNotices } from './write.ts';

type Deps = Pick<ServiceDeps, 'pool' | 'library'>;

interface Occasion {
  kind: 'window-opens' | 'window-closes';
  area: string;
  coverageYear: number;
  /** Last day of the window. */
  day: string;
}

const closesBeforeDays = 7;
const mostAtOnce = 1_000;

const daysBefore = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10);

/** What there is to tell on `today`, 'YYYY-MM-DD': of areas with a recorded window only. */
function occasionsOn(library: Deps['library'], today: string): Occasion[] {
  return [...library.areas.keys()].flatMap((area) =>
    premiumYears(library, area).flatMap(({ coverageYear, window }): Occasion[] => {
      if (!window || today < window.from || today > window.to) return [];
      const occasion = { area, coverageYear, day: window.to };
      const isLate = today >= daysBefore(window.to, closesBeforeDays);
      return [{ ...occasion, kind: isLate ? 'window-closes' : 'window-opens' }];
    }),
  );
}

/** A server that was down on the first day tells later; nobody is told twice of one window and member. */
export async function tellWindows(deps: Deps, { at, today }: Pick<Context, 'at' | 'today'>): Promise<number> {
  let told = 0;
  for (const occasion of occasionsOn(deps.library, today)) {
    for (;;) {
      const lot = await tellLot(deps.pool, occasion, { at, today });
      told += lot;
      if (lot < mostAtOnce) break;
    }
  }
  return told;
}

/** One lot in a transaction of its own. */
async function tellLot(
  pool: Deps['pool'],
  { kind, area, coverageYear, day }: Occasion,
  { at, today }: Pick<Context, 'at' | 'today'>,
): Promise<number> {
  const event = `${kind}:${area}:${coverageYear}`;
  let told = 0;
  await transact(pool, async (client) => {
    const { rows } = await client.query<{ giverNo: string; giverArea: string; memberNo: string }>(
      `select r.giver_no as "giverNo", r.area as "giverArea", r.member_no as "memberNo"
       from gongji.relation r join gongji.person m on m.person_no = r.member_no
       where r.state = 'active' and not r.paused and 'premium' = any(r.purposes)
         and (r.usable_from is null or r.usable_from <= $5::date) and (r.usable_to is null or r.usable_to >= $5::date)
         and m.area = $1 and m.scheme = 'resident' and m.status <> 'ended'
         and not exists (select from gongji.premium_payment p
           where p.member_no = r.member_no and p.coverage_year = $2 and p.state = 'paid')
         and not exists (select from gongji.notice n
           where n.person_no = r.giver_no and n.reference = $3 || ':' || r.member_no)
       limit $4`,
      [area, coverageYear, event, mostAtOnce, today],
    );
    await writeNotices(
      client,
      rows.map(({ giverNo, giverArea, memberNo }) => ({
        ...{ kind, personNo: giverNo, area: giverArea, reference: `${event}:${memberNo}` },
        ...{ subjectKind: 'window' as const, subjectId: event, otherNo: memberNo, coverageYear, day, at },
      })),
    );
    await notifyChanged(
      client,
      rows.map(({ giverNo }) => giverNo),
    );
    told = rows.length;
    return done(undefined);
  });
  return told;
}
