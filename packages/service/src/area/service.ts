// Areas: where people are insured, and what an area's policy says to a citizen.
import type { AreaGuide, Guides, InsuredAreas } from '@gongji/contract';
import type { Context } from '../kernel/context.ts';
import type { Result } from '../kernel/result.ts';

export interface AreaService {
  /** Provinces and their prefectures, to choose the insured area from. */
  insuredAreas(): InsuredAreas;
  /** The areas whose policy is recorded on the day. */
  guides(context: Context): Guides;
  /** Refused with `policy-not-recorded` where no policy file holds on the day. */
  guide(context: Context, area: string): Promise<Result<AreaGuide>>;
}
