/** A rule of the prose looks at one container and tells what it finds. */
import type { CveContainer } from '../containers.ts';
import type { CveFindings } from '../issues.ts';
import type { VersionOrder } from '../status/order.ts';

export interface RuleContext {
  readonly order: VersionOrder;
}

export type ContainerRule = (
  container: CveContainer,
  findings: CveFindings,
  context: RuleContext,
) => void;
