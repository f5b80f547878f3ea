//! Words around the rule in English.

use crate::calc::Compared;
use crate::text::{Message, RuleText};

pub(in crate::text) static RULE: RuleText = RuleText {
    inherited: |above| format!("By the method of {above}"),
    give_own: |node| format!("Set one for {node}"),
    own: |node| format!("{node} has a method of its own"),
    inherit: "Use the method of the level above",
    shared_out: "What is split",
    thumbnails: |compared| match compared {
        Compared::Change => "Small bars: change of each unit",
        Compared::Given => "Small bars: target of each unit",
    },
    thumbnails_grouped: |compared| match compared {
        Compared::Change => "Small bars: mean change of each group of neighbouring units",
        Compared::Given => "Small bars: mean target of each group of neighbouring units",
    },
    mix: "Shares",
    share_of: |driver| format!("Share of {driver}"),
    lock_share: |driver| format!("Lock the share of {driver}"),
    remove_driver: |driver| format!("Remove {driver}"),
    add_driver: "Add",
    total: "Total 100%",
    nothing_moves: "The other shares are locked. Unlock one or add a driver to change this.",
    on_a_computer: "Change the shares on a computer.",
};

pub(in crate::text) fn share_out_of_reach(least: &str, most: &str) -> Message {
    let what = if least == most {
        format!("This share can only be {most}.")
    } else {
        format!("This share can only be from {least} to {most}.")
    };
    Message::new(what, "Unlock another share, or enter a number in that range.")
}
