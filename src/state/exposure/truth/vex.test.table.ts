/**
 * What closes a finding. pkg:npm/a@1.0.0 within pkg:npm/app@1.0.0 is hit by CVE-2026-0001 (also
 * GHSA-1). Statement: `AUTHOR STATUS PRODUCT` with `of PART`, `about ID`, `at N` (hour), several
 * between `;`; trusted are supplier and operator. `ignore NAME=VALUE …`, `expires` is + or -.
 */
import { rows } from './row.test.table.ts';

export const VEX_TRUTH = rows(
  'vex',
  `
  a | - | affected | nobody says otherwise
  a | supplier not_affected pkg:npm/a@1.0.0 | not_affected | the supplier says so
  a | operator not_affected pkg:npm/a@1.0.0 | not_affected | the operator says so
  a | supplier fixed pkg:npm/a@1.0.0 | fixed | the supplier says so
  a | stranger not_affected pkg:npm/a@1.0.0 | affected | a stranger closes nothing
  a | stranger fixed pkg:npm/a@1.0.0 | affected | a stranger closes nothing
  a | Supplier not_affected pkg:npm/a@1.0.0 | affected | an author of another name
  a | supplier not_affected pkg:npm/a | not_affected | all versions
  a | supplier not_affected pkg:npm/a@2.0.0 | affected | another version
  a | supplier not_affected pkg:npm/b@1.0.0 | affected | another product
  a | supplier not_affected pkg:npm/a@1.0.0?os=linux | affected | says more than is known of the component
  a | supplier not_affected pkg:npm/a@1.0.0 about GHSA-1 | not_affected | by another name of the vulnerability
  a | supplier not_affected pkg:npm/a@1.0.0 about CVE-2026-0002 | affected | another vulnerability
  a | supplier under_investigation pkg:npm/a@1.0.0 | under_investigation | stays open
  a | stranger under_investigation pkg:npm/a@1.0.0 | affected | a stranger investigates
  a | supplier affected pkg:npm/a@1.0.0 | affected | the supplier agrees
  a | supplier not_affected pkg:npm/a ; supplier affected pkg:npm/a@1.0.0 | affected | specific beats general
  a | supplier affected pkg:npm/a ; supplier not_affected pkg:npm/a@1.0.0 | not_affected | specific beats general
  a | supplier not_affected pkg:npm/a at 9 ; supplier affected pkg:npm/a@1.0.0 at 1 | affected | specific beats newer
  a | supplier not_affected pkg:npm/a@1.0.0 at 1 ; supplier affected pkg:npm/a@1.0.0 at 2 | affected | newer beats older
  a | supplier affected pkg:npm/a@1.0.0 at 1 ; supplier not_affected pkg:npm/a@1.0.0 at 2 | not_affected | newer beats older
  a | supplier not_affected pkg:npm/a@1.0.0 at 2 ; supplier affected pkg:npm/a@1.0.0 at 1 | not_affected | by time, not by place
  a | supplier not_affected pkg:npm/a@1.0.0 at 1 ; operator affected pkg:npm/a@1.0.0 at 1 | affected | a contradiction of equal rank stays open
  a | supplier not_affected pkg:npm/a@1.0.0 at 1 ; operator fixed pkg:npm/a@1.0.0 at 1 | affected | a contradiction of equal rank stays open
  a | supplier not_affected pkg:npm/a@1.0.0 at 1 ; stranger affected pkg:npm/a@1.0.0 at 2 | not_affected | a stranger does not reopen
  a | supplier not_affected pkg:npm/app@1.0.0 of pkg:npm/a@1.0.0 | not_affected | the part within this product
  a | supplier not_affected pkg:npm/app@1.0.0 of pkg:npm/a | not_affected | the part in all versions
  a | supplier not_affected pkg:npm/app@1.0.0 of pkg:npm/b | affected | another part
  a | supplier not_affected pkg:npm/app@2.0.0 of pkg:npm/a | affected | another version of the product
  a | supplier not_affected pkg:npm/other@1.0.0 of pkg:npm/a | affected | another product
  a | supplier not_affected pkg:npm/app@1.0.0 | affected | the whole product says nothing of each part
  a | supplier not_affected pkg:npm/a@1.0.0 of pkg:npm/b@1.0.0 | affected | the claim is about a part of it only
  a | supplier fixed pkg:npm/a@1.0.0 at 1 ; supplier under_investigation pkg:npm/a@1.0.0 at 2 | under_investigation | newer beats older, and reopens
  a | ignore vulnerability=CVE-2026-0001 expires=+ | ignored | by vulnerability
  a | ignore vulnerability=GHSA-1 expires=+ | ignored | by another name of it
  a | ignore vulnerability=CVE-2026-0002 expires=+ | affected | another vulnerability
  a | ignore component=pkg:npm/a expires=+ | ignored | by package
  a | ignore component=pkg:npm/a@1.0.0 expires=+ | ignored | by package and version
  a | ignore component=pkg:npm/a@2.0.0 expires=+ | affected | another version
  a | ignore component=pkg:npm/b expires=+ | affected | another package
  a | ignore path=app expires=+ | ignored | by what stands above it
  a | ignore path=other expires=+ | affected | not on its way
  a | ignore asset=pkg:npm/app@1.0.0 vulnerability=CVE-2026-0001 expires=+ | ignored | on this asset
  a | ignore asset=pkg:npm/other vulnerability=CVE-2026-0001 expires=+ | affected | on another asset
  a | ignore vulnerability=CVE-2026-0001 component=pkg:npm/b expires=+ | affected | all that a rule names must fit
  a | ignore vulnerability=CVE-2026-0001 expires=- | affected | an expired rule opens again
  a | ignore vulnerability=CVE-2026-0001 | affected | without an end it is no rule
  a | ignore vulnerability=CVE-2026-0001 expires=+ reason= | affected | without a reason it is no rule
  a | ignore vulnerability=CVE-2026-0001 expires=+ author= | affected | without an author it is no rule
  a | ignore expires=+ | affected | a rule for everything is none
  `,
);
