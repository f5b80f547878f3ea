//! Methods, mixes, and whose rule it is: a change of a rule fits wherever it is made, shares always make up a
//! whole, and every method says beforehand what it would come to or what it lacks.

use bao_phu::calc::{
    Compared, alternatives, derive_node, drivers, first_mix, lack_of, lack_of_driver, offered,
    possible_shares, prospects, with_driver, with_share, without_driver,
};
use bao_phu::edit::{Draft, Edit, Purpose, at_own_rule};
use bao_phu::example;
use bao_phu::model::{
    Base, CustomId, Driver, Measure, Method, MixPart, Quantity, Rounding, Rule, Scenario, UnitId,
};
use bao_phu::text::{Language, ReadError, parse_share, share, share_out_of_reach, step_name};
use proptest::collection::vec;
use proptest::prelude::*;

use crate::common::{ROOT, Row, SON_LA, edited, given, left_out, method, province, target, units_may_fall};
use crate::levels::uneven;

const DRIVERS: [Driver; 5] =
    [Driver::Base(Base::LabourForce), Driver::Gap, Driver::Last, Driver::Equal, Driver::Custom(CustomId(4))];
/// A district of [`uneven`] that goes by the province's rule.
const DISTRICT: UnitId = UnitId(1);

fn mix(shares: &[u16]) -> Vec<MixPart> {
    DRIVERS.iter().zip(shares).map(|(&driver, &per_mille)| MixPart { driver, per_mille }).collect()
}

fn shares(mix: &[MixPart]) -> Vec<u16> {
    mix.iter().map(|part| part.per_mille).collect()
}

fn start_mix(scenario: &Scenario, node: UnitId) -> Edit {
    let (slot, mix) = (SON_LA, first_mix(scenario, SON_LA, node));
    Edit::Several {
        purpose: Purpose::StartMix,
        edits: vec![Edit::SetMix { slot, node, mix }, Edit::SetMethod { slot, node, method: Method::Mix }],
    }
}

// Shares.

#[test]
fn moving_one_share_rescales_the_free_ones_in_proportion() {
    let moved = |shares_now: &[u16], to, fixed: &[Driver]| {
        shares(&with_share(&mix(shares_now), DRIVERS[0], to, fixed))
    };
    assert_eq!(moved(&[500, 500], 600, &[]), [600, 400]);
    assert_eq!(moved(&[400, 400, 200], 700, &[]), [700, 200, 100]);
    assert_eq!(moved(&[400, 400, 200], 700, &[DRIVERS[1]]), [600, 400, 0]);
    assert_eq!(moved(&[100, 450, 450], 0, &[]), [0, 500, 500]);
    assert_eq!(moved(&[1_000, 0, 0], 400, &[]), [400, 300, 300]);
    // By largest remainder: of two thirds and one third of 500, the larger fraction is rounded up.
    assert_eq!(moved(&[700, 200, 100], 500, &[]), [500, 333, 167]);
}

#[test]
fn a_share_that_nobody_can_follow_does_not_move() {
    let both = mix(&[300, 700]);
    assert_eq!(possible_shares(&both, DRIVERS[0], &[DRIVERS[1]]), 300..=300);
    assert_eq!(with_share(&both, DRIVERS[0], 900, &[DRIVERS[1]]), both);
    assert_eq!(with_share(&mix(&[1_000]), DRIVERS[0], 100, &[]), mix(&[1_000]));
    assert_eq!(without_driver(&both, DRIVERS[0], &[DRIVERS[1]]), None);
    assert_eq!(without_driver(&mix(&[1_000]), DRIVERS[0], &[]), None);
}

#[test]
fn a_driver_is_taken_in_with_an_equal_part_and_out_with_its_share_to_the_others() {
    assert_eq!(shares(&with_driver(&mix(&[500, 500]), DRIVERS[2], &[])), [335, 335, 330]);
    assert_eq!(shares(&with_driver(&mix(&[900, 100]), DRIVERS[2], &[DRIVERS[0]])), [900, 0, 100]);
    let without = without_driver(&mix(&[300, 300, 400]), DRIVERS[2], &[]).expect("others to take it");
    assert_eq!(without, mix(&[500, 500]));
}

fn any_mix() -> impl Strategy<Value = Vec<MixPart>> {
    (vec(0..=1_000u16, 1..=5)).prop_map(|mut cuts| {
        cuts.pop();
        cuts.push(0);
        cuts.push(1_000);
        cuts.sort_unstable();
        mix(&cuts.windows(2).map(|ends| ends[1] - ends[0]).collect::<Vec<_>>())
    })
}

proptest! {
    #[test]
    fn shares_always_make_up_a_whole_and_fixed_ones_stay(
        mix in any_mix(),
        at in any::<prop::sample::Index>(),
        to in 0..=2_000u16,
        fixed in prop::sample::subsequence(DRIVERS.to_vec(), 0..=5),
    ) {
        let driver = mix[at.index(mix.len())].driver;
        let possible = possible_shares(&mix, driver, &fixed);
        let moved = with_share(&mix, driver, to, &fixed);
        prop_assert_eq!(MixPart::total(&moved), u64::from(MixPart::WHOLE));
        for (before, after) in mix.iter().zip(&moved) {
            prop_assert_eq!(before.driver, after.driver);
            if before.driver == driver {
                prop_assert_eq!(after.per_mille, to.clamp(*possible.start(), *possible.end()));
            } else if fixed.contains(&before.driver) {
                prop_assert_eq!(after.per_mille, before.per_mille);
            }
        }
        let new = DRIVERS.into_iter().find(|driver| mix.iter().all(|part| part.driver != *driver));
        for changed in new.map(|new| with_driver(&mix, new, &fixed)).into_iter().chain(without_driver(&mix, driver, &fixed)) {
            prop_assert_eq!(MixPart::total(&changed), u64::from(MixPart::WHOLE));
            prop_assert_eq!(MixPart::double(&changed), None);
        }
    }

    #[test]
    fn free_shares_keep_their_proportions_to_one_per_mille(mix in any_mix(), to in 0..=1_000u16) {
        let moved = with_share(&mix, mix[0].driver, to, &[]);
        let sum = |parts: &[MixPart]| MixPart::total(&parts[1..]);
        let (before, after) = (sum(&mix), sum(&moved));
        for (old, new) in mix[1..].iter().zip(&moved[1..]).filter(|_| before > 0) {
            let exact = u64::from(old.per_mille) * after;
            let got = u64::from(new.per_mille) * before;
            prop_assert!(exact.abs_diff(got) < before, "{old:?} {new:?}");
        }
    }

    #[test]
    fn a_printed_share_reads_back(per_mille in 0..=1_000u16) {
        for language in Language::ALL {
            prop_assert_eq!(parse_share(&share(per_mille, language)), Ok(per_mille));
        }
    }

    #[test]
    fn no_text_typed_as_a_share_is_fatal(text in "\\PC{0,60}") {
        prop_assert!(parse_share(&text).is_err() || parse_share(&text).is_ok_and(|share| share <= 1_000));
    }
}

#[test]
fn a_share_is_typed_in_per_cent_with_one_decimal_at_most() {
    for (text, per_mille) in
        [("33,3", 333), ("33.3%", 333), ("50", 500), ("100 %", 1_000), ("0", 0), ("12,50", 125)]
    {
        assert_eq!(parse_share(text), Ok(per_mille), "{text}");
    }
    for text in ["33,33", "100,1", "101", "+5", "-5", "3–4", "khoảng 30", "5 người"] {
        assert_eq!(parse_share(text), Err(ReadError::NotShare { found: text.into() }), "{text}");
    }
    assert_eq!(parse_share(" "), Err(ReadError::Empty));
    let said = share_out_of_reach(0, 600, Language::Vi);
    assert_eq!(said.what, "Tỷ trọng này chỉ có thể từ 0% đến 60%.");
}

// The mix to begin with.

#[test]
fn a_first_mix_is_half_and_half_of_what_figures_there_are() {
    let son_la = example::first();
    let half = |one, two| [one, two].map(|driver| MixPart { driver, per_mille: 500 }).to_vec();
    assert_eq!(first_mix(&son_la, SON_LA, ROOT), half(Driver::Base(Base::LabourForce), Driver::Gap));
    let row = |last| Row { last, ..Row::default() };
    let no_base = province(&[row(Some(40)), row(Some(9))], |_| {}, Quantity::people(60));
    assert_eq!(first_mix(&no_base, SON_LA, ROOT), half(Driver::Last, Driver::Equal));
    let nothing = province(&[row(None), row(Some(9))], |_| {}, Quantity::people(60));
    assert_eq!(first_mix(&nothing, SON_LA, ROOT), [MixPart { driver: Driver::Equal, per_mille: 1_000 }]);
    let lack = lack_of(&nothing, SON_LA, ROOT, Method::Mix);
    assert_eq!(lack.measures, [Measure::Result(SON_LA.indicator)]);
}

#[test]
fn choosing_the_mix_is_one_step_and_a_mix_once_made_is_taken_up_again() {
    let mut draft = Draft::new(example::first());
    draft.apply(start_mix(draft.scenario(), ROOT)).expect("a mix");
    let own = mix(&[700, 300]);
    draft.apply(Edit::SetMix { slot: SON_LA, node: ROOT, mix: own.clone() }).expect("other shares");
    draft.apply(method(SON_LA, Method::Lift)).expect("another method");
    assert_eq!(first_mix(draft.scenario(), SON_LA, ROOT), own);
    for _ in 0..3 {
        draft.undo().expect("a step");
    }
    assert_eq!(*draft.scenario(), example::first());
    draft.redo().expect("the first step");
    let step = draft.history().done.last().expect("a step");
    assert_eq!(step_name(step, draft.scenario(), Language::Vi), "Cách chia: Kết hợp theo trọng số");
    assert!(derive_node(draft.scenario(), SON_LA, ROOT).expect("a plan").is_balanced());
}

// Whose rule it is.

#[test]
fn a_change_of_an_inherited_rule_is_a_rule_of_ones_own_in_one_step() {
    let scenario = uneven();
    let (slot, node) = (SON_LA, DISTRICT);
    let changes = [
        Edit::SetMethod { slot, node, method: Method::Equal },
        Edit::SetRounding { slot, node, rounding: Rounding::LargestRemainder },
        Edit::SetNoUnitBelowLast { slot, node, on: false },
        Edit::SetWhole { slot, node, on: true },
        Edit::SetMix { slot, node, mix: mix(&[400, 600]) },
        Edit::SetKept { slot, node, kept: 3 },
        Edit::SetLeftOut { slot, node, units: vec![UnitId(2)] },
        start_mix(&scenario, node),
    ];
    let inherited = scenario.rule_in_force(slot, node).expect("a rule");
    for change in changes {
        let owned = at_own_rule(change.clone(), &scenario);
        let mut draft = Draft::new(scenario.clone());
        draft.apply(owned.clone()).expect("a change that fits");
        let own = draft.scenario().rule(slot, node).expect("a rule of its own").clone();
        let by_hand = edited(
            &scenario,
            &[Edit::GiveOwnRule { rule: Box::new(inherited.clone()), place: None }, change.clone()],
        );
        assert_eq!(Some(&own), by_hand.rule(slot, node), "{change:?}");
        assert_eq!(at_own_rule(change.clone(), &by_hand), change, "at its own rule the change is as it was");
        assert_eq!(draft.history().done.len(), 1);
        draft.undo().expect("one step back");
        assert_eq!(*draft.scenario(), scenario);
    }
    for other in [target(slot, 9), left_out(slot, &[1]), Edit::Inherit { slot, node }] {
        assert_eq!(at_own_rule(other.clone(), &scenario), other);
    }
}

#[test]
fn shares_dragged_at_a_node_that_inherits_are_one_step() {
    let scenario = uneven();
    let mut draft = Draft::new(edited(&scenario, &[start_mix(&scenario, ROOT)]));
    let before = draft.scenario().clone();
    for share in [510, 580, 640] {
        let change = Edit::SetMix { slot: SON_LA, node: DISTRICT, mix: mix(&[share, 1_000 - share]) };
        draft.apply_typing(at_own_rule(change, draft.scenario()), None).expect("a drag");
    }
    draft.close_step();
    assert_eq!(draft.history().done.len(), 1);
    let own = draft.scenario().rule(SON_LA, DISTRICT).map(|rule| shares(&rule.mix));
    assert_eq!(own, Some(vec![640, 360]));
    let after = draft.scenario().clone();
    draft.undo().expect("one step");
    assert_eq!(*draft.scenario(), before);
    draft.redo().expect("the same step");
    assert_eq!(*draft.scenario(), after);
}

// What every method would come to.

#[test]
fn prospects_say_what_each_method_would_change() {
    let scenario = example::first();
    let found = prospects(&scenario, SON_LA, ROOT);
    assert_eq!(found.compared, Compared::Change);
    let methods: Vec<Method> = found.methods.iter().map(|prospect| prospect.method).collect();
    assert_eq!(methods, offered(&scenario).collect::<Vec<_>>());
    for prospect in &found.methods {
        match prospect.method {
            Method::Population | Method::Liable => {
                assert_eq!((prospect.lack.units.len(), prospect.people.len()), (12, 0));
            }
            _ => {
                let more: i128 = prospect.people.iter().flatten().sum();
                assert_eq!((more, prospect.lack.units.len()), (6_499, 0), "{:?}", prospect.method);
            }
        }
    }
}

#[test]
fn a_prospect_is_what_choosing_the_method_then_gives() {
    let scenario = uneven();
    for node in [ROOT, DISTRICT] {
        for prospect in prospects(&scenario, SON_LA, node).methods {
            let choose = match prospect.method {
                Method::Mix => start_mix(&scenario, node),
                method => Edit::SetMethod { slot: SON_LA, node, method },
            };
            let chosen = edited(&scenario, &[at_own_rule(choose, &scenario)]);
            let plan = derive_node(&chosen, SON_LA, node).expect("a plan");
            assert_eq!(prospect.lack, lack_of(&scenario, SON_LA, node, prospect.method));
            let change: Vec<_> = plan.units.iter().map(|unit| unit.standing().change()).collect();
            let expected = if prospect.lack.is_none() { change } else { Vec::new() };
            assert_eq!(prospect.people, expected, "{:?} at {node:?}", prospect.method);
        }
    }
    assert_eq!(alternatives(&scenario, SON_LA, DISTRICT).len(), 5);
}

#[test]
fn where_a_unit_has_no_figure_of_last_year_the_targets_themselves_are_compared() {
    let row = |last, base| Row { last, base: Some(base), ..Row::default() };
    let scenario = province(&[row(Some(40), 100), row(None, 300)], |_| {}, Quantity::people(160));
    let found = prospects(&scenario, SON_LA, ROOT);
    assert_eq!(found.compared, Compared::Given);
    let lift = found.methods.first().expect("a method");
    assert_eq!(lift.people, [Some(40), Some(120)]);
}

#[test]
fn every_driver_that_lacks_figures_says_which_and_who() {
    let scenario = example::first();
    let lacking = |driver| lack_of_driver(&scenario, SON_LA, ROOT, driver);
    let found = prospects(&scenario, SON_LA, ROOT);
    let offered: Vec<Driver> = drivers(&scenario, SON_LA).collect();
    assert_eq!(offered.len(), 6);
    for driver in offered {
        let lack = lacking(driver);
        assert_eq!(found.lack_of_driver(driver), Some(&lack));
        match driver {
            Driver::Base(base @ (Base::Population | Base::Liable)) => {
                assert_eq!((lack.measures, lack.units.len()), (vec![Measure::Base(base)], 12));
            }
            _ => assert!(lack.is_none(), "{driver:?} lacks {lack:?}"),
        }
    }
}

#[test]
fn by_a_series_of_ones_own_the_increase_or_the_whole_is_shared_out() {
    let scenario = uneven();
    let custom = scenario.customs.first().expect("a series").id;
    assert_eq!(offered(&scenario).last(), Some(Method::Custom(custom)));
    let chosen = edited(&scenario, &[method(SON_LA, Method::Custom(custom)), units_may_fall(SON_LA)]);
    let whole = edited(&chosen, &[Edit::SetWhole { slot: SON_LA, node: ROOT, on: true }]);
    let values = |scenario: &Scenario| given(&derive_node(scenario, SON_LA, ROOT).expect("a plan"));
    assert_ne!(values(&chosen), values(&whole));
    assert_eq!(values(&chosen).iter().sum::<u64>(), values(&whole).iter().sum::<u64>());
}

#[test]
fn nothing_is_tried_out_in_a_document_of_very_many_units() {
    let row = Row { last: Some(5), base: Some(40), ..Row::default() };
    let scenario = province(&vec![row; 401], |_: &mut Rule| {}, Quantity::people(3_000));
    let found = prospects(&scenario, SON_LA, ROOT);
    assert!(found.methods.iter().all(|prospect| prospect.people.is_empty()));
    assert!(found.methods.iter().any(|prospect| !prospect.lack.is_none()));
}
